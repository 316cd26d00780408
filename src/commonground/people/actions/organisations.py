"""Organisations, the roles people hold in them, and the neighbourhoods they serve."""

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, PartyKind, Role
from commonground.kernel.models import Party
from commonground.kernel.refusals import RefusedAct
from commonground.people.models import Appointment, Neighbourhood, Organisation, Person


class StewardsStandApart(RefusedAct):
    """A steward of answers may not belong to a side that could want to read them."""

    def __init__(self) -> None:
        super().__init__(
            _("A steward belongs to an organisation that is of no party, and such an organisation has stewards only.")
        )


class NotForThisSide(RefusedAct):
    """A role that an organisation of this side cannot give."""

    def __init__(self) -> None:
        super().__init__(
            _("The police have officers and managers, the others coordinators and hosts. Choose a role of this side.")
        )


OF_THE_POLICE = frozenset({Role.OFFICER, Role.MANAGER})
NEVER_OF_THE_POLICE = frozenset({Role.COORDINATOR, Role.HOST})


@action("organisation.enter")
def enter(*, name: str, party: Party | None, language: str, by: Actor) -> Organisation:
    """Enter an organisation, as part of a party or apart from all."""
    return Organisation.register(language=language, name=name, party=party)


@action("person.appoint")
def appoint(*, organisation: Organisation, person: Person, role: Role, title: str, by: Actor) -> Appointment:
    """Give a person a role in an organisation, from today. Raises StewardsStandApart and NotForThisSide."""
    if (role is Role.STEWARD) != (organisation.party_id is None):
        raise StewardsStandApart
    police = organisation.party is not None and organisation.party.side == PartyKind.POLICE
    if role in (NEVER_OF_THE_POLICE if police else OF_THE_POLICE):
        raise NotForThisSide
    made = Appointment(organisation=organisation, person=person, role=role.value, title=title, from_day=clock.today())
    made.save(force_insert=True)
    return made


@action("neighbourhood.enter")
def enter_neighbourhood(*, name: str, population: int | None, language: str, by: Actor) -> Neighbourhood:
    """Enter a part of the place under the name its residents use."""
    return Neighbourhood.register(language=language, name=name, population=population)
