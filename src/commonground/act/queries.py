"""What the pages of this room show: promises, late ones first, and what there is to see for each."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404

from commonground.act.links import host_of
from commonground.act.models import Commitment, CommitmentStatus, Evidence
from commonground.act.sentences import standing
from commonground.agree.models import Priority
from commonground.agree.origin import origin_of
from commonground.kernel import access, clock, words
from commonground.kernel.actor import Actor, PartyKind
from commonground.kernel.thread import Station
from commonground.kernel.words import Words
from commonground.people.models import Organisation

SETTLED_SHOWN = 50


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise in a list: by whom, until when, and how it stands."""

    id: uuid.UUID
    wording: Words
    priority: Words
    organisation: str
    side: PartyKind
    due: date
    status: CommitmentStatus
    standing: str
    late: bool
    evidence: int

    @property
    def owed(self) -> bool:
        """Whether it is still to be kept."""
        return self.status is CommitmentStatus.PROMISED


@dataclass(frozen=True, slots=True)
class Index:
    """Every promise: late first, then what is under way, then what was settled, newest first."""

    late: tuple[PromiseLine, ...]
    under_way: tuple[PromiseLine, ...]
    kept: tuple[PromiseLine, ...]
    dropped: tuple[PromiseLine, ...]
    today: date


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One thing to see, with the site its link leads to."""

    id: uuid.UUID
    sentence: Words
    link: str
    host: str
    day: date


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """A promise with all its days, its evidence and its thread."""

    commitment: Commitment
    promise: PromiseLine
    reason: Words | None
    evidence: tuple[EvidenceLine, ...]
    voices: int
    back: tuple[Station, ...]
    today: date
    may_show: bool
    may_keep: bool
    may_drop: bool


@dataclass(frozen=True, slots=True)
class PromisePage:
    """The priority for which somebody is about to promise, and in whose name."""

    priority: uuid.UUID
    wording: Words
    organisation: str
    side: PartyKind


def promises(actor: Actor) -> Any:
    """The promises an actor may see, each with its organisation, its priority and a count of its evidence."""
    return (
        access.visible(Commitment, actor)
        .select_related(
            "organisation__party", "priority__thing", "priority__theme__thing", "priority__theme__engagement__thing"
        )
        .annotate(shown=Count("evidence"))
        .order_by("due", "wording", "pk")
    )


def promise_lines(rows: Iterable[Any]) -> tuple[PromiseLine, ...]:
    """Rows of `promises` as pages list them. One query at most."""
    rows = list(rows)
    told = words.many([pair for row in rows for pair in ((row, "wording"), (row.priority, "wording"))])
    return tuple(
        PromiseLine(
            id=row.id,
            wording=told[row.id, "wording"],
            priority=told[row.priority.id, "wording"],
            organisation=row.organisation.name,
            side=PartyKind(row.organisation.party.side),
            due=row.due,
            status=CommitmentStatus(row.status),
            standing=standing(row),
            late=row.is_late,
            evidence=row.shown,
        )
        for row in rows
    )


def index(*, for_: Actor) -> Index:
    """The first page of the room. Three queries at most."""
    owed = promise_lines(promises(for_).filter(status=CommitmentStatus.PROMISED))
    done = promise_lines(
        promises(for_).exclude(status=CommitmentStatus.PROMISED).order_by("-settled", "wording", "pk")[:SETTLED_SHOWN]
    )
    return Index(
        late=tuple(line for line in owed if line.late),
        under_way=tuple(line for line in owed if not line.late),
        kept=tuple(line for line in done if line.status is CommitmentStatus.KEPT),
        dropped=tuple(line for line in done if line.status is CommitmentStatus.DROPPED),
        today=clock.today(),
    )


def promises_for(priority: Priority, *, for_: Actor) -> tuple[PromiseLine, ...]:
    """What was promised for a priority, soonest due first. Two queries at most."""
    return promise_lines(promises(for_).filter(priority=priority))


def owed_by(organisation: Organisation, *, for_: Actor) -> tuple[PromiseLine, ...]:
    """What an organisation still has to keep; soonest due first, so late before all. Two queries at most."""
    return promise_lines(promises(for_).filter(organisation=organisation, status=CommitmentStatus.PROMISED))


def commitment_page(key: uuid.UUID, *, for_: Actor) -> CommitmentPage:
    """One promise with its evidence. Raises Http404."""
    row = get_object_or_404(promises(for_), pk=key)
    shown = list(access.visible(Evidence, for_).filter(commitment=row).order_by("day", "sentence", "pk"))
    origin = origin_of(row.priority.theme, row.priority, for_=for_)
    told = words.many((each, "sentence") for each in shown)
    return CommitmentPage(
        commitment=row,
        promise=promise_lines([row])[0],
        reason=words.source(row.reason, row.reason_language) if row.reason else None,
        evidence=tuple(
            EvidenceLine(each.id, told[each.id, "sentence"], each.link, host_of(each.link), each.day) for each in shown
        ),
        voices=origin.voices,
        back=origin.stations(),
        today=clock.today(),
        may_show=access.may(for_, "evidence.show", row),
        may_keep=access.may(for_, "commitment.keep", row),
        may_drop=access.may(for_, "commitment.drop", row),
    )


def promise_page(key: uuid.UUID, organisation: uuid.UUID, *, for_: Actor) -> PromisePage:
    """What a member sees before promising. Raises Http404."""
    priority = access.get(Priority, key, for_)
    own = get_object_or_404(access.visible(Organisation, for_).select_related("party"), pk=organisation)
    if own.party is None:
        raise Http404
    return PromisePage(priority.id, words.of(priority, "wording"), own.name, PartyKind(own.party.side))
