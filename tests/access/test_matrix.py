"""The whole policy, cell by cell, as somebody reviewed it."""

import difflib

import pytest
from django.conf import settings

from commonground.kernel.actor import PartyKind
from commonground.kernel.matrix import matrix
from tests.access.matrix_lines import EXPECTED, HOW, cells, lines

STAYS_WITH_HOSTS = ("statement.pass", "statement.reject", "statement.review")
OF_A_RESIDENT = {
    "conversation.begin", "vote.cast", "vote.take-back", "voice.record", "voice.withdraw",
    "words.burn", "words.find", "words.leave", "words.show",
}  # fmt: skip
# A session of somebody whose seat ended acts as nobody: choosing again and signing out must be open to nobody.
DOORS = {"session.begin", "session.choose", "session.end"}


def who_may(verb: str) -> set[str]:
    """The kinds of actors with a cell for a verb that says something else than no."""
    of_verb = [cell for cell in cells() if (cell.about, cell.name) == ("verb", verb)]
    assert of_verb, f"there is no verb {verb}"
    return {cell.actor for cell in of_verb if cell.may != "no"}


def test_the_policy_gives_the_cells_that_were_reviewed() -> None:
    assert settings.DEMO is False
    differ = "\n".join(difflib.unified_diff(EXPECTED.read_text().splitlines(), lines(), "reviewed", "now", n=0))
    assert not differ, f"{HOW}\n{differ}"


def test_no_route_is_without_a_rule() -> None:
    assert matrix().unbound == ()


@pytest.mark.parametrize("verb", STAYS_WITH_HOSTS)
def test_only_hosts_who_are_not_of_the_police_judge_what_residents_say(verb: str) -> None:
    assert who_may(verb) == {f"host of {side}" for side in ("authority", "community", "services", "nation")}


def test_the_police_in_no_role_import_moderate_or_assign() -> None:
    for verb in (*STAYS_WITH_HOSTS, "conversation.import", "theme.name", "theme.assign", "theme.release"):
        assert not [actor for actor in who_may(verb) if "police" in actor or actor == "officer"], verb


@pytest.mark.parametrize("verb", ["motion.open", "motion.vote", "motion.close", "priority.adopt"])
def test_what_a_table_decides_is_for_seats_that_count(verb: str) -> None:
    allowed = who_may(verb)
    assert allowed
    assert all(actor.startswith(("seat of", "chair of")) for actor in allowed)


def test_a_coordinator_neither_fills_nor_empties_a_seat() -> None:
    for verb in ("seat.fill", "seat.empty"):
        assert who_may(verb) == {f"{what} of {side}" for what in ("seat", "chair") for side in PartyKind}


def test_a_resident_reaches_no_verb_of_a_holder() -> None:
    reached = {
        cell.name
        for cell in cells()
        if cell.about == "verb" and cell.actor in ("resident", "resident with words") and cell.may != "no"
    }
    assert reached == OF_A_RESIDENT | DOORS


def test_what_somebody_said_is_withdrawn_by_nobody_but_who_proves_it() -> None:
    assert who_may("voice.withdraw") == {"resident with words"}


@pytest.mark.parametrize("verb", sorted(OF_A_RESIDENT - {"words.leave"}))
def test_no_holder_does_what_is_a_residents(verb: str) -> None:
    assert who_may(verb) <= {"resident", "resident with words"}


def test_the_police_coordinate_nothing() -> None:
    reached = {cell.name for cell in cells() if cell.about == "verb" and cell.actor == "coordinator of police"}
    may = {name for name in reached if "coordinator of police" in who_may(name)}
    assert may == {*DOORS, "words.leave", "place.open", "seat.found", "reading.record"}


@pytest.mark.parametrize("verb", ["conversation.import", "thing.translate"])
def test_what_is_brought_in_by_hand_is_for_the_installer_alone(verb: str) -> None:
    assert who_may(verb) == {"installer"}


def test_a_seat_that_does_not_count_yet_neither_seats_promises_nor_settles() -> None:
    new = {f"new seat of {side}" for side in PartyKind}
    for verb in (
        "seat.fill",
        "seat.empty",
        "commitment.promise",
        "commitment.keep",
        "commitment.drop",
        "evidence.show",
    ):
        may = who_may(verb)
        assert {f"seat of {side}" for side in PartyKind} <= may, verb
        assert not may & new, verb


def test_walking_in_is_nobodys_in_a_town() -> None:
    for verb in ("demo.walk-in", "demo.leave-words"):
        assert who_may(verb) == set()
