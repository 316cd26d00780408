"""What became of what a resident said and voted, by the words they hold."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from commonground.kernel import access, thread, words
from commonground.kernel.actor import Resident
from commonground.kernel.models import Edge
from commonground.kernel.thread import Station
from commonground.kernel.words import Words
from commonground.listen.models import Conversation, Voice
from commonground.listen.queries import lines
from commonground.listen.queries.conversations import OwnVoice, own_voices


@dataclass(frozen=True, slots=True)
class Place:
    """A conversation in which the resident has begun."""

    id: UUID
    question: Words


@dataclass(frozen=True, slots=True)
class Followed:
    """One conversation of a resident and its line; `next_step` says what comes next, and by when where a day is set."""

    id: UUID
    question: Words
    others: tuple[Place, ...]
    line: tuple[Station, ...]
    open: bool
    closes: date
    reached: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """Something one said, and its own line."""

    voice: OwnVoice
    line: tuple[Station, ...]


def followed(resident: Resident, wanted: str) -> Followed | None:
    """The wanted conversation of a resident, or their newest one; None when they have begun nowhere."""
    containers = [container for container, _key in resident.participants]
    rows = list(
        access.visible(Conversation, resident)
        .filter(pk__in=containers)
        .select_related("engagement")
        .order_by("-opened", "pk")
    )
    if not rows:
        return None
    said = words.many([(row, "question") for row in rows])
    chosen = next((row for row in rows if row.id.hex == wanted), rows[0])
    first = thread.station_of(chosen, eyebrow=_("You took part"))
    after = lines.forward([chosen.id], for_=resident)
    return Followed(
        id=chosen.id,
        question=said[chosen.id, "question"],
        others=tuple(Place(row.id, said[row.id, "question"]) for row in rows if row.id != chosen.id),
        line=(first, *after),
        open=chosen.ended_on is None,
        closes=chosen.ended_on or chosen.engagement.closes,
        reached=after[-1].kind if after else "",
    )


def said_by(resident: Resident, container: UUID) -> tuple[OwnLine, ...]:
    """What a resident said in one conversation, each with the line of what became of it."""
    participant = resident.within(container)
    if participant is None:
        return ()
    spoken = own_voices(resident, [participant], conversation=Conversation.objects.get(pk=container))
    joined = set(
        Edge.objects.filter(source__in=[voice.id for voice in spoken], relation="assigned", ended=None).values_list(
            "source_id", flat=True
        )
    )
    return tuple(
        OwnLine(
            voice,
            (
                Station(
                    id=voice.id,
                    kind=Voice.kind,
                    eyebrow=_("You said"),
                    title=voice.text,
                    url=_address(voice),
                    day=voice.day,
                    quote=True,
                ),
                *(lines.forward([voice.id], for_=resident) if voice.id in joined else ()),
            ),
        )
        for voice in spoken
    )


def _address(voice: OwnVoice) -> str:
    return reverse("listen:voice", args=[voice.id]) if voice.status == "passed" else ""
