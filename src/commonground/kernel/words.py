"""Texts that people wrote, shown in the reader's language where a translation stands, always saying which it is."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language

from commonground.kernel.models import Registered, Translation


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its own language tag; `reviewed` is false for a translation that nobody has reviewed."""

    text: str
    language: str
    reviewed: bool
    source_language: str

    def __str__(self) -> str:
        return self.text


def hash_of(text: str) -> str:
    """What a translation keys on, so that an edit of the source makes it stale."""
    return hashlib.sha256(text.encode()).hexdigest()


def source(text: str, language: str) -> Words:
    """A text in the language it was written in."""
    return Words(text, language, reviewed=True, source_language=language)


def many(asked: Iterable[tuple[Registered, str]], language: str | None = None) -> dict[tuple[uuid.UUID, str], Words]:
    """The given fields of the given rows in a language, by default the page's. One query, whatever their number."""
    asked = list(asked)
    tag = language or get_language() or "en"
    foreign = [row.id for row, _ in asked if row.thing.language != tag]
    known: dict[tuple[uuid.UUID, str, str], Translation] = {}
    if foreign:
        for start in range(0, len(foreign), 500):
            for found in Translation.objects.filter(thing_id__in=foreign[start : start + 500], language=tag):
                known[found.thing_id, found.field, found.source] = found
    return {(row.id, field): _choose(row, field, known, tag) for row, field in asked}


def of(row: Registered, field: str, language: str | None = None) -> Words:
    """One field of one row in a language, by default the page's."""
    return many([(row, field)], language)[row.id, field]


def _choose(row: Registered, field: str, known: dict[tuple[uuid.UUID, str, str], Translation], tag: str) -> Words:
    text: str = getattr(row, field)
    found = known.get((row.id, field, hash_of(text)))
    if found is None:
        return source(text, row.thing.language)
    return Words(found.text, tag, reviewed=bool(found.reviewer), source_language=row.thing.language)
