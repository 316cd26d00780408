"""A report as it is frozen: plain values that no later change can reach.

Texts of the house (themes, priorities, promises, measures) are kept with their source language. Residents' sentences
are kept as keys alone: whoever withdraws a sentence takes it out of every report too.
"""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from commonground.kernel.actor import PartyKind
from commonground.measure.models import Direction, Unit


@dataclass(frozen=True, slots=True)
class Text:
    """A field of a thing as it read on the day of publishing."""

    thing: uuid.UUID
    field: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation and its side; a steward's has none."""

    name: str
    side: PartyKind | None


@dataclass(frozen=True, slots=True)
class ConversationTold:
    """What was asked, and how many took part by its last stored results; None when too few or not worked out."""

    id: uuid.UUID
    question: Text
    people: int | None


@dataclass(frozen=True, slots=True)
class ThemeTold:
    """What people raised. `voices` is None below the threshold."""

    id: uuid.UUID
    name: Text
    description: Text
    voices: int | None
    examples: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class DissentTold:
    """A ballot against, with its reason."""

    seat: str
    body: Body
    reason: str
    language: str


@dataclass(frozen=True, slots=True)
class PriorityTold:
    """What a table agreed, with the tally and every dissent."""

    id: uuid.UUID
    theme: uuid.UUID
    wording: Text
    table: Text
    adopted: date
    ayes: int
    nays: int
    abstentions: int
    dissent: tuple[DissentTold, ...]


class Standing(StrEnum):
    """Where a promise stood on the day of publishing."""

    KEPT = "kept"
    UNDER_WAY = "under way"
    LATE = "late"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class CommitmentTold:
    """A promise. `days_late` counts to the day it was settled, or to the day of publishing."""

    id: uuid.UUID
    priority: uuid.UUID
    body: Body
    wording: Text
    due: date
    standing: Standing
    settled: date | None
    days_late: int
    reason: Text | None


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A figure with its n and day."""

    value: Decimal
    n: int
    day: date


@dataclass(frozen=True, slots=True)
class IndicatorTold:
    """A measure with its baseline and last reading, and the caution that travels with it."""

    id: uuid.UUID
    priority: uuid.UUID
    name: Text
    unit: Unit
    counted: Text
    direction: Direction
    of_people: bool
    owner: Body
    baseline: FigureTold | None
    last: FigureTold | None
    method: Text
    caution: Text


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The ledger before this report was entered: how many entries, and the hash of the last."""

    length: int
    hash: str


@dataclass(frozen=True, slots=True)
class Told:
    """Everything a report tells beside its own title and summary."""

    day: date
    engagement: Text
    conversations: tuple[ConversationTold, ...]
    themes: tuple[ThemeTold, ...]
    priorities: tuple[PriorityTold, ...]
    commitments: tuple[CommitmentTold, ...]
    indicators: tuple[IndicatorTold, ...]
    ledger: LedgerHead
