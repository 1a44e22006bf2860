"""Papers for the hall and the statement of no quorum, of the sample session; people are made up."""

from datetime import date, datetime

from tests.support.annex_b import BODY
from tests.support.sample_papers import ATTENDANCE, PLACE

from dcm_desktop.documents.convening import HallKitModel, SlipsModel, StatementModel
from dcm_desktop.documents.models import Signatory
from dcm_desktop.documents.papers import AgendaLine
from dcm_desktop.domain.terms import SessionForm, SessionKind

STARTS = datetime.fromisoformat("2026-11-26T10:00")
CHAIR = Signatory("Радостина Милева", "заместник областен управител", "председател")
TAKER = Signatory("Невена Ралева", "регионален координатор на НДД", "протоколист")

SLIPS = SlipsModel(
    body=BODY, number=7, kind=SessionKind.REGULAR, starts_at=STARTS, votes=15, spare=5
)

KIT = HallKitModel(
    body=BODY,
    number=7,
    kind=SessionKind.REGULAR,
    form=SessionForm.IN_PERSON,
    starts_at=STARTS,
    place=PLACE,
    agenda=(
        AgendaLine(1, "Изпълнение на решенията от заседание № 6, проведено на 24 септември 2026 г.",
                   "Невена Ралева"),
        AgendaLine(2, "Обсъждане на случай № LOV-2026-017", "Деница Кръстева", is_case=True),
        AgendaLine(3, "Свободни места в приемната грижа и в ЦНСТ в областта", "Ивайло Стаматов"),
        AgendaLine(4, "План за обучение на членовете на ОКМД през 2027 г.", "Людмила Цонева"),
        AgendaLine(5, "Разни"),
    ),
    sheet=ATTENDANCE,
    slips=SLIPS,
    members=15,
    quorum=8,
    chair=CHAIR,
    minutes_taker=TAKER,
    made_on=date(2026, 11, 25),
)  # fmt: skip

STATEMENT = StatementModel(
    body=BODY,
    number=7,
    kind=SessionKind.REGULAR,
    form=SessionForm.IN_PERSON,
    starts_at=STARTS,
    stated_at=datetime.fromisoformat("2026-11-26T10:35"),
    seats=15,
    present=6,
    needed=8,
    place=PLACE,
    came=(
        ("Радостина Милева", "заместник областен управител"),
        ("Ивайло Стаматов", "директор на РДСП – Ловеч"),
    ),
    missing=(("Калин Добрев", "началник на РУО – Ловеч"),),
    others=(("Емил Раков", "областен съвет на БЧК"),),
    next_number=8,
    next_at=datetime.fromisoformat("2026-12-10T10:00"),
    next_place=PLACE,
    items_left=5,
    chair=CHAIR,
    minutes_taker=TAKER,
)
