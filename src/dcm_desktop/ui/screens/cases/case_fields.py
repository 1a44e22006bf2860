"""The fields of a case."""

from dataclasses import replace

from dcm_desktop.domain.findings import warning
from dcm_desktop.domain.terms import (
    CaseTypology,
    Consent,
    InstitutionType,
    RiskFactor,
    RiskLevel,
)
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.draft_writer import writer_of
from dcm_desktop.ui.formats import sentence
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    institution_options,
    municipality_options,
    options_of,
    person_options,
)
from dcm_desktop.ui.screens.form_parts import Folded, TickChips, YesNo, beside
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.widgets.boxes import Box, Item
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.ui.widgets.messages import MessageStrip
from dcm_desktop.usecases.cases import (
    CaseData,
)
from dcm_desktop.usecases.cases.opening import LONGEST_SUMMARY
from dcm_desktop.usecases.drafts import list_drafts
from dcm_desktop.usecases.members import list_institutions, list_people
from dcm_desktop.usecases.places import places

_NO_TYPOLOGY = CaseTypology.OTHER


class CaseFields(Box):
    """A case; `brief` for a new one. The neutral summary is kept as a draft while it is typed."""

    def __init__(self, desk: Desk, data: CaseData | None = None, *, record_id: str) -> None:
        super().__init__(spacing=12)
        self._desk, self._old, self._record_id = desk, data, record_id
        start = data or CaseData(_NO_TYPOLOGY, today())
        self._start = start
        self.restored = False
        rows = desk.workspace.ask(list_institutions)
        self._ozd = {
            row.municipality: row.institution_id for row in rows if row.type is InstitutionType.OZD
        }
        none = [Option("", self.tr("not entered"))]
        offered = none + institution_options(rows)
        self.opened = DateEdit(start.opened_on, latest=today())
        self.code = LineEdit(hint=self.tr("next number"))
        kinds = [kind for kind in CaseTypology if kind is not CaseTypology.OTHER]
        self.typology = Combo(
            options_of([*kinds, CaseTypology.OTHER]),
            value=start.typology.value if data else "",
            hint=self.tr("Choose the typology"),
        )
        self.other = LineEdit(start.typology_other)
        district = desk.workspace.info.district
        self.municipality = Combo(
            municipality_options(district),
            value=start.municipality or "",
            hint=self.tr("Choose a municipality"),
        )
        self.lead = Combo(offered, value=start.lead_institution_id or "")
        self.source = Combo(offered, value=start.source_institution_id or "")
        risks = options_of(reversed(RiskLevel), empty=self.tr("not entered"))
        self.risk = Combo(risks, value=start.risk_level.value if start.risk_level else "")
        consents = options_of(Consent, empty=self.tr("not entered"))
        self.consent = Combo(consents, value=start.consent.value if start.consent else "")
        self.violence = YesNo(start.violence_case)
        self.summary = TextEdit(start.summary_neutral, lines=5)
        self._make_rare(start, none)
        self._name_controls()
        self._notice = MessageStrip()
        self._place()
        self._drafts = [self._keep(self.summary, "summary_neutral", start.summary_neutral)]
        if data is not None:
            self._drafts.append(self._keep(self.full, "summary_full", start.summary_full))
        for signal in (self.typology.chosen, self.risk.chosen, self.violence.chosen):
            signal.connect(self._settle)
        self.municipality.chosen.connect(self._municipality_chosen)
        if data is None and len(self._ozd) == 1:
            self.lead.set_value(next(iter(self._ozd.values())))
        self._settle()

    def data(self) -> CaseData:
        """The form as it stands."""
        made = replace(
            self._start,
            opened_on=self.opened.value() or today(),
            code=self.code.text(),
            typology=chosen_of(self.typology, CaseTypology) or _NO_TYPOLOGY,
            typology_other=self.other.text(),
            municipality=self.municipality.value() or None,
            lead_institution_id=self.lead.value() or None,
            source_institution_id=self.source.value() or None,
            risk_level=chosen_of(self.risk, RiskLevel),
            consent=chosen_of(self.consent, Consent),
            violence_case=self.violence.value(),
            summary_neutral=self.summary.text(),
        )
        if self._old is None:
            return made
        return replace(
            made,
            settlement_ekatte=self.settlement.value() or None,
            address=self.address.text(),
            case_worker_person_id=self.worker.value() or None,
            risk_factors=tuple(RiskFactor(value) for value in self.factors.value()),
            summary_full=self.full.text(),
            consent_on=self.consent_on.value(),
            consent_document=self.consent_document.text(),
            operative=self.operative.value(),
            ozd_plan_ref=self.plan.text(),
            funding_project=self.project.text(),
        )

    def forget_drafts(self) -> None:
        """What was typed is saved or given up."""
        for draft, editor in zip(self._drafts, (self.summary, self.full), strict=False):
            draft.set_saved(editor.text())
        for name in ("summary_neutral", "summary_full"):
            writer_of(self._desk.workspace).drop(self._record_id, name)

    def _make_rare(self, start: CaseData, none: list[Option]) -> None:
        self.settlement = Combo(none, value=start.settlement_ekatte or "")
        self.address = LineEdit(start.address)
        people = person_options(self._desk.workspace.ask(list_people, day=today()))
        self.worker = Combo(none + people, value=start.case_worker_person_id or "")
        factors = [Option(o.value, o.text.lower()) for o in options_of(RiskFactor)]
        self.factors = TickChips(factors, [str(one) for one in start.risk_factors])
        self.full = TextEdit(start.summary_full, lines=6)
        self.consent_on = DateEdit(start.consent_on, latest=today())
        self.consent_document = LineEdit(start.consent_document)
        self.operative = YesNo(start.operative)
        self.plan = LineEdit(start.ozd_plan_ref)
        self.project = LineEdit(start.funding_project)

    def _name_controls(self) -> None:
        for control, name in (
            (self.opened, "opened_on"),
            (self.code, "code"),
            (self.typology, "typology"),
            (self.other, "typology_other"),
            (self.municipality, "municipality"),
            (self.lead, "lead_institution_id"),
            (self.source, "source_institution_id"),
            (self.risk, "risk_level"),
            (self.consent, "consent"),
            (self.summary, "summary_neutral"),
            (self.settlement, "settlement_ekatte"),
            (self.address, "address"),
            (self.full, "summary_full"),
            (self.consent_on, "consent_on"),
            (self.consent_document, "consent_document"),
            (self.plan, "ozd_plan_ref"),
            (self.project, "funding_project"),
        ):
            control.setObjectName(name)

    def _place(self) -> None:
        opened = Field(
            self.tr("Opened on"), self.opened, required=self.tr("Type the day it was opened.")
        )
        self._other_field = Field(
            self.tr("Which other"), self.other, required=self.tr("Say which it is.")
        )
        hint = self.tr("No names, numbers or addresses: the papers print it. Up to {n} signs.")
        self.add(
            opened if self._old else beside(opened, Field(self.tr("Code"), self.code)),
            Field(self.tr("Typology"), self.typology, required=self.tr("Choose the typology.")),
            self._other_field,
            *self._middle(),
            self._notice,
            Field(
                self.tr("Summary without personal data"),
                self.summary,
                hint=hint.format(n=LONGEST_SUMMARY),
            ),
        )
        if self._old is not None:
            self._place_rare()

    def _middle(self) -> list[Item]:
        """Names of institutions are long: at the side of a file they take a whole line."""
        municipality = Field(self.tr("Municipality"), self.municipality)
        lead = Field(self.tr("Lead institution"), self.lead)
        source = Field(self.tr("Who referred it"), self.source)
        consent = Field(self.tr("Consent of the parents"), self.consent)
        risk = Field(self.tr("Risk"), self.risk)
        violence = Field(self.tr("Violence or threat of it"), self.violence)
        if self._old is None:
            return [beside(municipality, lead), beside(source, consent), beside(risk, violence)]
        return [beside(municipality, risk), lead, source, consent, violence]

    def _place_rare(self) -> None:
        self._fill_settlements()
        self.add(
            beside(
                Field(self.tr("Consent given on"), self.consent_on),
                Field(self.tr("Document"), self.consent_document),
            ),
            beside(
                Field(self.tr("Social worker"), self.worker),
                Field(self.tr("Plan of the child protection department"), self.plan),
            ),
            beside(
                Field(self.tr("Solved between sessions"), self.operative),
                Field(self.tr("Project"), self.project),
            ),
            Folded(
                self.tr("Risk factors"),
                self.factors,
                why=self.tr("Poverty alone is no ground to separate a child from the family."),
                open_now=bool(self._start.risk_factors),
            ),
            Folded(
                self.tr("Full story and address"),
                Field(self.tr("Settlement"), self.settlement),
                Field(self.tr("Address"), self.address),
                Field(self.tr("Full story"), self.full),
                why=self.tr("Only for the joint work; it never leaves this computer."),
                open_now=bool(self._start.summary_full or self._start.address),
            ),
        )

    def _settle(self, *_value: object) -> None:
        self._other_field.setVisible(self.typology.value() == CaseTypology.OTHER.value)
        immediate = self.risk.value() == RiskLevel.IMMEDIATE.value
        if immediate or self.violence.value():
            self._notice.say(sentence(warning("case.immediate")), "bad", closable=False)
        else:
            self._notice.dismiss()

    def _municipality_chosen(self, code: str) -> None:
        """The child protection department of the place leads, unless another was chosen."""
        if self.lead.value() in ("", *self._ozd.values()) and code in self._ozd:
            self.lead.set_value(self._ozd[code])
        self._fill_settlements()

    def _fill_settlements(self) -> None:
        code = self.municipality.value()
        rows = places().settlements_of(code) if code else ()
        options = [Option("", self.tr("not entered"))]
        options += [Option(row.ekatte, row.label) for row in rows]
        self.settlement.set_options(options)
        if self._start.settlement_ekatte and not self.settlement.value():
            self.settlement.set_value(self._start.settlement_ekatte)

    def _keep(self, editor: TextEdit, name: str, stored: str) -> DraftField:
        """Keep what is typed; bring back what was typed and not saved before."""
        draft = DraftField(editor, _Jotter(self._desk, self._record_id, name))
        draft.set_saved(stored)
        draft.unsaved_changed.connect(self._desk.shell.set_unsaved)
        for row in self._desk.workspace.ask(list_drafts, self._record_id):
            if row.field == name and row.text != stored:
                draft.set_saved(row.text)
                self.restored = True
        return draft


class _Jotter:
    """Writes the draft of one field."""

    def __init__(self, desk: Desk, record_id: str, name: str) -> None:
        self._desk, self._record_id, self._name = desk, record_id, name

    def __call__(self, text: str) -> None:
        """Keep the text."""
        writer_of(self._desk.workspace).keep(self._record_id, self._name, text)
