"""A town on its opening day, and a theme people raised there."""

import pytest

from commonground.listen.models import Theme
from tests.agree import cast


@pytest.fixture
def town(db: None) -> cast.Town:
    return cast.a_town()


@pytest.fixture
def theme(town: cast.Town) -> Theme:
    return cast.a_theme(town)
