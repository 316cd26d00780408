"""The whole policy, cell by cell, as somebody reviewed it."""

import difflib

import pytest
from django.conf import settings

from commonground.kernel.matrix import matrix
from tests.access.matrix_lines import EXPECTED, HOW, cells, lines

STAYS_WITH_HOSTS = ("statement.pass", "statement.reject", "statement.review")
OF_A_RESIDENT = {
    "conversation.begin", "session.begin", "vote.cast", "vote.take-back", "voice.record", "voice.withdraw",
    "words.burn", "words.find", "words.leave", "words.show",
}  # fmt: skip


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
        assert all(actor.startswith(("seat", "chair", "new seat")) for actor in who_may(verb))


def test_a_resident_reaches_no_verb_of_a_holder() -> None:
    verbs = {cell.name for cell in cells() if cell.about == "verb"}
    assert {verb for verb in verbs if "resident" in who_may(verb)} <= OF_A_RESIDENT
    assert len(OF_A_RESIDENT & verbs) == len(OF_A_RESIDENT)


def test_walking_in_is_nobodys_in_a_town() -> None:
    for verb in ("demo.walk-in", "demo.leave-words"):
        assert who_may(verb) == set()
