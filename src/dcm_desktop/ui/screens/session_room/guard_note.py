"""A line below a text that may reach the hall or the public: where it names somebody of a case."""

from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import announce
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.guarding import NamePlace, find_names


class GuardNote(Label):
    """Hidden while the text is clean; says places by line and word, never the word."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", "caption", "warn", wrap=True)
        self._workspace = workspace
        self._seen = ""
        self.hide()

    def check(self, text: str) -> None:
        """Look at a text as it is stored or about to be; the same one is not searched twice."""
        if text == self._seen:
            return
        self._seen = text
        places = self._workspace.ask(find_names, text)
        words = ", ".join(self._place(place) for place in places[:4])
        sentence = ""
        if places:
            sentence = self.tr("Personal data: {places}. It does not go to the hall or the public.")
        self.setText(sentence.format(places=words))
        self.setVisible(bool(places))
        if places:
            announce(self, self.text())

    def _place(self, place: NamePlace) -> str:
        where = self.tr("line {line}, word {word}").format(line=place.line, word=place.word)
        if place.code is None:
            return where
        return self.tr("{where} (case {code})").format(where=where, code=place.code)
