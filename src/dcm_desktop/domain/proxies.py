"""Proxy votes: a member who is away lets one who is here vote for them, where the rules allow it.

A proxy is a vote and never a presence: the quorum counts people in the room only. Source: domain
reference, section 4.2 (`proxy_votes`, `max_proxies`; Vote: the quorum counts members present);
sessions anchor, C4.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dcm_desktop.domain.attendance import Participant, entitled, is_present
from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AttendanceCapacity


@dataclass(frozen=True, slots=True)
class ProxyGiven:
    """The seat of `giver` (its row of the roll) is voted for by the member of `holder`."""

    giver: str
    holder: str


def proxies_that_count(
    people: Sequence[Participant],
    rules: Rules,
    proxies: Iterable[ProxyGiven],
    at: datetime | None,
) -> tuple[ProxyGiven, ...]:
    """The proxies that give a vote at a moment (`at` None: of everybody who came), in their order.

    None without the rule. The holder must be a permanent member in the room who votes for their
    own seat, the giver's seat must have a vote and nobody of it (member or substitute) be there.
    A seat gives its vote once; nobody holds more than `max_proxies`.
    """
    if not rules.proxy_votes:
        return ()
    voters = entitled(people, rules, at)
    by_id = {person.attendance_id: person for person in people}
    holders = {
        p.attendance_id
        for p in voters
        if p.capacity is AttendanceCapacity.PERMANENT and p.represents is None
    }
    here = {p.seat for p in people if is_present(p, at)}
    held: Counter[str] = Counter()
    given: set[str] = set()
    found = []
    for proxy in proxies:
        giver = by_id.get(proxy.giver)
        if giver is None or not _may_give(giver) or giver.mandate_id in here:
            continue
        if proxy.holder not in holders or proxy.giver in given:
            continue
        if held[proxy.holder] >= rules.max_proxies:
            continue
        held[proxy.holder] += 1
        given.add(proxy.giver)
        found.append(proxy)
    return tuple(found)


def check_proxy(
    people: Sequence[Participant],
    rules: Rules,
    proxies: Iterable[ProxyGiven],
    wanted: ProxyGiven,
    at: datetime | None,
) -> tuple[Finding, ...]:
    """What stands against taking a proxy: only blockers, in the order of the rules."""
    if not rules.proxy_votes:
        return (blocker("proxy.not_allowed"),)
    by_id = {person.attendance_id: person for person in people}
    giver, holder = by_id[wanted.giver], by_id[wanted.holder]
    if wanted.giver == wanted.holder or not _may_give(giver):
        return (blocker("proxy.giver", field="holder"),)
    if any(p.seat == giver.mandate_id and is_present(p, at) for p in people):
        return (blocker("proxy.giver_here", field="holder"),)
    others = [one for one in proxies if one.giver != wanted.giver]
    votes = holder in entitled(people, rules, at)
    if holder.capacity is not AttendanceCapacity.PERMANENT or holder.represents or not votes:
        return (blocker("proxy.holder_away", field="holder"),)
    if sum(1 for one in others if one.holder == wanted.holder) >= rules.max_proxies:
        return (blocker("proxy.too_many", field="holder", n=rules.max_proxies),)
    return ()


def _may_give(giver: Participant) -> bool:
    own = giver.capacity is AttendanceCapacity.PERMANENT and giver.represents is None
    return own and giver.votes and giver.mandate_id is not None
