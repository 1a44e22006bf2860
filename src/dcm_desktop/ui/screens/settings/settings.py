"""Settings: mechanism, rules, schedule, phrases, look, store."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.settings.pages import LookPage, StorePage
from dcm_desktop.ui.screens.settings.phrases_page import PhrasesPage
from dcm_desktop.ui.screens.settings.rules_page import MechanismPage, RulesPage, SavingPage
from dcm_desktop.ui.screens.settings.schedule_page import SchedulePage
from dcm_desktop.ui.widgets.boxes import ScrollColumn, hbox
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.usecases.office import list_mechanisms

LOOK, STORE, MECHANISM, RULES, SCHEDULE, PHRASES = range(6)
_PARTS = {
    "look": LOOK,
    "store": STORE,
    "mechanism": MECHANISM,
    "rules": RULES,
    "schedule": SCHEDULE,
    "phrases": PHRASES,
}
_WIDEST = 780


class SettingsScreen(Screen):
    """Each page saves by itself; the look changes at once."""

    concerns = frozenset({"mechanism", "mechanism_rules", "session", "session_schedule", "phrase"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Settings"))
        self._mechanism_id = ""
        self._has_mechanism = desk.workspace.info.level is not StoreLevel.NATIONAL
        names = [self.tr("Look and locking"), self.tr("Store")]
        if self._has_mechanism:
            names += [self.tr("Mechanism"), self.tr("Rules"), self.tr("Schedule")]
            names.append(self.tr("Phrases"))
        self.tabs = Segmented(*names, name=self.tr("Part"))
        self.tabs.chosen.connect(self._tab_chosen)
        self._mechanisms = Combo(name=self.tr("Mechanism"))
        self._mechanisms.chosen.connect(self._mechanism_chosen)
        self.header.set_actions(self._mechanisms, self.tabs)
        self._mechanisms.hide()
        self.look = LookPage(self)
        self.store = StorePage(self)
        self.mechanism: MechanismPage | None = None
        self.rules: RulesPage | None = None
        self.schedule: SchedulePage | None = None
        self.phrases: PhrasesPage | None = None
        self._pages = QStackedWidget()
        for page in (self.look, self.store):
            self._pages.addWidget(_column(page))
        if self._has_mechanism:
            for _ in (MECHANISM, RULES, SCHEDULE, PHRASES):
                self._pages.addWidget(QWidget())
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                self.add_key(keys, self.tr("save the page"), self._save)
            self._keys.pop(0)
        self.body.addWidget(self._pages, 1)

    def opened(self, **arguments: str) -> None:
        """`part`: look, store, mechanism, rules, schedule or phrases."""
        part = _PARTS.get(arguments.get("part", ""))
        if part is not None and (part < MECHANISM or self._has_mechanism):
            self.tabs.set_index(part)
            self._tab_chosen(part)

    def refresh(self) -> None:
        """Read what may have changed elsewhere."""
        self.store.refresh()
        if self._has_mechanism:
            self._show_mechanism()
        text = self.tr("The look belongs to this computer, everything else to the store")
        self.header.set_text(self.tr("Settings"), text)

    def fit(self, room: Fit) -> None:
        """Narrower controls in a narrow window; pages grow with the text."""
        made = (self.mechanism, self.rules, self.schedule, self.phrases)
        for page in (self.look, self.store, *made):
            if page is not None:
                page.setMaximumWidth(theme.px(_WIDEST))
        if self.rules is not None:
            self.rules.fields.set_narrow(room.width < theme.px(860))

    def _show_mechanism(self) -> None:
        views = self.desk.workspace.ask(list_mechanisms)
        ids = [view.mechanism_id for view in views]
        if self._mechanism_id not in ids:
            self._mechanism_id = ids[0] if ids else ""
        self._mechanisms.set_options(
            [Option(view.mechanism_id, view.name) for view in views], self._mechanism_id
        )
        self._mechanisms.setVisible(len(ids) > 1)
        view = next((one for one in views if one.mechanism_id == self._mechanism_id), None)
        pages: tuple[QWidget, ...]
        if view is None:
            self.mechanism = self.rules = self.schedule = self.phrases = None
            pages = tuple(self._nothing() for _ in range(4))
        else:
            self.mechanism = MechanismPage(self, view)
            self.rules = RulesPage(self, view)
            self.schedule = SchedulePage(self, view)
            self.phrases = PhrasesPage(self, view)
            made = (self.mechanism, self.rules, self.schedule, self.phrases)
            pages = tuple(map(_column, made))
        for place, page in zip((MECHANISM, RULES, SCHEDULE, PHRASES), pages, strict=True):
            old = self._pages.widget(place)
            self._pages.insertWidget(place, page)
            if old is not None:
                self._pages.removeWidget(old)
                old.deleteLater()
        self._pages.setCurrentIndex(self.tabs.index)

    def _nothing(self) -> EmptyState:
        return EmptyState(
            "landmark",
            self.tr("No mechanism yet"),
            self.tr("It is entered once, with its rules, under „Members“."),
            [Act(self.tr("Enter the mechanism"), self._to_members, kind="primary")],
        )

    def _tab_chosen(self, tab: int) -> None:
        self._pages.setCurrentIndex(tab)

    def _mechanism_chosen(self, mechanism_id: str) -> None:
        self._mechanism_id = mechanism_id
        self._show_mechanism()

    def _save(self) -> None:
        pages: dict[int, SavingPage | None] = {
            MECHANISM: self.mechanism,
            RULES: self.rules,
            SCHEDULE: self.schedule,
            PHRASES: self.phrases,
        }
        page = pages.get(self.tabs.index)
        if page is not None and page.save_button.isVisible():
            page.save()

    def _to_members(self) -> None:
        self.desk.shell.open("members")


def _column(page: QWidget) -> ScrollColumn:
    """A page in a column that scrolls, no wider than is good to read."""
    page.setMaximumWidth(theme.px(_WIDEST))
    return ScrollColumn(hbox((page, 1_000), None))
