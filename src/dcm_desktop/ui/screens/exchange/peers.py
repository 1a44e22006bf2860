"""The exchange: who we exchange with, what is on the way, files out and in, enrolment.

Nothing is taken before its preview was seen; nothing leaves before the guard has looked.
"""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import DcmError, ExportRefused
from dcm_desktop.ui import dialogs, formats
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.exchange.enrol_card import AcceptCard, RequestCard, refused_by_words
from dcm_desktop.ui.screens.exchange.peer_card import PeerCard
from dcm_desktop.ui.screens.exchange.preview_card import PreviewCard
from dcm_desktop.ui.screens.exchange.register_card import RegisterCard
from dcm_desktop.ui.screens.exchange.words import ExchangeWords
from dcm_desktop.ui.screens.exchange.work import look_at
from dcm_desktop.ui.screens.guard_card import GuardCard
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.boxes import ScrollColumn, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.words import label_of
from dcm_desktop.usecases.exchange import (
    BundleResult,
    BundleRow,
    EnrolledView,
    EnrolRequestView,
    ExchangeView,
    accept_enrol,
    export_bundle,
    finish_enrol,
    get_exchange,
    import_bundles,
    make_enrol_request,
    suggested_name,
)

REGISTER, PREVIEW, ENROL, ACCEPT, GUARD = range(5)
_LEFT, _LEFT_NARROW = 400, 324


