"""What may be said of a change. The vocabulary is closed, and there is no change without a baseline."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from commonground.measure.changes import Figure, Verdict, Way, sentence, since_baseline, way_words
from commonground.measure.models import Direction

figures = some.builds(Figure, value=some.decimals(0, 10, places=2), n=some.integers(10, 10_000))
CLAIMS = re.compile(r"improv|better|worse|signific|caus|success|effect|work", re.IGNORECASE)


@given(after=some.none() | figures, wanted=some.sampled_from(Direction), of_people=some.booleans())
def test_without_a_baseline_no_change_is_ever_told(after: Figure | None, wanted: Direction, of_people: bool) -> None:
    change = since_baseline(None, after, wanted, of_people=of_people)
    assert (change.verdict, change.way) == (Verdict.NO_BASELINE, Way.NEITHER)
    assert sentence(change) == "No baseline, so no change can be told."
    assert way_words(change) == ""


@given(before=figures, after=figures, wanted=some.sampled_from(Direction), of_people=some.booleans())
def test_no_change_is_ever_told_as_a_claim(before: Figure, after: Figure, wanted: Direction, of_people: bool) -> None:
    change = since_baseline(before, after, wanted, of_people=of_people)
    assert not CLAIMS.search(sentence(change) + way_words(change))


@given(before=figures, after=figures, of_people=some.booleans())
def test_the_two_directions_tell_the_same_move_as_opposite_ways(before: Figure, after: Figure, of_people: bool) -> None:
    up = since_baseline(before, after, Direction.UP, of_people=of_people)
    down = since_baseline(before, after, Direction.DOWN, of_people=of_people)
    assert sentence(up) == sentence(down)
    assert {up.way, down.way} == ({Way.NEITHER} if before.value == after.value else {Way.WANTED, Way.OTHER})


@pytest.mark.parametrize(
    ("before", "after", "of_people", "told"),
    [
        ("3.4", "5.1", True, "Rose from 3.4 to 5.1 among those asked (n 212 and 198)."),
        ("3.8", "3.5", True, "Fell from 3.8 to 3.5 among those asked (n 212 and 198)."),
        ("23", "15", False, "Fell from 23 to 15 (n 212 and 198)."),
        ("4.00", "4.0", True, "Stayed at 4 among those asked (n 212 and 198)."),
    ],
)
def test_a_change_is_told_with_both_figures_and_both_n(before: str, after: str, of_people: bool, told: str) -> None:
    change = since_baseline(
        Figure(Decimal(before), 212), Figure(Decimal(after), 198), Direction.UP, of_people=of_people
    )
    assert sentence(change) == told
