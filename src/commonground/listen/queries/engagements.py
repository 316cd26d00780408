"""Engagements as the public sees them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from commonground.kernel import access, words
from commonground.kernel.actor import Actor
from commonground.kernel.words import Words
from commonground.listen.models import MEANINGS, Conversation, Engagement, Level, Theme
from commonground.people.models import Neighbourhood, Organisation


@dataclass(frozen=True, slots=True)
class Host:
    """Who hosts, and on which side they stand; no side for an organisation apart from all parties."""

    name: str
    side: str


@dataclass(frozen=True, slots=True)
class EngagementCard:
    """An engagement in a list, or at the head of its page; `ended` once nobody can speak any more."""

    id: UUID
    title: Words
    purpose: Words
    police_see: Words
    promise: str
    meaning: str | Promise
    host: Host
    opened_by: str
    neighbourhood: str
    opens: date
    closes: date
    ended: date | None


@dataclass(frozen=True, slots=True)
class ConversationCard:
    """A conversation in the list of its engagement."""

    id: UUID
    question: Words
    open: bool


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme in the list of its engagement or conversation."""

    id: UUID
    name: Words
    description: Words


def host_of(engagement: Engagement) -> Host:
    """The host with their side."""
    party = engagement.host.party
    return Host(engagement.host.name, party.side if party else "")


def cards(rows: list[Engagement]) -> tuple[EngagementCard, ...]:
    """Engagements with everything a page says of them. One query for all their words."""
    fields = ("title", "purpose", "police_see")
    said = words.many([(row, field) for row in rows for field in fields])
    return tuple(
        EngagementCard(
            id=row.id,
            title=said[row.id, "title"],
            purpose=said[row.id, "purpose"],
            police_see=said[row.id, "police_see"],
            promise=str(Level(row.promise).label),
            meaning=MEANINGS[row.promise],
            host=host_of(row),
            opened_by=row.opened_by.name,
            neighbourhood=row.neighbourhood.name if row.neighbourhood else "",
            opens=row.opens,
            closes=row.closes,
            ended=row.ended_on,
        )
        for row in rows
    )


def all_of(actor: Actor) -> tuple[EngagementCard, ...]:
    """Every engagement, those that close soonest first."""
    rows = access.visible(Engagement, actor).select_related("host__party", "opened_by", "neighbourhood")
    return cards(list(rows.order_by("closes", "title", "pk")))


def conversations_of(engagement: Engagement, *, for_: Actor) -> tuple[ConversationCard, ...]:
    """The questions of an engagement, open ones first."""
    rows = list(
        access.visible(Conversation, for_).filter(engagement=engagement).order_by("closed", "opened", "question")
    )
    said = words.many([(row, "question") for row in rows])
    found = [
        ConversationCard(row.id, said[row.id, "question"], open=row.status == "open" and engagement.ended_on is None)
        for row in rows
    ]
    return tuple(sorted(found, key=lambda card: not card.open))


def themes_of(engagement: Engagement, *, for_: Actor) -> tuple[ThemeCard, ...]:
    """The themes of an engagement, in the order they were named."""
    rows = list(access.visible(Theme, for_).filter(engagement=engagement).order_by("named_on", "name", "pk"))
    said = words.many([(row, field) for row in rows for field in ("name", "description")])
    return tuple(ThemeCard(row.id, said[row.id, "name"], said[row.id, "description"]) for row in rows)


def possible_hosts() -> list[tuple[str, str]]:
    """Organisations that may host: all but those of the police."""
    rows = Organisation.objects.exclude(party__side="police").order_by("name")
    return [(str(row.pk), row.name) for row in rows]


def neighbourhoods() -> list[tuple[str, str]]:
    """The parts of the place, by name."""
    return [(str(row.pk), row.name) for row in Neighbourhood.objects.order_by("name")]
