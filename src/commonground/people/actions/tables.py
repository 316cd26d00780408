"""Tables and who sits at them. A party's seats are filled by that party alone."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Holder, PartyKind, Role
from commonground.kernel.refusals import RefusedAct
from commonground.people.actions.places import require_opening_day
from commonground.people.models import Organisation, Person, Place, Seat, Table


class NotYourParty(RefusedAct):
    """Somebody tried to fill or empty a seat of another party."""

    def __init__(self) -> None:
        super().__init__(_("A party's seats are filled only by that party."))


class NoSide(RefusedAct):
    """An organisation apart from all parties has no seat."""

    def __init__(self) -> None:
        super().__init__(_("This organisation belongs to no party, so it has no seat at a table."))


@action("table.set-up")
def set_up(
    *,
    place: Place,
    name: str,
    purpose: str,
    quorum: int,
    share_not_police: float,
    present_of_sides: Mapping[PartyKind, int],
    language: str,
    by: Actor,
) -> Table:
    """Set up a shared table with its rule."""
    return Table.register(
        language=language,
        name=name,
        purpose=purpose,
        quorum=quorum,
        share_not_police=share_not_police,
        present_of_sides={side.value: count for side, count in present_of_sides.items()},
    )


@action("seat.found")
def found_seat(
    *, table: Table, organisation: Organisation, person: Person, title: str, chairing: bool, by: tuple[Actor, Actor]
) -> Seat:
    """Make one of a place's first seats, by two sides together on the opening day; it counts at once."""
    require_opening_day()
    return _seat(table, organisation, person, title, chairing=chairing, founding=True)


@action("seat.fill")
def fill(*, table: Table, organisation: Organisation, person: Person, title: str, by: Actor) -> Seat:
    """Fill a seat of one's own party. It counts after it has been public for 14 days. Raises NotYourParty."""
    if not isinstance(by, Holder) or by.party is None or by.party != organisation.party_id:
        raise NotYourParty
    return _seat(table, organisation, person, title, chairing=False, founding=False)


@action("seat.empty")
def empty(*, seat: Seat, by: Actor) -> Seat:
    """End a seat of one's own party today. Raises NotYourParty."""
    if not isinstance(by, Holder) or by.role is not Role.SEAT or by.party != seat.party_id:
        raise NotYourParty
    seat.to_day = clock.today()
    seat.save()
    return seat


def _seat(
    table: Table, organisation: Organisation, person: Person, title: str, *, chairing: bool, founding: bool
) -> Seat:
    if organisation.party is None:
        raise NoSide
    made = Seat(
        table=table,
        party=organisation.party,
        organisation=organisation,
        person=person,
        title=title,
        chairing=chairing,
        from_day=clock.today(),
        founding=founding,
    )
    made.save(force_insert=True)
    return made
