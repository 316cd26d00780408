"""Two chairs press the same button at the same moment: one act, one refusal, whatever the database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.db import connection

from commonground.agree.actions import motions, priorities
from commonground.agree.actions.priorities import AlreadyAdopted
from commonground.agree.models import Ballot, Priority
from commonground.agree.rule import Choice
from commonground.kernel.models import Edge, Entry
from commonground.kernel.refusals import Forbidden, RefusedAct
from commonground.kernel.verify import verify
from tests.agree import cast

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]


@pytest.fixture
def town(transactional_db: None) -> cast.Town:
    return cast.a_town()


def at_once(*acts: Callable[[], object]) -> list[type[RefusedAct] | None]:
    """Let each act start in a thread of its own when all are ready; what refused each, sorted with successes first."""
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> type[RefusedAct] | None:
        with closing(connection):
            ready.wait()
            try:
                act()
            except RefusedAct as refusal:
                return type(refusal)
            return None

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts), key=lambda refusal: refusal is not None)


def test_two_closes_at_once_close_once(town: cast.Town) -> None:
    motion = cast.a_motion(town, cast.a_theme(town), cast.CARRYING)
    chairs = (town.actor("city"), town.actor("residents"))
    assert at_once(*(lambda chair=chair: motions.close(motion=motion, by=chair) for chair in chairs)) == [
        None,
        Forbidden,
    ]
    assert Entry.objects.filter(verb="motion.close").count() == 1
    assert Entry.objects.filter(verb="motion.close refused").count() == 1
    assert verify().faults == ()


def test_two_adoptions_at_once_make_one_priority(town: cast.Town) -> None:
    motion = cast.a_motion(town, cast.a_theme(town), cast.CARRYING, closed=True)
    chairs = (town.actor("city"), town.actor("residents"))
    assert at_once(*(lambda chair=chair: priorities.adopt(motion=motion, by=chair) for chair in chairs)) == [
        None,
        AlreadyAdopted,
    ]
    assert Priority.objects.count() == 1
    assert Edge.objects.filter(relation="became").count() == 1
    assert verify().faults == ()


def test_a_vote_and_the_close_at_once_leave_a_tally_that_stands(town: cast.Town) -> None:
    motion = cast.a_motion(town, cast.a_theme(town), cast.CARRYING)

    def change() -> Ballot:
        return motions.vote(motion=motion, choice=Choice.NAY, reason="", language="en", by=town.actor("health"))

    refusals = at_once(change, lambda: motions.close(motion=motion, by=town.actor("city")))
    changed = Ballot.objects.get(seat=town.sitters["health"].seat).choice == "nay"
    assert refusals == [None, None] if changed else [None, Forbidden]
    assert cast.fresh(motion).status == "closed"
    assert verify().faults == ()
