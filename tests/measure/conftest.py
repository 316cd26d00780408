from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.measure import cast


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A request in French leaves its language behind in the thread that tests share."""
    with translation.override("en"):
        yield


@pytest.fixture
def town(db: None) -> cast.Town:
    return cast.town()
