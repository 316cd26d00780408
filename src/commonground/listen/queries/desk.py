"""What waits on the desk of a host and of a coordinator."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from commonground.kernel import access, words
from commonground.kernel.actor import Holder
from commonground.kernel.words import Words
from commonground.listen.models import Engagement, Voice

TO_JUDGE = Q(voices__status__in=[Voice.Status.WAITING, Voice.Status.QUARANTINED])


@dataclass(frozen=True, slots=True)
class OnTheDesk:
    """An engagement with what there is to do on it."""

    id: UUID
    title: Words
    closes: date
    ended: bool
    waiting: int
    themes: int


def engagements_of_host(host: Holder) -> tuple[OnTheDesk, ...]:
    """The engagements that the holder may judge statements of, those with most waiting first."""
    rows = access.visible(Engagement, host).filter(host=host.organisation)
    found = [row for row in _counted(rows) if access.may(host, "statement.review", row)]
    return tuple(sorted(map(_card, found), key=lambda card: -card.waiting))


def engagements_of_coordinator(coordinator: Holder) -> tuple[OnTheDesk, ...]:
    """The engagements that the holder's office opened, the newest first."""
    return tuple(
        map(_card, _counted(access.visible(Engagement, coordinator).filter(opened_by=coordinator.organisation)))
    )


def _counted(rows: "QuerySet[Engagement]") -> list[Engagement]:
    counted = rows.annotate(
        waiting=Count("voices", filter=TO_JUDGE, distinct=True), named=Count("themes", distinct=True)
    )
    return list(counted.order_by("-closes", "pk"))


def _card(row: Engagement) -> OnTheDesk:
    waiting: int = getattr(row, "waiting", 0)
    named: int = getattr(row, "named", 0)
    return OnTheDesk(row.id, words.of(row, "title"), row.closes, row.ended_on is not None, waiting, named)
