"""What every text that a seat or an organisation enters must be: there, of a length, and telling of no person."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import guard
from commonground.kernel.refusals import RefusedAct


class TextMissing(RefusedAct):
    """An empty text where one is needed."""

    def __init__(self) -> None:
        super().__init__(_("There are no words in it yet. Write them and send it again."))


class TextTooLong(RefusedAct):
    """A text beyond its limit; carries both lengths."""

    def __init__(self, length: int, limit: int) -> None:
        self.length, self.limit = length, limit
        told: Promise = format_lazy(
            _("Your text has {length} characters and the most is {limit}. Shorten it; it is still here."),
            length=length,
            limit=limit,
        )
        super().__init__(told)


class TextBroken(RefusedAct):
    """A text with a NUL or another character that no keyboard makes and the database cannot hold."""

    def __init__(self) -> None:
        super().__init__(_("Your text holds a character that cannot be read. Write it again by hand and send it."))


def checked(text: str, limit: int, *, needed: bool = True) -> str:
    """The text without space around it. Raises TextMissing, TextTooLong, TextBroken and guard.TextBlocked."""
    plain = text.strip()
    if "\x00" in plain or any("\ud800" <= char <= "\udfff" for char in plain):
        raise TextBroken
    if needed and not plain:
        raise TextMissing
    if len(plain) > limit:
        raise TextTooLong(len(plain), limit)
    guard.check(plain)
    return plain
