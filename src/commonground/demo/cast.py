"""Opening the place: its parties, organisations and people, and the table with its first nine seats."""

from dataclasses import dataclass

from commonground.demo.texts import people as texts
from commonground.demo.translating import translated
from commonground.kernel.actor import Holder, Installer, Role
from commonground.kernel.models import Party
from commonground.people.actions import organisations, places, tables
from commonground.people.actors import held_by
from commonground.people.models import Neighbourhood, Organisation, Person, Place, Table

INSTALLER = Installer()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what later steps need."""

    organisations: dict[str, Organisation]
    neighbourhoods: dict[str, Neighbourhood]
    persons: dict[str, Person]
    table: Table

    def actor(self, slug: str, role: Role) -> Holder:
        """A persona in one of its roles, or in its seat."""
        return next(held.actor for held in held_by(self.persons[slug]) if held.actor.role is role)

    def seat(self, slug: str) -> Holder:
        """A persona in its seat at the table."""
        return self.actor(slug, Role.SEAT)

    def member(self, slug: str) -> Holder:
        """A persona as somebody who speaks for its organisation."""
        return self.actor(slug, Role.MEMBER)

    @property
    def coordinator(self) -> Holder:
        """The coordinator of the city."""
        return self.actor("coordinator", Role.COORDINATOR)

    @property
    def host(self) -> Holder:
        """Who reads statements before they are shown."""
        return self.actor("residents-chair", Role.HOST)


def open_place() -> Cast:
    """Enter everybody, then let the city and the residents open the place and make the first seats together."""
    entered = _organisations()
    persons = {persona.slug: _person(persona, entered) for persona in texts.PERSONAS}
    openers = _holder(persons["coordinator"]), _holder(persons["residents-chair"])
    place = places.open_(name=texts.PLACE, language="en", synthetic=True, by=openers)
    neighbourhoods = {
        name: organisations.enter_neighbourhood(name=name, population=population, language="en", by=INSTALLER)
        for name, population in texts.NEIGHBOURHOODS
    }
    table = _table(place)
    for persona in texts.PERSONAS:
        if persona.seat:
            tables.found_seat(
                table=table,
                organisation=entered[persona.organisation],
                person=persons[persona.slug],
                title=persona.seat,
                chairing=persona.chairing,
                by=openers,
            )
    return Cast(entered, neighbourhoods, persons, table)


def _organisations() -> dict[str, Organisation]:
    entered: dict[str, Organisation] = {}
    for name, side, members in texts.PARTIES:
        party = places.found_party(name=name, side=side.value, language="en", by=INSTALLER)
        entered |= {member: _organisation(member, party) for member in members}
    return entered | {name: _organisation(name, None) for name in texts.APART}


def _organisation(name: str, party: Party | None) -> Organisation:
    return organisations.enter(name=name, party=party, language="en", by=INSTALLER)


def _person(persona: texts.Persona, entered: dict[str, Organisation]) -> Person:
    """An account without a password: nobody signs in to it, visitors of the demo walk in."""
    person = Person.objects.create_user(f"{persona.slug}@alder-falls.example", persona.name)
    person.demo_persona = persona.slug
    person.save()
    for appointed in persona.roles:
        organisations.appoint(
            organisation=entered[persona.organisation],
            person=person,
            role=appointed.role,
            title=appointed.title,
            by=INSTALLER,
        )
    return person


def _holder(person: Person) -> Holder:
    return held_by(person)[0].actor


def _table(place: Place) -> Table:
    made = tables.set_up(
        place=place,
        name=texts.TABLE.text,
        purpose=texts.TABLE_PURPOSE.text,
        quorum=texts.QUORUM,
        share_not_police=texts.NOT_POLICE,
        present_of_sides=texts.PRESENT,
        language=texts.TABLE.written.value,
        by=INSTALLER,
    )
    return translated(made, name=texts.TABLE, purpose=texts.TABLE_PURPOSE)
