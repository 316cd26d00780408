"""Recording figures: who may, and what a figure must be."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from commonground.kernel import clock, ledger, thread
from commonground.kernel.actor import Resident
from commonground.kernel.refusals import Forbidden, RefusedAct
from commonground.measure.actions.indicators import NameTaken, NothingCounted
from commonground.measure.actions.readings import AlreadyRecorded, BeforeTheBaseline
from commonground.measure.models import Indicator, Reading, Sample, Unit
from commonground.measure.rules import (
    Baseline,
    BrokenRange,
    DayToCome,
    NoMarginOfError,
    NotAFigure,
    OffTheScale,
    OfNobody,
    TooFewAnswers,
)
from tests.measure.cast import Town, indicator, reading


def test_a_reading_of_its_owner_stands_with_its_n_and_on_the_thread_of_the_priority(town: Town) -> None:
    measured = indicator(town)
    made = reading(measured, town.steward)
    entry = ledger.last()
    assert entry is not None
    assert (entry.verb, entry.thing) == ("reading.record", made.id.hex)
    line = thread.forward([town.priority.id], for_=Resident())
    assert [(each.title.text, str(each.detail)) for each in line if each.kind in ("indicator", "reading")] == [
        ("Safe waiting at the loop", ""),
        ("Safe waiting at the loop: 5.1/10", "n = 198"),
    ]


def test_the_police_cannot_record_a_reading_that_another_party_owns(town: Town) -> None:
    measured = indicator(town)
    with pytest.raises(Forbidden):
        reading(measured, town.police, "9.9")
    assert not Reading.objects.exists()
    refused = ledger.last()
    assert refused is not None
    assert refused.verb == "reading.record refused"


def test_even_the_coordinator_cannot_record_for_an_owner_of_another_organisation(town: Town) -> None:
    with pytest.raises(Forbidden):
        reading(indicator(town), town.coordinator)


def test_nobody_but_the_coordinator_agrees_on_how_a_priority_is_judged(town: Town) -> None:
    for somebody in (town.police, town.host, town.steward):
        with pytest.raises(Forbidden):
            indicator(replace(town, coordinator=somebody))
    assert not Indicator.objects.exists()


def test_a_reading_once_recorded_is_never_overwritten(town: Town) -> None:
    measured = indicator(town)
    reading(measured, town.steward, "2.0")
    with pytest.raises(AlreadyRecorded):
        reading(measured, town.steward, "9.0")
    assert [each.value for each in Reading.objects.all()] == [Decimal(2)]


@pytest.mark.parametrize(
    ("value", "n", "refusal"),
    [
        ("NaN", 198, NotAFigure),
        ("Infinity", 198, NotAFigure),
        ("1e40", 198, NotAFigure),
        ("5.123", 198, NotAFigure),
        ("10.5", 198, OffTheScale),
        ("-1", 198, OffTheScale),
        ("5", 0, OfNobody),
        ("5", -3, OfNobody),
        ("5", 9, TooFewAnswers),
    ],
)
def test_a_figure_that_nobody_could_publish_is_refused(
    town: Town, value: str, n: int, refusal: type[RefusedAct]
) -> None:
    measured = indicator(town)
    with pytest.raises(refusal):
        reading(measured, town.steward, value, n)
    assert not Reading.objects.exists()


def test_ten_answers_are_enough_and_a_count_of_events_needs_no_ten(town: Town) -> None:
    reading(indicator(town), town.steward, n=10)
    counts = indicator(
        town, name="Break-ins", unit=Unit.COUNT, counted="reports in 12 weeks", baseline=None, target=None
    )
    assert reading(counts, town.steward, "3", 3).value == 3


def test_people_who_chose_to_answer_never_get_a_margin_of_error(town: Town) -> None:
    with pytest.raises(NoMarginOfError):
        reading(indicator(town), town.steward, low=Decimal("4.8"), high=Decimal("5.4"))


def test_people_drawn_at_random_may_have_a_range_that_holds_the_figure(town: Town) -> None:
    drawn = indicator(town, sample=Sample.RANDOM)
    for low, high in ((Decimal("5.2"), Decimal("5.4")), (Decimal(5), None), (None, Decimal(6))):
        with pytest.raises(BrokenRange):
            reading(drawn, town.steward, low=low, high=high)
    assert reading(drawn, town.steward, low=Decimal("4.8"), high=Decimal("5.4")).low == Decimal("4.8")


def test_a_reading_is_neither_of_tomorrow_nor_older_than_its_baseline(town: Town) -> None:
    measured = indicator(town)
    with pytest.raises(DayToCome):
        reading(measured, town.steward, day=clock.today() + timedelta(days=1))
    with pytest.raises(BeforeTheBaseline):
        reading(measured, town.steward, day=clock.today() - timedelta(days=100))


def test_a_baseline_keeps_the_same_rules_as_a_reading(town: Town) -> None:
    before = clock.today() - timedelta(days=1)
    with pytest.raises(TooFewAnswers):
        indicator(town, baseline=Baseline(Decimal(3), 4, before))
    with pytest.raises(OffTheScale):
        indicator(town, baseline=Baseline(Decimal(11), 40, before))
    with pytest.raises(DayToCome):
        indicator(town, baseline=Baseline(Decimal(3), 40, clock.today() + timedelta(days=1)))


def test_a_measure_says_what_it_counts_and_has_a_name_of_its_own(town: Town) -> None:
    with pytest.raises(NothingCounted):
        indicator(town, unit=Unit.COUNT, baseline=None, target=None)
    indicator(town)
    with pytest.raises(NameTaken):
        indicator(town, name="  Safe waiting at the loop ")
