"""What may be stored as somebody's words: read whole, neither empty nor too long, without hidden characters."""

import unicodedata

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from commonground.kernel import guard
from commonground.kernel.refusals import RefusedAct

UNREADABLE = "\ufffd"
# Turning the reading direction by hand can make a text show other words than it holds.
TURNED = frozenset("\u202a\u202b\u202d\u202e")


class NothingSaid(RefusedAct):
    """The text is empty, or blank."""

    def __init__(self) -> None:
        super().__init__(_("There is no text yet. Write one sentence, then send it."))


class TooLong(RefusedAct):
    """The text is longer than its place allows. Carries both lengths."""

    def __init__(self, length: int, most: int) -> None:
        self.length, self.most = length, most
        super().__init__(
            format_lazy(
                _(
                    "Your text has {length} characters; it may have {most}. Shorten it, or send it as several "
                    "statements. Nothing was saved, and your text is still here."
                ),
                length=length,
                most=most,
            )
        )


class Unreadable(RefusedAct):
    """Some characters did not arrive as text. Carries how many."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(
            format_lazy(
                ngettext_lazy(
                    (
                        "{count} character of your text could not be read. It may come from another program: type it "
                        "again by hand. Nothing was saved."
                    ),
                    (
                        "{count} characters of your text could not be read. They may come from another program: type "
                        "them again by hand. Nothing was saved."
                    ),
                    count,
                ),
                count=count,
            )
        )


def clean(text: str, *, most: int) -> str:
    """The text as it is stored. Raises NothingSaid, TooLong, Unreadable, or guard.TextBlocked."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not plain or not any(unicodedata.category(char)[0] in "LNS" for char in plain):
        raise NothingSaid
    if len(plain) > most:
        raise TooLong(len(plain), most)
    if unread := sum(char == UNREADABLE or char in TURNED or _hidden(char) for char in plain):
        raise Unreadable(unread)
    guard.check(plain)
    return plain


def _hidden(char: str) -> bool:
    return char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cs", "Cn")


def same(text: str) -> str:
    """What two texts share when they say the same in other spacing, case or final stop."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(".!?… ")
