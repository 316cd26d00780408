"""What a host sees, and what joins voices to themes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator

from commonground.kernel import access, thread, words
from commonground.kernel.actor import Actor
from commonground.kernel.models import Edge
from commonground.kernel.thread import Station
from commonground.kernel.words import Words
from commonground.listen.models import Conversation, Engagement, Theme, Voice
from commonground.listen.queries.pages import shown

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits for its host; `found` says that the guard stopped it during an import."""

    id: UUID
    text: Words
    question: str
    held_back: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A passed statement in a list; `joined` when it belongs to the theme at hand."""

    id: UUID
    text: Words
    number: int | None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme as everybody sees it."""

    id: UUID
    engagement: UUID
    engagement_title: Words
    name: Words
    description: Words
    named_by: str
    side: str
    named_on: date
    voices: "Page[Said]"
    before: tuple[Station, ...]


def waiting_in(engagement: Engagement, *, for_: Actor, page: str = "1") -> "Page[Waiting]":
    """Statements that wait, ordered by their random keys: the order tells nobody who spoke first."""
    rows = (
        access.visible(Voice, for_)
        .filter(engagement=engagement, status__in=[Voice.Status.WAITING, Voice.Status.QUARANTINED])
        .select_related("conversation")
        .order_by("pk")
    )
    found = Paginator(rows, A_PAGE).get_page(page)
    listed = list(found.object_list)
    said = words.many([(row, "text") for row in listed])
    values = [
        Waiting(
            row.id,
            said[row.id, "text"],
            row.conversation.question if row.conversation else "",
            held_back=row.status == Voice.Status.QUARANTINED,
        )
        for row in listed
    ]
    return shown(found, values)


def theme_page(theme: Theme, *, for_: Actor, page: str = "1") -> ThemePage:
    """A theme with who named it, where it was raised and a page of its voices. Four queries.

    Expects `theme` with its engagement and organisation.
    """
    raised = list(
        access.visible(Conversation, for_).filter(
            thing__leads_to__target=theme.thing, thing__leads_to__relation="raised", thing__leads_to__ended=None
        )
    )
    joined = access.visible(Voice, for_).filter(
        status=Voice.Status.PASSED,
        thing__leads_to__target=theme.thing,
        thing__leads_to__relation="assigned",
        thing__leads_to__ended=None,
    )
    found = Paginator(joined.order_by("number", "pk"), A_PAGE).get_page(page)
    rows = list(found.object_list)
    said = words.many(
        [
            (theme, "name"),
            (theme, "description"),
            (theme.engagement, "title"),
            *((row, "question") for row in raised),
            *((row, "text") for row in rows),
        ]
    )
    party = theme.named_by.party
    return ThemePage(
        id=theme.id,
        engagement=theme.engagement_id,
        engagement_title=said[theme.engagement.id, "title"],
        name=said[theme.id, "name"],
        description=said[theme.id, "description"],
        named_by=theme.named_by.name,
        side=party.side if party else "",
        named_on=theme.named_on,
        voices=shown(found, [Said(row.id, said[row.id, "text"], row.number) for row in rows]),
        before=_before(theme, raised),
    )


def _before(theme: Theme, raised: list[Conversation]) -> tuple[Station, ...]:
    """Where a theme comes from, farthest first; its voices stand in a list of their own."""
    return (thread.station_of(theme.engagement), *(thread.station_of(row) for row in raised))


def _joined(theme: Theme) -> set[UUID]:
    edges = Edge.objects.filter(target=theme.thing, relation="assigned", ended=None)
    return set(edges.values_list("source_id", flat=True))


def to_join(theme: Theme, *, for_: Actor, search: str, page: str = "1") -> "Page[Said]":
    """Passed statements of the theme's engagement that hold the searched text, each with whether it is joined."""
    rows = access.visible(Voice, for_).filter(engagement=theme.engagement_id, status=Voice.Status.PASSED)
    if search:
        rows = rows.filter(text__icontains=search)
    joined = _joined(theme)
    found = Paginator(rows.order_by("number", "pk"), A_PAGE).get_page(page)
    listed = list(found.object_list)
    said = words.many([(row, "text") for row in listed])
    return shown(found, [Said(row.id, said[row.id, "text"], row.number, row.id in joined) for row in listed])
