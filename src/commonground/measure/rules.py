"""What a figure must be before it is stored: finite, on its scale, of enough people, its range sound."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.refusals import RefusedAct
from commonground.listen.text import clean
from commonground.measure.figures import PLACES
from commonground.measure.models import ENDS, FROM_ANSWERS, Indicator, Sample, Unit

FEWEST_ANSWERS = 10
LARGEST = Decimal(10) ** 9
MOST_N = 2_000_000_000


class NotAFigure(RefusedAct):
    """A figure that is not finite, too large, or finer than is kept."""

    def __init__(self) -> None:
        super().__init__(_("A figure is a number such as 5.1, with at most two digits after the point."))


class OffTheScale(RefusedAct):
    """A figure beyond the ends of its scale; the sentence names them."""

    def __init__(self, low: Decimal, high: Decimal | None) -> None:
        if high is None:
            super().__init__(_("This figure counts something, so it cannot be less than 0."))
            return
        super().__init__(
            format_lazy(
                _("This figure lies on a scale from {low} to {high}. Look at the number again."), low=low, high=high
            )
        )


class OfNobody(RefusedAct):
    """A figure without the number it was taken from."""

    def __init__(self) -> None:
        super().__init__(
            _("Say how many this was taken from (n): a whole number of at least 1. No figure is published without it.")
        )


class TooFewAnswers(RefusedAct):
    """A figure worked out from fewer answers than may be published."""

    def __init__(self) -> None:
        super().__init__(
            format_lazy(
                _("Fewer than {fewest} answers are not published. Record it once enough people have answered."),
                fewest=FEWEST_ANSWERS,
            )
        )


class DayToCome(RefusedAct):
    """A figure dated in the future."""

    def __init__(self) -> None:
        super().__init__(_("This day has not come yet. Give the day on which it was measured."))


class NoMarginOfError(RefusedAct):
    """A range for a sample that allows none."""

    def __init__(self) -> None:
        super().__init__(_("These people were not drawn at random, so no range can be given. Leave both ends empty."))


class BrokenRange(RefusedAct):
    """A range with one end, or that does not hold its own figure."""

    def __init__(self) -> None:
        super().__init__(_("A range needs both ends, and the figure lies between them."))


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where an indicator stood before: the figure, how many it was taken from, and the day."""

    value: Decimal
    n: int
    day: date


def check_value(value: Decimal, unit: Unit) -> None:
    """Raise NotAFigure or OffTheScale."""
    if not value.is_finite() or abs(value) > LARGEST or value != round(value, PLACES):
        raise NotAFigure
    low, high = ENDS.get(unit, (Decimal(0), None))
    if value < low or (high is not None and value > high):
        raise OffTheScale(low, high)


def check_taken_from(n: int, unit: Unit) -> None:
    """Raise OfNobody or TooFewAnswers."""
    if not 1 <= n <= MOST_N:
        raise OfNobody
    if unit in FROM_ANSWERS and n < FEWEST_ANSWERS:
        raise TooFewAnswers


def check_day(day: date) -> None:
    """Raise DayToCome."""
    if day > clock.today():
        raise DayToCome


def check_range(indicator: Indicator, value: Decimal, low: Decimal | None, high: Decimal | None) -> None:
    """Raise NoMarginOfError, BrokenRange, NotAFigure or OffTheScale. No range at all is always sound."""
    if low is None and high is None:
        return
    if Sample(indicator.sample) is not Sample.RANDOM:
        raise NoMarginOfError
    if low is None or high is None:
        raise BrokenRange
    for end in (low, high):
        check_value(end, Unit(indicator.unit))
    if not low <= value <= high:
        raise BrokenRange


def clean_or_empty(text: str, *, most: int) -> str:
    """A text that may be left out; once written it is held to the rules of every text."""
    return clean(text, most=most) if text.strip() else ""
