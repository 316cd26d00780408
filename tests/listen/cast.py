"""The people of these tests: an office, a community host, another host, the police, and residents by browser."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.test import Client

from commonground.kernel import clock, receipts
from commonground.kernel.actor import Actor, Clock, Holder, Installer, PartyKind, Resident, Role
from commonground.listen.actions import conversations, engagements, statements, voices, votes
from commonground.listen.models import Choice, Conversation, Engagement, Level, Voice
from commonground.people.actions.organisations import appoint, enter
from commonground.people.actions.places import found_party
from commonground.people.actors import held_by
from commonground.people.models import Organisation, Person

SAME_ORIGIN = {"sec-fetch-site": "same-origin"}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with an account, their organisation and the actor they are."""

    person: Person
    organisation: Organisation
    actor: Holder


def member(organisation: Organisation, role: Role) -> Member:
    """Somebody with a role in an organisation."""
    person = Person.objects.create_user(email=f"{uuid.uuid4().hex}@example.org", name="A", password=None)
    appoint(organisation=organisation, person=person, role=role, title=role.value, by=Installer())
    return Member(person, organisation, held_by(person)[0].actor)


def organisation(name: str, side: PartyKind) -> Organisation:
    """An organisation that is a party of its own."""
    party = found_party(name=f"{name}, party", side=side.value, language="en", by=Installer())
    return enter(name=name, party=party, language="en", by=Installer())


def engagement(
    coordinator: Member, host: Member, *, closes: date | None = None, title: str = "Waiting safely"
) -> Engagement:
    """An open engagement of the coordinator's office, hosted by the host's organisation."""
    return engagements.open_(
        organisation=coordinator.organisation,
        host=host.organisation,
        title=title,
        purpose="To learn what makes waiting at the loop feel unsafe.",
        promise=Level.INVOLVE,
        police_see="totals of five people or more.",
        opens=clock.today(),
        closes=closes or clock.today() + timedelta(days=30),
        language="en",
        by=coordinator.actor,
    )


def conversation(
    of: Engagement, coordinator: Member, question: str = "What would make the loop feel safe?"
) -> Conversation:
    """A conversation of an engagement."""
    return conversations.open_(engagement=of, question=question, language="en", by=coordinator.actor)


def resident(*within: Conversation) -> Resident:
    """Somebody without an account who has begun in each conversation with the same words."""
    entropy = receipts.mint("en").entropy
    begun = [
        (each.id, conversations.begin(conversation=each, language="en", entropy=entropy, by=Resident()).participant)
        for each in within
    ]
    return Resident(tuple(begun))


def statement(within: Conversation, text: str, host: Member, by: Resident | None = None) -> Voice:
    """A statement that the host has passed."""
    said = voices.record(conversation=within, text=text, language="en", by=by or resident(within))
    return statements.pass_(voice=said, by=host.actor)


def vote(within: Conversation, on: Voice, choice: Choice, by: Actor | None = None) -> None:
    """One vote."""
    votes.cast(conversation=within, voice=on, choice=choice, by=by or resident(within))


def seal(within: Conversation) -> None:
    """A day passes."""
    conversations.seal(conversation=within, by=Clock())


def browser(who: Member | None = None) -> Client:
    """A browser that says where its forms come from, signed in or not."""
    client = Client(headers=SAME_ORIGIN)
    if who is not None:
        client.force_login(who.person)
    return client
