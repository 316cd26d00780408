"""What the pages of this room show."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from commonground.kernel import access, words
from commonground.kernel.actor import Actor
from commonground.kernel.words import Words
from commonground.listen.models import Engagement
from commonground.tell.content import Told
from commonground.tell.frozen import from_plain
from commonground.tell.gathering import gather
from commonground.tell.models import Publication
from commonground.tell.reading import Report, read


@dataclass(frozen=True, slots=True)
class PublicationCard:
    """A report as lists show it."""

    id: uuid.UUID
    title: Words
    summary: Words
    engagement: Words
    published: date
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class PublicationPage:
    """A report whole. Once taken back it is its title, its days and the reason; `report` is None."""

    card: PublicationCard
    engagement: uuid.UUID
    reason: Words | None
    report: Report | None
    may_withdraw: bool


def newest_first(*, for_: Actor) -> tuple[PublicationCard, ...]:
    """Every report. Two queries."""
    return _cards(access.visible(Publication, for_))


def of_engagement(engagement: Engagement, *, for_: Actor) -> tuple[PublicationCard, ...]:
    """The reports of one engagement. Two queries."""
    return _cards(access.visible(Publication, for_).filter(engagement=engagement))


def _cards(rows: QuerySet[Publication]) -> tuple[PublicationCard, ...]:
    found = list(rows.select_related("engagement__thing").defer("content").order_by("-published", "title", "pk"))
    texts = words.many(
        [(row, field) for row in found for field in ("title", "summary")] + [(row.engagement, "title") for row in found]
    )
    return tuple(_card(row, texts) for row in found)


def _card(row: Publication, texts: dict[tuple[uuid.UUID, str], Words]) -> PublicationCard:
    return PublicationCard(
        id=row.id,
        title=texts[row.id, "title"],
        summary=texts[row.id, "summary"],
        engagement=texts[row.engagement_id, "title"],
        published=row.published,
        withdrawn=row.withdrawn,
    )


def page_of(publication: Publication, *, for_: Actor) -> PublicationPage:
    """A report as it was frozen, in the page's language."""
    fields = ("title", "summary", "reason")
    texts = words.many([*((publication, field) for field in fields), (publication.engagement, "title")])
    stands = publication.withdrawn is None
    return PublicationPage(
        card=_card(publication, texts),
        engagement=publication.engagement_id,
        reason=None if stands else texts[publication.id, "reason"],
        report=read(from_plain(Told, publication.content)) if stands else None,
        may_withdraw=access.may(for_, "publication.withdraw", publication),
    )


def preview(engagement: Engagement) -> Report:
    """The report as it would be frozen today."""
    return read(gather(engagement).told)
