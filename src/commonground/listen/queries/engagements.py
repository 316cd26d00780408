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


@dataclass(frozen=True, slots=True)
class EngagementPage:
    """An engagement with what it holds."""

    card: EngagementCard
    conversations: tuple[ConversationCard, ...]
    themes: tuple[ThemeCard, ...]


def host_of(engagement: Engagement) -> Host:
    """The host with their side."""
    party = engagement.host.party
    return Host(engagement.host.name, party.side if party else "")


FIELDS = ("title", "purpose", "police_see")

type Texts = dict[tuple[UUID, str], Words]


def cards(rows: list[Engagement]) -> tuple[EngagementCard, ...]:
    """Engagements with everything a page says of them. One query for all their words."""
    said = words.many([(row, field) for row in rows for field in FIELDS])
    return tuple(_card(row, said) for row in rows)


def _card(row: Engagement, said: Texts) -> EngagementCard:
    return EngagementCard(
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


def all_of(actor: Actor) -> tuple[EngagementCard, ...]:
    """Every engagement, those that close soonest first."""
    rows = access.visible(Engagement, actor).select_related("host__party", "opened_by", "neighbourhood")
    return cards(list(rows.order_by("closes", "title", "pk")))


def page_of(engagement: Engagement, *, for_: Actor) -> EngagementPage:
    """An engagement with its questions, open ones first, and its themes. Three queries."""
    asked = list(
        access.visible(Conversation, for_).filter(engagement=engagement).order_by("closed", "opened", "question", "pk")
    )
    named = list(access.visible(Theme, for_).filter(engagement=engagement).order_by("named_on", "name", "pk"))
    said = words.many(
        [
            *((engagement, field) for field in FIELDS),
            *((row, "question") for row in asked),
            *((row, field) for row in named for field in ("name", "description")),
        ]
    )
    open_now = engagement.ended_on is None
    questions = [
        ConversationCard(row.id, said[row.id, "question"], open=open_now and row.status == Conversation.Status.OPEN)
        for row in asked
    ]
    return EngagementPage(
        card=_card(engagement, said),
        conversations=tuple(sorted(questions, key=lambda card: not card.open)),
        themes=tuple(ThemeCard(row.id, said[row.id, "name"], said[row.id, "description"]) for row in named),
    )


def possible_hosts() -> list[tuple[str, str]]:
    """Organisations that may host: all of a party but those of the police."""
    rows = Organisation.objects.filter(party__isnull=False).exclude(party__side="police").order_by("name")
    return [(str(row.pk), row.name) for row in rows]


def neighbourhoods() -> list[tuple[str, str]]:
    """The parts of the place, by name."""
    return [(str(row.pk), row.name) for row in Neighbourhood.objects.order_by("name")]