class ExchangeScreen(Screen):
    """Peers at the left; register, preview or enrolment at the right."""

    concerns = frozenset[str]()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Exchange"))
        self._is_national = desk.workspace.info.level is StoreLevel.NATIONAL
        self._view: ExchangeView | None = None
        self._file: Path | None = None
        self.export_button = Button(
            self.tr("Prepare a file for the national team"), kind="primary", icon="upload"
        )
        self.export_button.setObjectName("exportButton")
        self.export_button.clicked.connect(self.export)
        self.import_button = Button(self.tr("Take a file …"), icon="download", cap="Ctrl+O")
        self.import_button.setObjectName("importButton")
        self.import_button.clicked.connect(self.choose_import)
        self.accept_button = Button(self.tr("Introduce a laptop …"), icon="key-round")
        self.accept_button.setObjectName("acceptButton")
        self.accept_button.clicked.connect(self._start_accept)
        self.add_key("Ctrl+O", self.tr("take a file"), self.choose_import)
        self.add_key("Ctrl+Return", self.tr("take the file that is previewed"), self._accept_key)
        if self._is_national:
            self.header.set_actions(self.accept_button, self.import_button)
            self.import_button.set_kind("primary")
        else:
            self.header.set_actions(self.import_button, self.export_button)
        self.register = RegisterCard(desk.workspace.info.level)
        self.preview = PreviewCard()
        self.preview.accepted.connect(self._take)
        self.preview.refused.connect(self._leave_preview)
        self.request = RequestCard()
        self.request.request_requested.connect(self._choose_request)
        self.request.finish_requested.connect(self._choose_answer)
        self.accept = AcceptCard()
        self.accept.file_requested.connect(self._choose_request_file)
        self.accept.accept_requested.connect(self._choose_answer_place)
        self.accept.left.connect(self._to_register)
        why = self.tr("The file was not made. Mend these places, then prepare it again.")
        self.guard = GuardCard(why)
        self.pages = QStackedWidget()
        for page in (self.register, self.preview, self.request, self.accept, self.guard):
            self.pages.addWidget(page)
        self.cards: list[PeerCard] = []
        self._left = ScrollColumn(spacing=12)
        self.body.addLayout(hbox(self._left, (self.pages, 1), spacing=12))
        self._left.setFixedWidth(_LEFT)

    # What the window calls

    def opened(self, **arguments: str) -> None:
        """`do`: export or import starts at once."""
        if arguments.get("do") == "export":
            self.refresh_now()
            self.export()
        elif arguments.get("do") == "import":
            self.choose_import()
        elif self.pages.currentIndex() == REGISTER:
            self.register.table.setFocus()

    def refresh(self) -> None:
        """Read peers and register."""
        view = self.desk.workspace.ask(get_exchange)
        self._view = view
        info = self.desk.workspace.info
        self.header.set_text(
            self.tr("Exchange"), f"{label_of(info)} · {formats.weekday_date(today())}"
        )
        self._show_cards(view)
        self.register.show_rows(view.history)
        self.request.show_waiting(view.has_request)
        enrolled = view.is_enrolled or self._is_national
        self.export_button.setEnabled(view.is_enrolled)
        self.import_button.setEnabled(enrolled)
        if not enrolled:
            self.pages.setCurrentIndex(ENROL)
        elif self.pages.currentIndex() == ENROL:
            self.pages.setCurrentIndex(REGISTER)
        self._weigh_buttons()

    def fit(self, room: Fit) -> None:
        """A narrower column of peers."""
        self._left.setFixedWidth(_LEFT_NARROW if room.narrow else _LEFT)

    # Out

    def export(self) -> None:
        """Ask where the next file for the national team goes, then write it."""
        self.strip.dismiss()
        view = self._view
        if view is None or not view.is_enrolled:
            return
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the file go?"),
            name=view.suggested,
            kinds=self._kinds(),
            chosen=partial(self._export_to, "national"),
        )

    def _export_to(self, peer: str, out: Path) -> None:
        work = partial(export_bundle, self.desk.workspace, peer, out, at=now())
        text = self.tr("The file is being encrypted and signed …")
        self.desk.jobs.run_modal(
            self.desk.shell.busy, text, work, done=self._exported, failed=self._failed
        )

    def _exported(self, row: BundleRow) -> None:
        self.pages.setCurrentIndex(REGISTER)
        self.mark_stale()
        words = self.tr("{name} is written. Hand it over.")
        self.desk.shell.say(words.format(name=row.name))
        if row.held_back:
            self.strip.say(Plurals().held_back(row.held_back), "mute")

    def _receipt(self, district: str) -> None:
        name = self.desk.workspace.ask(suggested_name, district)
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the receipt go?"),
            name=name,
            kinds=self._kinds(),
            chosen=partial(self._export_to, district),
        )

    # In

    def choose_import(self) -> None:
        """Choose a file and show what it would change."""
        if not self.import_button.isEnabled():
            return
        self.strip.dismiss()
        dialogs.choose_file_to_open(
            self,
            title=self.tr("Which file came?"),
            kinds=self._kinds(),
            chosen=self.show_preview,
        )

    def show_preview(self, file: Path) -> None:
        """Read a file whole, verify it, show what it would change."""
        self._file = file
        work = partial(look_at, self.desk.workspace, file, at=now())
        text = self.tr("The file is being verified …")
        self.desk.jobs.run_modal(
            self.desk.shell.busy, text, work, done=self._previewed, failed=self._failed
        )

    def _previewed(self, row: BundleRow) -> None:
        if row.result is BundleResult.WOULD_IMPORT:
            self.preview.show_row(row, self._sender(row))
            self.pages.setCurrentIndex(PREVIEW)
            self._weigh_buttons()
            return
        self._leave_preview()
        if row.error is not None:
            self.take_error(row.error)
        else:
            already = self.tr("{name} has been received already; nothing is changed.")
            self.strip.say(already.format(name=row.name), "mute")

    def _take(self) -> None:
        if self._file is None:
            return
        work = partial(import_bundles, self.desk.workspace, [self._file], at=now())
        text = self.tr("A backup is kept, then the file is taken …")
        self.desk.jobs.run_modal(
            self.desk.shell.busy, text, work, done=self._taken, failed=self._failed
        )

    def _taken(self, rows: tuple[BundleRow, ...]) -> None:
        row = rows[0]
        self._leave_preview()
        self.mark_stale()
        if row.error is not None:
            self.take_error(row.error)
        elif row.kind == "receipt":
            self.desk.shell.say(self.tr("Received by the national team"))
        else:
            words = self.tr("{name} is taken: {new} new, {changed} changed")
            said = words.format(name=row.name, new=row.new, changed=row.changed)
            self.desk.shell.say(said)

    def _leave_preview(self) -> None:
        self._file = None
        self._to_register()

    def _accept_key(self) -> None:
        if self.pages.currentIndex() == PREVIEW:
            self._take()

    # Enrolment

    def _choose_request(self) -> None:
        district = self.desk.workspace.info.district
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the request go?"),
            name=f"okmd-{district}-request.json",
            kinds=self.tr("Request (*.json)"),
            chosen=self._make_request,
        )

    def _make_request(self, out: Path) -> None:
        made: EnrolRequestView = make_enrol_request(self.desk.workspace, out, at=now())
        self.request.words.show_words(made.words)
        self.request.show_waiting(True)
        self.desk.shell.say(self.tr("The request is written. Read the words aloud."))

    def _choose_answer(self, words: str) -> None:
        dialogs.choose_file_to_open(
            self,
            title=self.tr("Where is the answer?"),
            kinds=self.tr("Answer (*.age);;All files (*)"),
            chosen=partial(self._finish, words),
        )

    def _finish(self, words: str, file: Path) -> None:
        try:
            done: EnrolledView = finish_enrol(self.desk.workspace, file, words, at=now())
        except DcmError as error:
            self._words_failed(error)
            return
        self.mark_stale()
        self.refresh_now()
        text = self.tr("The laptop is introduced; its letter is {letter}.")
        self.desk.shell.say(text.format(letter=done.letter))

    def _start_accept(self) -> None:
        self.accept.clear()
        self.pages.setCurrentIndex(ACCEPT)
        self._weigh_buttons()
        self.accept.file_button.setFocus()

    def _choose_request_file(self) -> None:
        dialogs.choose_file_to_open(
            self,
            title=self.tr("Where is the request?"),
            kinds=self.tr("Request (*.json);;All files (*)"),
            chosen=self.accept.set_file,
        )

    def _choose_answer_place(self, words: str) -> None:
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the answer go?"),
            name="okmd-BG-answer.age",
            kinds=self.tr("Answer (*.age)"),
            chosen=partial(self._accept, words),
        )

    def _accept(self, words: str, out: Path) -> None:
        if self.accept.file is None:
            return
        try:
            done = accept_enrol(self.desk.workspace, self.accept.file, words, out, at=now())
        except DcmError as error:
            self._words_failed(error)
            return
        self._to_register()
        self.mark_stale()
        text = self.tr("{district}: laptop {letter} is introduced. Give the answer back.")
        self.desk.shell.say(text.format(district=done.district, letter=done.letter))

    def _words_failed(self, error: DcmError) -> None:
        if error.code == "enrol.words_differ":
            refused_by_words((self.request, self.accept), formats.sentence(error))
        else:
            self.take_error(error)

    # Inside

    def _show_cards(self, view: ExchangeView) -> None:
        empty(self._left.column)
        self.cards = []
        for peer in view.peers:
            card = PeerCard(peer, view.level)
            card.receipt_requested.connect(self._receipt)
            self.cards.append(card)
            self._left.add(card)
        if not view.peers:
            self._left.add(self._nobody())
        elif view.letter:
            words = self.tr("This laptop has the letter {letter}.").format(letter=view.letter)
            self._left.add(Label(words, "caption", "text3", wrap=True))
        self._left.add(None)

    def _nobody(self) -> EmptyState:
        if self._is_national:
            return EmptyState(
                "laptop",
                self.tr("No laptop is introduced yet"),
                self.tr("A coordinator brings a request; the words are read aloud."),
                [Act(self.tr("Introduce a laptop …"), self._start_accept, kind="ghost")],
            )
        return EmptyState(
            "building-2",
            self.tr("The national team does not know this laptop yet"),
            self.tr("First the two sides introduce themselves: three steps, once."),
        )

    def _sender(self, row: BundleRow) -> str:
        view = self._view
        peers = view.peers if view is not None else ()
        peer = next((one for one in peers if one.peer == row.peer), None)
        return ExchangeWords().peer(peer) if peer is not None else row.peer

    def _to_register(self) -> None:
        view = self._view
        enrolled = self._is_national or (view is not None and view.is_enrolled)
        self.pages.setCurrentIndex(REGISTER if enrolled else ENROL)
        self._weigh_buttons()

    def _weigh_buttons(self) -> None:
        """One primary button: the card's own while a card asks something."""
        quiet = self.pages.currentIndex() in (PREVIEW, ENROL, ACCEPT)
        if self._is_national and self._view is not None and not self._view.peers:
            self.import_button.set_kind("")
            self.accept_button.set_kind("" if quiet else "primary")
            return
        self.accept_button.set_kind("")
        button = self.import_button if self._is_national else self.export_button
        button.set_kind("" if quiet else "primary")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ExportRefused):
            self.guard.show_places(error.places)
            self.pages.setCurrentIndex(GUARD)
        elif isinstance(error, DcmError):
            self.take_error(error)
        else:
            raise error

    def _kinds(self) -> str:
        return self.tr("File of the exchange (*.dcmb)")
