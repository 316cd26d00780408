"""Nobody opens a place alone, and nobody fills another party's seats."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commonground.kernel import clock
from commonground.kernel.actions import OneSideAlone
from commonground.kernel.actor import Holder, Installer, PartyKind, Role
from commonground.kernel.models import Entry, Party
from commonground.kernel.refusals import Forbidden
from commonground.people.actions import organisations, places, tables
from commonground.people.actors import as_seat, held_by
from commonground.people.models import Organisation, Person, Place, Seat, Table

pytestmark = pytest.mark.django_db


class Town:
    """A place that the police and the residents opened together today, with one table."""

    def __init__(self) -> None:
        self.police = self._party("Police", PartyKind.POLICE)
        self.residents = self._party("Residents", PartyKind.COMMUNITY)
        self.service = self._organisation("Service", self.police)
        self.association = self._organisation("Association", self.residents)
        self.chief = holder(self.service)
        self.chair = holder(self.association)
        self.place = places.open_(name="Town", language="en", by=(self.chief, self.chair))
        self.table = tables.set_up(
            place=self.place,
            name="Table",
            purpose="Decide together.",
            quorum=2,
            share_not_police=0.5,
            present_of_sides={PartyKind.POLICE: 1},
            language="en",
            by=Installer(),
        )

    def _party(self, name: str, side: PartyKind) -> Party:
        return places.found_party(name=name, side=side.value, language="en", by=Installer())

    def _organisation(self, name: str, party: Party) -> Organisation:
        return organisations.enter(name=name, party=party, language="en", by=Installer())

    def founding(self, organisation: Organisation, name: str) -> Seat:
        return tables.found_seat(
            table=self.table,
            organisation=organisation,
            person=person(name),
            title=f"Seat of {name}",
            chairing=False,
            by=(self.chief, self.chair),
        )


def person(name: str) -> Person:
    return Person.objects.create_user(f"{name}@example.org", name, "a long password of theirs")


def holder(of: Organisation) -> Holder:
    assert of.party is not None
    made = person(of.name)
    return Holder(
        person=made.id,
        name=made.name,
        role=Role.MEMBER,
        counts_from=clock.today(),
        party=of.party_id,
        kind=PartyKind(of.party.side),
        organisation=of.id,
    )


@pytest.fixture
def town() -> Town:
    return Town()


def test_two_people_of_one_party_cannot_open_a_place(db: None) -> None:
    party = places.found_party(name="Police", side="police", language="en", by=Installer())
    one = organisations.enter(name="One", party=party, language="en", by=Installer())
    other = organisations.enter(name="Other", party=party, language="en", by=Installer())
    with pytest.raises(OneSideAlone):
        places.open_(name="Town", language="en", by=(holder(one), holder(other)))
    assert not Place.objects.exists()


def test_a_place_opens_once_and_the_ledger_names_both_parties(town: Town) -> None:
    entry = Entry.objects.get(verb="place.open")
    assert entry.party == f"{town.police.id.hex}+{town.residents.id.hex}"
    with pytest.raises(places.AlreadyOpen):
        places.open_(name="Again", language="en", by=(town.chief, town.chair))


def test_a_founding_seat_counts_at_once_and_a_later_one_after_fourteen_days(town: Town) -> None:
    first = town.founding(town.association, "ana")
    seated = as_seat(first.person, first).actor
    later = tables.fill(
        table=town.table, organisation=town.association, person=person("ben"), title="Second", by=seated
    )
    today = clock.today()
    assert first.counts_on(today)
    assert not later.counts_on(today + timedelta(days=13))
    assert later.counts_on(today + timedelta(days=14))


def test_a_party_cannot_fill_or_empty_a_seat_of_another(town: Town) -> None:
    mine, theirs = town.founding(town.service, "cpl"), town.founding(town.association, "ana")
    police_seat = as_seat(mine.person, mine).actor
    with pytest.raises(tables.NotYourParty):
        tables.fill(table=town.table, organisation=town.association, person=person("x"), title="X", by=police_seat)
    with pytest.raises(Forbidden):
        tables.empty(seat=theirs, by=police_seat)
    assert Seat.objects.count() == 2
    assert Entry.objects.filter(verb="seat.fill refused").exists()


def test_founding_seats_end_with_the_opening_day(town: Town, settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    with clock.at(clock.now() + timedelta(days=1)), pytest.raises(places.CeremonyOver):
        town.founding(town.association, "late")


def test_a_steward_belongs_to_no_party_and_a_party_has_no_steward(town: Town) -> None:
    college = organisations.enter(name="College", party=None, language="en", by=Installer())
    made = organisations.appoint(
        organisation=college, person=person("s"), role=Role.STEWARD, title="Steward", by=Installer()
    )
    assert [held.actor.party for held in held_by(made.person)] == [None]
    for organisation, role in ((town.service, Role.STEWARD), (college, Role.MEMBER)):
        with pytest.raises(organisations.StewardsStandApart):
            organisations.appoint(organisation=organisation, person=made.person, role=role, title="No", by=Installer())
    with pytest.raises(tables.NoSide):
        tables.found_seat(
            table=town.table, organisation=college, person=made.person, title="No", chairing=False,
            by=(town.chief, town.chair),
        )  # fmt: skip


def test_a_seat_that_ended_is_held_no_more(town: Town) -> None:
    seat = town.founding(town.association, "ana")
    tables.empty(seat=seat, by=as_seat(seat.person, seat).actor)
    super(Seat, seat).refresh_from_db()
    assert seat.to_day == clock.today()
    assert not Seat.objects.filter(pk=seat.pk, to_day=None).exists()


def test_the_coordinator_cannot_seat_a_friend_for_the_community(town: Town) -> None:
    coordinator = replace(town.chief, role=Role.COORDINATOR, kind=PartyKind.AUTHORITY)
    with pytest.raises(Forbidden):
        tables.fill(
            table=town.table, organisation=town.association, person=person("friend"), title="Friend", by=coordinator
        )
    assert not Seat.objects.exists()
    assert Table.objects.get().seats.count() == 0
