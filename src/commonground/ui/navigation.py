"""Where every page leads: the five verbs, and what stands at the foot."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS = (
    ("listen:index", _("Listen")),
    ("agree:index", _("Agree")),
    ("act:index", _("Act")),
    ("measure:index", _("Measure")),
    ("tell:index", _("Tell")),
)
FOOT = (
    ("listen:find", _("Find my words")),
    ("web:never", _("What this system will never hold")),
    ("web:ledger", _("The public ledger")),
    ("web:method", _("How results are worked out")),
)


@dataclass(frozen=True, slots=True)
class Way:
    """One link of the navigation; `room` is the namespace it belongs to."""

    room: str
    url: str
    word: Promise


def ways(names: tuple[tuple[str, Promise], ...]) -> list[Way]:
    """The links that lead somewhere in this installation: a room that is not served is left out."""
    found = []
    for name, word in names:
        try:
            found.append(Way(name.split(":")[0], reverse(name), word))
        except NoReverseMatch:
            continue
    return found
