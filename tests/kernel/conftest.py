"""A small cast: two parties, a holder for each, a meeting of the police."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection

from commonground.kernel.actor import Holder, Installer, PartyKind, Role
from commonground.kernel.models import Party
from commonground.people.actions.places import found_party
from tests.kernel.trial import actions
from tests.kernel.trial.models import Meeting


def party(name: str, side: PartyKind) -> Party:
    """A side of the place."""
    return found_party(name=name, side=side.value, language="en", by=Installer())


def holder_of(of: Party) -> Holder:
    """Somebody who sits for a party."""
    return Holder(
        person=uuid.uuid4(),
        name="A",
        role=Role.SEAT,
        counts_from=date(2020, 1, 1),
        party=of.id,
        kind=PartyKind(of.side),
    )


@pytest.fixture
def police(db: None) -> Party:
    return party("Police", PartyKind.POLICE)


@pytest.fixture
def nation(db: None) -> Party:
    return party("Nation", PartyKind.NATION)


@pytest.fixture
def officer(police: Party) -> Holder:
    return holder_of(police)


@pytest.fixture
def justice_worker(nation: Party) -> Holder:
    return holder_of(nation)


@pytest.fixture
def meeting(police: Party) -> Meeting:
    return actions.call(owner=police, name="First", by=Installer())


def sql(statement: str, *values: Any) -> int:
    """What somebody with the database's password could do."""
    with connection.cursor() as cursor:
        cursor.execute(
            statement,
            [
                value.hex if isinstance(value, uuid.UUID) and connection.vendor == "sqlite" else value
                for value in values
            ],
        )
        return int(cursor.rowcount)
