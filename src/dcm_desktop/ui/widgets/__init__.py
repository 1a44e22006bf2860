"""The kit: parts that every screen is built from. No part knows a rule, a store or another screen.

How a screen is put together (import the names from the modules, nothing is re-exported here,
so that a screen pays only for what it shows):

    from dcm_desktop.ui.widgets.boxes import Card, hbox, hline, vbox
    from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, KeyCap, Label, NumberLink, Pill
    from dcm_desktop.ui.widgets.buttons import Button, Segmented
    from dcm_desktop.ui.widgets.fields import Field, LineEdit, SearchEdit, TextEdit
    from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
    from dcm_desktop.ui.widgets.combo import Combo, Option
    from dcm_desktop.ui.widgets.table import TableView
    from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel

    card = Card(Label(self.tr("Members"), "heading"), table, spacing=8)
    add = Button(self.tr("Add"), kind="primary", icon="plus", cap="Ctrl+N")
    self.body.addLayout(hbox(add, None))

Items of a box are widgets, layouts, whole numbers (fixed space), None (stretch) or pairs
`(widget, stretch)`. Colours are named by token, type by role; both follow the theme live.
Lists are a model of frozen rows plus `TableView`; a subclass per list is never needed.
"""
