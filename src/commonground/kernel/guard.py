"""Finds what would identify a person before free text is stored. The pattern kinds block: telephone, e-mail,
postal code, licence plate.

Spacing and odd Unicode are folded first, because people hide a number from a form as easily as they mistype it.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel.refusals import RefusedAct


class Kind(StrEnum):
    """What the guard looks for."""

    EMAIL = "email"
    PHONE = "phone"
    POSTAL_CODE = "postal code"
    PLATE = "plate"


NAMES: dict[Kind, Promise] = {
    Kind.EMAIL: _("an e-mail address"),
    Kind.PHONE: _("a telephone number"),
    Kind.POSTAL_CODE: _("a postal code"),
    Kind.PLATE: _("a licence plate"),
}
AT = r"(?:@|\(at\)|\[at\]|\(arobase\))"
DOT = r"(?:\.|\(dot\)|\[dot\]|\(point\))"
EMAIL = re.compile(rf"[\w.+'-]+\s?{AT}\s?[\w-]+(?:\s?{DOT}\s?[\w-]+)*?\s?{DOT}\s?[^\W\d_]{{2,}}", re.IGNORECASE)
POSTAL = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ \-.]?\d[ABCEGHJ-NPRSTV-Z]\d\b", re.IGNORECASE)
# Letters then digits, digits then letters, or the mixed forms of Quebec and British Columbia.
PLATE = re.compile(
    r"\b(?:[A-Z]{3,4}[ \-]?\d{3,4}|[A-Z]{2}\d[ \-]?\d{2}[A-Z]|[A-Z]\d{2}[ \-]?[A-Z]{3}"
    r"|\d{3}[ \-]?[A-Z]{3}|[A-Z]{2}[ \-]\d{3}[ \-]?[A-Z]{1,2})\b"
)
NAMED_PLATE = re.compile(
    r"(?:plates?|plaques?|licen[cs]e|immatricul\w+)\W{1,4}(?:\w+\W{1,2}){0,3}?"
    r"((?=[A-Z0-9]*\d)[A-Z0-9]{2,4}[ \-]?[A-Z0-9]{2,4})\b",
    re.IGNORECASE,
)
# Roads, buses, laws and rooms are written like plates.
NO_PLATE = re.compile(
    r"^(?:HWY|BUS|RTE|ROUTE|ROAD|RD|EXIT|UNIT|ROOM|APT|BILL|LOI|ART|ISO|COVID|TRC|AVE|RUE|LOT|CALL|PAGE|YEAR|BOX"
    r"|CIVIL|FORM|FM|AM)[ \-]?\d",
    re.IGNORECASE,
)
DIGITS = re.compile(r"(?<![\d$])(?:\+?\d[\s().\-–/]{0,3}){7,15}(?!\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """One place in a text that would identify somebody: the kind and where it stands."""

    kind: Kind
    start: int
    end: int


class TextBlocked(RefusedAct):
    """A text holds what would identify a person. Carries the kinds, never the text."""

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        self.kinds = kinds
        listed = format_lazy(", ".join(["{}"] * len(kinds)), *(NAMES[kind] for kind in kinds))
        super().__init__(
            format_lazy(
                _(
                    "Your text seems to hold {kinds}. Take that out, so that nobody can be found by it, and send it "
                    "again. Nothing was saved, and your text is still here."
                ),
                kinds=listed,
            )
        )


def fold(text: str) -> str:
    """Compatibility forms and look-alike spaces and dashes made plain, one character for one."""
    return "".join(
        " "
        if unicodedata.category(char) == "Zs"
        else folded
        if len(folded := unicodedata.normalize("NFKC", char)) == 1
        else char
        for char in text
    )


def find(text: str) -> list[Found]:
    """Every place in a text that would identify a person, in order."""
    plain = fold(text)
    found = [Found(Kind.EMAIL, *match.span()) for match in EMAIL.finditer(plain)]
    found += [Found(Kind.POSTAL_CODE, *match.span()) for match in POSTAL.finditer(plain)]
    found += [Found(Kind.PLATE, *match.span()) for match in PLATE.finditer(plain) if not NO_PLATE.match(match.group())]
    found += [Found(Kind.PLATE, *match.span(1)) for match in NAMED_PLATE.finditer(plain) if _mixed(match.group(1))]
    found += [Found(Kind.PHONE, match.start, match.end) for match in phonenumbers.PhoneNumberMatcher(plain, "CA")]
    found += [Found(Kind.PHONE, *match.span()) for match in DIGITS.finditer(plain) if _like_a_phone(match.group())]
    return sorted(set(found), key=lambda each: (each.start, each.end, each.kind))


def _mixed(run: str) -> bool:
    """A part that mixes letters and digits: "xk4 21b", but not the "16 to" of a driving age."""
    return any(re.search(r"[a-z]", part, re.IGNORECASE) and re.search(r"\d", part) for part in re.split(r"[ -]", run))


def _like_a_phone(run: str) -> bool:
    """Ten digits or more broken as telephone numbers are, or seven broken after the third."""
    digits = re.sub(r"\D", "", run)
    return len(digits) >= 10 or bool(re.fullmatch(r"\d{3}[\s.\-–]\d{4}\s*", run))


def check(*texts: str) -> None:
    """Raise TextBlocked when a text would identify a person."""
    kinds = dict.fromkeys(found.kind for text in texts for found in find(text))
    if kinds:
        raise TextBlocked(tuple(kinds))
