"""What may be said of a change: a fixed vocabulary, and nothing without a baseline.

No word here says that something improved, worked or was caused: that needs a comparison, which a baseline alone is
not. A change among people who chose to answer carries no margin of error.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext

from commonground.measure.figures import bare
from commonground.measure.models import Direction, Indicator, Reading, Sample


class Verdict(StrEnum):
    """Every outcome that can be told."""

    NO_BASELINE = "no baseline"
    NO_READING = "no reading"
    ROSE = "rose"
    FELL = "fell"
    SAME = "same"


class Way(StrEnum):
    """The change against the way that was wanted, as a plain difference."""

    NEITHER = "neither"
    WANTED = "wanted"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with how many it was taken from."""

    value: Decimal
    n: int


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a figure since its baseline. `before` and `after` are None where there is nothing to tell from."""

    verdict: Verdict
    way: Way
    before: Figure | None
    after: Figure | None
    of_people: bool


def since_baseline(before: Figure | None, after: Figure | None, wanted: Direction, *, of_people: bool) -> Change:
    """The plain difference between baseline and last reading; without a baseline there is none to tell."""
    if before is None:
        return Change(Verdict.NO_BASELINE, Way.NEITHER, before, after, of_people)
    if after is None:
        return Change(Verdict.NO_READING, Way.NEITHER, before, after, of_people)
    if after.value == before.value:
        return Change(Verdict.SAME, Way.NEITHER, before, after, of_people)
    rose = after.value > before.value
    way = Way.WANTED if rose is (wanted is Direction.UP) else Way.OTHER
    return Change(Verdict.ROSE if rose else Verdict.FELL, way, before, after, of_people)


def of(indicator: Indicator, last: Reading | None) -> Change:
    """The change of an indicator up to its last reading."""
    before = None
    if indicator.baseline_value is not None and indicator.baseline_n is not None:
        before = Figure(indicator.baseline_value, indicator.baseline_n)
    after = Figure(last.value, last.n) if last else None
    of_people = Sample(indicator.sample) is not Sample.ALL
    return since_baseline(before, after, Direction(indicator.direction), of_people=of_people)


def sentence(change: Change) -> str:
    """The change in words, in the page's language."""
    if change.before is None:
        return gettext("No baseline, so no change can be told.")
    if change.after is None:
        return gettext("No reading since the baseline yet.")
    return _moved(change) % {
        "before": bare(change.before.value),
        "after": bare(change.after.value),
        "n_before": bare(Decimal(change.before.n)),
        "n_after": bare(Decimal(change.after.n)),
    }


def _moved(change: Change) -> str:
    match change.verdict, change.of_people:
        case Verdict.ROSE, True:
            return gettext("Rose from %(before)s to %(after)s among those asked (n %(n_before)s and %(n_after)s).")
        case Verdict.ROSE, False:
            return gettext("Rose from %(before)s to %(after)s (n %(n_before)s and %(n_after)s).")
        case Verdict.FELL, True:
            return gettext("Fell from %(before)s to %(after)s among those asked (n %(n_before)s and %(n_after)s).")
        case Verdict.FELL, False:
            return gettext("Fell from %(before)s to %(after)s (n %(n_before)s and %(n_after)s).")
        case _, True:
            return gettext("Stayed at %(after)s among those asked (n %(n_before)s and %(n_after)s).")
        case _:
            return gettext("Stayed at %(after)s (n %(n_before)s and %(n_after)s).")


def way_words(change: Change) -> str:
    """Whether it moved the wanted way; nothing when it did not move or nothing can be told."""
    match change.way:
        case Way.WANTED:
            return gettext("moved the wanted way")
        case Way.OTHER:
            return gettext("moved the other way")
        case Way.NEITHER:
            return ""
