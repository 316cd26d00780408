"""The thread runs both ways, shows each actor what they may see, and survives loops."""

import itertools

import pytest

from commonground.kernel import thread
from commonground.kernel.actor import Installer, Resident
from commonground.kernel.models import Edge
from commonground.kernel.verify import verify
from tests.kernel.conftest import sql
from tests.kernel.trial import actions
from tests.kernel.trial.models import Meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(meeting: Meeting) -> list[Meeting]:
    made = [meeting, *(actions.call(owner=None, name=f"Next {n}", by=Installer()) for n in range(3))]
    for here, there in itertools.pairwise(made):
        actions.thread_to(meeting=here, other=there, by=Installer())
    return made


def test_forward_and_back_are_the_same_line_read_from_both_ends(chain: list[Meeting]) -> None:
    assert [s.steps for s in thread.forward([chain[0].id], for_=Resident())] == [1, 2, 3]
    assert {s.id for s in thread.back([chain[3].id], for_=Resident())} == {m.id for m in chain[:3]}


def test_linking_twice_makes_one_edge(chain: list[Meeting]) -> None:
    actions.thread_to(meeting=chain[0], other=chain[1], by=Installer())
    assert Edge.objects.count() == 3


def test_a_loop_ends_the_walk(chain: list[Meeting]) -> None:
    actions.thread_to(meeting=chain[3], other=chain[0], by=Installer())
    assert len(thread.forward([chain[1].id], for_=Resident())) == 3


def test_what_an_actor_may_not_see_is_left_out_and_the_thread_goes_on(chain: list[Meeting]) -> None:
    sql("UPDATE trial_meeting SET status = 'closed' WHERE thing_id = %s", chain[1].id)
    assert {s.id for s in thread.forward([chain[0].id], for_=Resident())} == {chain[2].id, chain[3].id}


def test_an_edge_that_sql_added_or_moved_is_found(chain: list[Meeting]) -> None:
    edge = Edge.objects.first()
    assert edge is not None
    sql("UPDATE kernel_edge SET relation = 'followed' WHERE id = %s", edge.id)
    assert any("kernel.edge" in fault.sentence for fault in verify().faults)


def test_one_query_walks_however_long_the_thread(chain: list[Meeting], django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        thread.forward([chain[0].id], for_=Resident())
