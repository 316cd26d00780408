"""A town with one adopted priority, and members who may promise for it."""

import pytest

from commonground.agree.models import Priority
from commonground.kernel.actor import Holder
from tests.agree import cast


@pytest.fixture
def town(db: None) -> cast.Town:
    return cast.a_town()


@pytest.fixture
def priority(town: cast.Town) -> Priority:
    return cast.a_priority(town)


@pytest.fixture
def city(town: cast.Town) -> Holder:
    """Somebody of the city's office."""
    return cast.member(town.organisations["city"])


@pytest.fixture
def police(town: cast.Town) -> Holder:
    """Somebody of the police service."""
    return cast.member(town.organisations["police"])
