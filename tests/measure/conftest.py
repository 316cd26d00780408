import pytest

from tests.measure import cast


@pytest.fixture
def town(db: None) -> cast.Town:
    return cast.town()
