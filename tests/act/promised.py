"""Promises for tests, made and moved in time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.test import override_settings

from commonground.act.actions import commitments, evidence
from commonground.act.models import Commitment
from commonground.agree.models import Priority
from commonground.kernel import clock
from commonground.kernel.actor import Holder
from tests.agree import cast

LINK = "https://city.example.org/lights?page=2"


def a_promise(priority: Priority, by: Holder, wording: str = "Four lamps at the stop", *, days: int = 10) -> Commitment:
    """A promise due in some days."""
    return commitments.promise(
        priority=priority, wording=wording, due=clock.today() + timedelta(days=days), language="en", by=by
    )


def shown(commitment: Commitment, by: Holder, link: str = LINK) -> None:
    """Something to see for a promise."""
    evidence.show(commitment=commitment, sentence="Two lamps are lit.", link=link, language="en", by=by)


@contextmanager
def days_later(days: int) -> Iterator[None]:
    """Some days after today, as only the demo can make it."""
    with override_settings(DEMO=True), clock.at(cast.noon(clock.today() + timedelta(days=days))):
        yield
