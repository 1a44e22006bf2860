"""Random histories of one record on three stores that edit and meet."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from dcm_desktop.store.registers import DELETED
from dcm_desktop.sync.merge import Record, Register, Version, join_record, join_seen, write

STORES = ("a", "b", "c")
GROUPS = ("code", "status", "risk_factors:poverty", "risk_factors:housing", DELETED)
"""Of `case`: one column, three columns, two elements of a set, the tombstone."""
Steps = list[tuple[str, str, str, int]]


@dataclass
class World:
    """Three stores that edit one record and meet now and then; and everything ever written."""

    stores: dict[str, Record] = field(default_factory=lambda: dict.fromkeys(STORES, Record()))
    seqs: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STORES, 0))
    written: list[tuple[str, Version, dict[str, int]]] = field(default_factory=list)
    clock: int = 0

    def edit(self, store: str, group: str, value: int) -> None:
        """One change of one group."""
        record = self.stores[store]
        self.clock += 1
        self.seqs[store] += 1
        dot = (store, self.seqs[store])
        register = record.groups.get(group, Register())
        what: object = f"{value}"
        if group == "status":
            what = [f"{value}", None, None]
        elif ":" in group:
            what = value > 0
        elif group == DELETED:
            what = dict(record.touched) if value else None
        seen = dict(register.seen)
        new = write(register, dot, self.clock, what)
        self.written.append((group, Version(dot, self.clock, what), seen))
        self.stores[store] = Record(
            {**record.groups, group: new}, join_seen(record.touched, {dot[0]: dot[1]})
        )

    def meet(self, one: str, other: str) -> None:
        """`one` takes over what `other` has."""
        self.stores[one] = join_record(self.stores[one], self.stores[other])


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("edit"), st.sampled_from(STORES), st.sampled_from(GROUPS), st.integers(0, 2)
        ),
        st.tuples(st.just("meet"), st.sampled_from(STORES), st.sampled_from(STORES), st.just(0)),
    ),
    max_size=30,
)


def play(steps: Steps) -> World:
    """The world after some steps."""
    world = World()
    for what, one, other, value in steps:
        if what == "edit":
            world.edit(one, other, value)
        else:
            world.meet(one, other)
    return world
