"""The thread as pages of this room draw it: each station with its day, its language, and whether it is a quotation."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from commonground.kernel import thread
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import Sentence
from commonground.kernel.words import Words
from commonground.ui import dates


@dataclass(frozen=True, slots=True)
class Station:
    """One station of a line."""

    kind: str
    eyebrow: str
    title: str
    language: str
    url: str
    detail: Sentence = ""
    late: bool = False
    quote: bool = False


def station(
    kind: str, word: Sentence, title: Words, url: str, day: date | None = None, detail: Sentence = ""
) -> Station:
    """A station made by a page itself, such as the first of a line."""
    eyebrow = f"{word} · {dates.in_words(day)}" if day else str(word)
    return Station(kind, eyebrow, title.text, title.language, url, detail, quote=kind == "voice" and not url)


def forward(starts: Iterable[uuid.UUID], *, for_: Actor) -> tuple[Station, ...]:
    """What became of things."""
    return tuple(_as_line(found) for found in thread.forward(starts, for_=for_))


def _as_line(found: thread.Station) -> Station:
    made = station(found.kind, found.eyebrow, found.title, found.url, found.day, found.detail)
    return Station(
        made.kind, made.eyebrow, made.title, made.language, made.url, made.detail, late=found.late, quote=made.quote
    )
