"""Whom one may walk in as, and ten minutes of steps with their addresses in this installation."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Motion, MotionStatus, Priority
from commonground.demo import words
from commonground.demo.texts.measures import TOLD_WHAT_HAPPENED
from commonground.demo.texts.people import PERSONAS, Persona
from commonground.kernel import access, thread
from commonground.kernel.actor import Actor, PartyKind
from commonground.kernel.models import Registered
from commonground.listen.models import Conversation
from commonground.measure.models import Indicator
from commonground.people.models import Appointment, Person, Seat, on
from commonground.tell.models import Publication

WENT_WRONG = TOLD_WHAT_HAPPENED.name.text


@dataclass(frozen=True, slots=True)
class Door:
    """One seat or role to walk in as."""

    held: uuid.UUID
    title: str


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """Somebody to walk in as: who they are, what to try, and every seat or role they hold."""

    slug: str
    name: str
    organisation: str
    side: PartyKind | None
    who: str | Promise
    tries: str | Promise
    doors: tuple[Door, ...]


def persona_cards() -> list[PersonaCard]:
    """Everybody whom the demo made, in the order of the loop. Two queries."""
    held: dict[str, list[Seat | Appointment]] = defaultdict(list)
    for seat in _of_personas(Seat):
        held[seat.person.demo_persona].append(seat)
    for role in _of_personas(Appointment):
        held[role.person.demo_persona].append(role)
    return [_card(persona, held[persona.slug]) for persona in PERSONAS if held[persona.slug]]


def _of_personas[H: (Seat, Appointment)](model: type[H]) -> "models.QuerySet[H]":
    held: models.QuerySet[H] = model.objects.filter(on(), person__demo_persona__gt="")
    return held.select_related("person", "organisation__party").order_by("title", "pk")


def _card(persona: Persona, held: list[Seat | Appointment]) -> PersonaCard:
    party = held[0].organisation.party
    return PersonaCard(
        slug=persona.slug,
        name=held[0].person.name,
        organisation=held[0].organisation.name,
        side=PartyKind(party.side) if party else None,
        who=persona.who,
        tries=persona.tries,
        doors=tuple(Door(each.pk, gettext(each.title)) for each in held),
    )


def persona(slug: str) -> Person | None:
    """The account of a persona; never one that a person made for themselves."""
    return Person.objects.filter(demo_persona=slug).exclude(demo_persona="").first()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the loop: what to look at, and where; `words` is a receipt to type there."""

    verb: str | Promise
    text: str | Promise
    url: str
    label: str | Promise
    words: str = ""


def steps(actor: Actor) -> list[Step]:
    """The loop in ten minutes. Six queries; empty while the city is not loaded."""
    asked = list(access.visible(Conversation, actor).order_by("opened", "pk"))
    priority = access.visible(Priority, actor).order_by("adopted", "pk").first()
    motion = access.visible(Motion, actor).filter(status=MotionStatus.OPEN).order_by("opened", "pk").first()
    figure = access.visible(Indicator, actor).filter(name=WENT_WRONG).first()
    report = access.visible(Publication, actor).order_by("published", "pk").first()
    if not asked or priority is None or motion is None or figure is None or report is None:
        return []
    return [*_listen(asked[0], asked[-1]), *_decide(priority, motion), *_answer(figure, report)]


def _at(row: Registered) -> str:
    return thread.KINDS[row.kind].address(row)


def _listen(closed: Conversation, now: Conversation) -> list[Step]:
    return [
        Step(
            _("Listen"),
            _("Begin without an account, keep your twelve words, vote on a few statements and add one of your own."),
            _at(now),
            _("Go to the open conversation"),
        ),
        Step(
            _("Listen"),
            _(
                "Walk in as Rosa Delgado, host of conversations. Under Listen, open the same engagement and pass your "
                "statement. Then look for it as the police."
            ),
            "#residents-chair",
            _("Find Rosa Delgado below"),
        ),
        Step(
            _("Listen"),
            _("See what an earlier conversation found: two groups of opinion, and what both of them agree on."),
            reverse("listen:results", args=[closed.id]),
            _("Read its results"),
        ),
    ]


def _decide(priority: Priority, motion: Motion) -> list[Step]:
    return [
        Step(
            _("Agree"),
            _("Read how a theme became a priority, who voted no, and why the reason is printed."),
            _at(priority),
            _("Open the priority"),
        ),
        Step(
            _("Agree"),
            _("Walk in as anybody with a seat and vote on the motion that is open."),
            _at(motion),
            _("Open the motion"),
        ),
        Step(
            _("Act"),
            _("Look at the promises: one is late and says so, one was dropped with its reason, others were kept."),
            reverse("act:index"),
            _("See the promises"),
        ),
    ]


def _answer(figure: Indicator, report: Publication) -> list[Step]:
    return [
        Step(
            _("Measure"),
            _("Look at a figure that went the wrong way. Nobody can take it down."),
            _at(figure),
            _("Open the figure"),
        ),
        Step(
            _("Tell"),
            _("Read what was said, agreed, done and changed on one page."),
            _at(report),
            _("Read the report"),
        ),
        Step(
            _("Follow"),
            _("Somebody spoke in the earlier conversation and left these twelve words. Type them and walk forward."),
            reverse("listen:find"),
            _("Find these words"),
            words=words.spelled(get_language() or "en"),
        ),
        Step(
            _("Check"),
            _("Every act of this loop stands in the ledger, by role and side."),
            reverse("web:ledger"),
            _("Open the ledger"),
        ),
    ]
