"""A text as somebody wrote it, and as somebody else put it into the other language."""

from dataclasses import dataclass
from enum import StrEnum

REVIEWER = "Hélène Arsenault"


class Tongue(StrEnum):
    """The two languages of the demo."""

    EN = "en"
    FR = "fr"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages: which it was written in, and whether somebody reviewed the translation."""

    en: str
    fr: str
    written: Tongue = Tongue.EN
    reviewed: bool = False

    @property
    def text(self) -> str:
        """The text as it was written."""
        return self.en if self.written is Tongue.EN else self.fr

    @property
    def translation(self) -> str:
        """The text in the other language."""
        return self.fr if self.written is Tongue.EN else self.en

    @property
    def other(self) -> Tongue:
        """The language of the translation."""
        return Tongue.FR if self.written is Tongue.EN else Tongue.EN

    @property
    def reviewer(self) -> str:
        """Who reviewed the translation; nobody for most, so that both states can be seen."""
        return REVIEWER if self.reviewed else ""


def french(fr: str, en: str, *, reviewed: bool = False) -> Bilingual:
    """A text written in French."""
    return Bilingual(en, fr, Tongue.FR, reviewed)
