"""A short soak of the real site: workers die while people vote, and every acknowledged vote stands once."""

import os

import pytest

from scripts.soak.attack import Outcome, Plan, soak
from scripts.soak.place import installation

PLAN = Plan(seconds=6, clients=10, kill_every=3, seal_every=1.5)


def attacked(database: str) -> Outcome:
    with installation(database) as at:
        return soak(PLAN, at)


def assert_nothing_lost(found: Outcome) -> None:
    assert found.faults == []
    assert found.kills >= 1
    assert found.reconnects >= 1
    assert found.seals >= 1
    assert 0 < found.standing <= found.votes


def test_votes_outlive_a_killed_worker() -> None:
    assert_nothing_lost(attacked("sqlite"))


@pytest.mark.postgres
def test_votes_outlive_a_killed_worker_on_postgresql() -> None:
    assert_nothing_lost(attacked(os.environ["DATABASE_URL"]))
