"""One engagement with one conversation, and the people around it."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from commonground.kernel.actor import PartyKind, Role
from commonground.listen.models import Conversation, Engagement
from tests.listen import cast


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page asked for in French leaves its language to the next test's addresses."""
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(db: None) -> cast.Member:
    return cast.member(cast.organisation("City safety office", PartyKind.AUTHORITY), Role.COORDINATOR)


@pytest.fixture
def host(db: None) -> cast.Member:
    return cast.member(cast.organisation("Residents association", PartyKind.COMMUNITY), Role.HOST)


@pytest.fixture
def other_host(db: None) -> cast.Member:
    return cast.member(cast.organisation("Health centre", PartyKind.SERVICES), Role.HOST)


@pytest.fixture
def officer(db: None) -> cast.Member:
    return cast.member(cast.organisation("Police service", PartyKind.POLICE), Role.OFFICER)


@pytest.fixture
def engagement(coordinator: cast.Member, host: cast.Member) -> Engagement:
    return cast.engagement(coordinator, host)


@pytest.fixture
def conversation(engagement: Engagement, coordinator: cast.Member) -> Conversation:
    return cast.conversation(engagement, coordinator)
