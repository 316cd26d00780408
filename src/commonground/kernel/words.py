"""Texts that people wrote, shown in the reader's language where a translation stands, always saying which it is.

Translations are looked up when the first of them is read: by then a page has asked for all it will show, so one query
serves them all.
"""

import hashlib
import uuid
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.core.signals import request_started
from django.utils.translation import get_language

from commonground.kernel.models import Registered, Translation

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its own language tag; `reviewed` is false for a translation that nobody has reviewed."""

    text: str
    language: str
    reviewed: bool
    source_language: str


@dataclass(slots=True, eq=False)
class _Batch:
    """What has been asked for in one language and not yet looked up."""

    language: str
    things: set[uuid.UUID] = field(default_factory=set)
    found: dict[tuple[uuid.UUID, str, str], Translation] | None = None

    def look_up(self) -> dict[tuple[uuid.UUID, str, str], Translation]:
        if self.found is None:
            if _asking.get() is self:
                _asking.set(None)
            things = sorted(self.things)
            self.found = {
                (each.thing_id, each.field, each.source): each
                for start in range(0, len(things), CHUNK)
                for each in Translation.objects.filter(
                    thing_id__in=things[start : start + CHUNK], language=self.language
                )
            }
        return self.found


_asking: ContextVar[_Batch | None] = ContextVar("asking", default=None)


class Words:
    """A text as a reader sees it: the text, its language tag, whether it was reviewed, and what it was written in."""

    __slots__ = ("_batch", "_key", "_told")

    def __init__(self, text: str, language: str, reviewed: bool, source_language: str) -> None:
        self._told = Told(text, language, reviewed, source_language)
        self._batch: _Batch | None = None
        self._key: tuple[uuid.UUID, str, str] | None = None

    def _wait_for(self, batch: _Batch, key: tuple[uuid.UUID, str, str]) -> "Words":
        batch.things.add(key[0])
        self._batch, self._key = batch, key
        return self

    @property
    def told(self) -> Told:
        """The text and its standing, looked up when it is first read."""
        if self._batch is not None and self._key is not None:
            found = self._batch.look_up().get(self._key)
            self._batch = None
            if found is not None:
                self._told = Told(found.text, found.language, bool(found.reviewer), self._told.source_language)
        return self._told

    @property
    def text(self) -> str:
        """The text itself."""
        return self.told.text

    @property
    def language(self) -> str:
        """The BCP-47 tag of the text shown."""
        return self.told.language

    @property
    def reviewed(self) -> bool:
        """False for a translation that nobody has reviewed."""
        return self.told.reviewed

    @property
    def source_language(self) -> str:
        """The tag of what the text was written in."""
        return self.told.source_language

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Words({self.text!r}, {self.language!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self.told == other.told

    def __hash__(self) -> int:
        return hash(self.told)


def _forget(**_: Any) -> None:
    """What one request asked for and never read is not looked up by the next."""
    _asking.set(None)


request_started.connect(_forget, dispatch_uid="words")


def hash_of(text: str) -> str:
    """What a translation keys on, so that an edit of the source makes it stale."""
    return hashlib.sha256(text.encode()).hexdigest()


def source(text: str, language: str) -> Words:
    """A text in the language it was written in."""
    return Words(text, language, True, language)


def many(asked: Iterable[tuple[Registered, str]], language: str | None = None) -> dict[tuple[uuid.UUID, str], Words]:
    """The given fields of the given rows in a language, by default the page's. One query a page, when first read."""
    tag = language or get_language() or "en"
    return {(row.id, name): _later(row, name, tag) for row, name in asked}


def of(row: Registered, name: str, language: str | None = None) -> Words:
    """One field of one row in a language, by default the page's."""
    return _later(row, name, language or get_language() or "en")


def _later(row: Registered, name: str, tag: str) -> Words:
    text: str = getattr(row, name)
    written = row.thing.language
    said = Words(text, written, True, written)
    if written == tag:
        return said
    batch = _asking.get()
    if batch is None or batch.language != tag:
        batch = _Batch(tag)
        _asking.set(batch)
    return said._wait_for(batch, (row.id, name, hash_of(text)))
