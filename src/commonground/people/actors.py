"""From a signed-in person and their chosen seat or role to the actor of a request."""

import uuid
from dataclasses import dataclass

from commonground.kernel.actor import Holder, PartyKind, Role
from commonground.kernel.models import Party, Space
from commonground.people.models import Appointment, Organisation, Person, Seat, on


@dataclass(frozen=True, slots=True)
class Held:
    """A seat or role a person may choose to act in."""

    id: uuid.UUID
    title: str
    organisation: str
    actor: Holder


def held_by(person: Person) -> list[Held]:
    """Every seat and role a person holds today, seats first."""
    seats = (
        Seat.objects.filter(on(), person=person)
        .select_related("table", "party", "organisation")
        .order_by("title", "id")
    )
    roles = (
        Appointment.objects.filter(on(), person=person)
        .select_related("organisation", "organisation__party")
        .order_by("title", "id")
    )
    return [as_seat(person, seat) for seat in seats] + [as_role(person, role) for role in roles]


def as_seat(person: Person, seat: Seat) -> Held:
    """A seat as an actor."""
    actor = Holder(
        person=person.id,
        name=person.name,
        role=Role.SEAT,
        counts_from=seat.counts_from,
        party=seat.party_id,
        kind=PartyKind(seat.party.side),
        organisation=seat.organisation_id,
        table=seat.table_id,
        seat=seat.id,
        chairing=seat.chairing,
        spaces=_spaces(seat.party),
    )
    return Held(seat.id, seat.title, seat.organisation.name, actor)


def as_role(person: Person, appointment: Appointment) -> Held:
    """A role in an organisation as an actor."""
    organisation: Organisation = appointment.organisation
    party: Party | None = organisation.party
    actor = Holder(
        person=person.id,
        name=person.name,
        role=Role(appointment.role),
        counts_from=appointment.from_day,
        party=party.id if party else None,
        kind=PartyKind(party.side) if party else None,
        organisation=organisation.id,
        spaces=_spaces(party),
    )
    return Held(appointment.id, appointment.title, organisation.name, actor)


def _spaces(party: Party | None) -> frozenset[uuid.UUID]:
    if party is None:
        return frozenset()
    return frozenset(Space.objects.filter(owner=party).values_list("id", flat=True))
