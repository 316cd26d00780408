"""Sealed revisions: whatever people do between seals, the last act stands, the leaves stay, the values before go."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commonground.kernel import digest, seals
from commonground.kernel.actor import Clock, Installer, Resident
from commonground.kernel.models import Participant, Seal
from commonground.kernel.verify import verify
from tests.kernel.conftest import sql
from tests.kernel.trial import actions
from tests.kernel.trial.models import Meeting, PendingMark, SealedMark

pytestmark = pytest.mark.django_db
PEOPLE, SUBJECTS = 3, 2
Step = tuple[int, int, int | None] | None
steps = st.lists(
    st.one_of(
        st.none(),
        st.tuples(
            st.integers(0, PEOPLE - 1), st.integers(0, SUBJECTS - 1), st.one_of(st.none(), st.sampled_from([-1, 0, 1]))
        ),
    ),
    max_size=24,
)


def people_in(meeting: Meeting) -> list[uuid.UUID]:
    return [Participant.objects.create(id=uuid.uuid4(), container=meeting.thing).id for _ in range(PEOPLE)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=steps)
def test_after_every_history_of_acts_the_last_one_stands_and_only_its_value_is_kept(history: list[Step]) -> None:
    meeting = actions.call(owner=None, name="Any", by=Installer())
    subjects = [actions.call(owner=None, name=f"Subject {n}", by=Installer()) for n in range(SUBJECTS)]
    people = people_in(meeting)
    said: dict[tuple[uuid.UUID, uuid.UUID], int | None] = {}
    leaves: set[bytes] = set()
    for step in [*history, None]:
        if step is not None:
            person, subject, value = people[step[0]], subjects[step[1]], step[2]
            actions.mark(meeting=meeting, participant=person, subject=subject, value=value, by=Resident())
            said[person, subject.id] = value
            continue
        actions.seal(meeting=meeting, by=Clock())
        rows = list(SealedMark.objects.filter(container=meeting.thing))
        standing = {(r.participant_id, r.subject_id): r.value for r in seals.standing(meeting, SealedMark)}
        assert standing == {key: value for key, value in said.items() if value is not None}
        assert not PendingMark.objects.filter(container=meeting.thing).exists()
        assert leaves <= {bytes(row.leaf) for row in rows}
        leaves = {bytes(row.leaf) for row in rows}
        for row in rows:
            later = [
                other
                for other in rows
                if (other.participant_id, other.subject_id) == (row.participant_id, row.subject_id)
                and other.revision > row.revision
            ]
            assert (row.salt is None) == bool(later)
            assert row.value is None or not later
        for made in Seal.objects.filter(container=meeting.thing):
            under = [bytes(row.leaf) for row in rows if row.seal_id == made.id]
            assert (len(under), digest.root(under)) == (made.count, bytes(made.root))
    assert verify().faults == ()


def test_an_act_taken_back_before_any_seal_leaves_nothing(meeting: Meeting) -> None:
    (person, *_) = people_in(meeting)
    actions.mark(meeting=meeting, participant=person, subject=meeting, value=1, by=Resident())
    actions.mark(meeting=meeting, participant=person, subject=meeting, value=None, by=Resident())

    assert actions.seal(meeting=meeting, by=Clock()) is None
    assert not SealedMark.objects.exists()


@pytest.mark.parametrize(
    ("attack", "says"),
    [
        ("UPDATE trial_sealedmark SET value = -value", "sealed act was changed"),
        ("DELETE FROM trial_sealedmark WHERE value = 1", "those that stand under it now are others"),
        ("UPDATE trial_sealedmark SET value = NULL, salt = NULL", "lost its value without a later revision"),
    ],
)
def test_a_sealed_act_that_sql_touched_is_found_at_its_seals_entry(meeting: Meeting, attack: str, says: str) -> None:
    for number, person in enumerate(people_in(meeting)):
        actions.mark(meeting=meeting, participant=person, subject=meeting, value=1 if number else -1, by=Resident())
    made = actions.seal(meeting=meeting, by=Clock())
    assert made is not None
    sealed_at = verify().entries

    assert sql(attack)

    faults = verify().faults
    assert faults
    assert all(says in fault.sentence and fault.number == sealed_at for fault in faults)


def test_the_order_in_which_sealed_rows_are_written_is_the_order_of_their_salted_hashes(meeting: Meeting) -> None:
    for person in people_in(meeting):
        actions.mark(meeting=meeting, participant=person, subject=meeting, value=1, by=Resident())
    actions.seal(meeting=meeting, by=Clock())

    written = [bytes(row.leaf) for row in SealedMark.objects.raw("SELECT * FROM trial_sealedmark")]
    assert written == sorted(written)
