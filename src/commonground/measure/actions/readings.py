"""Recording what was measured. Nobody but the indicator's owner records, and nothing recorded is overwritten."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from commonground.kernel import thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.measure.models import Indicator, Reading, Unit
from commonground.measure.rules import check_day, check_range, check_taken_from, check_value, clean_or_empty

NOTE = 300


class AlreadyRecorded(RefusedAct):
    """The indicator has a reading of that day."""

    def __init__(self) -> None:
        super().__init__(
            _("A reading of that day stands already, and none is overwritten. Give the day of your own reading.")
        )


class BeforeTheBaseline(RefusedAct):
    """A reading that is not later than the baseline it would be compared with."""

    def __init__(self) -> None:
        super().__init__(_("A reading comes after the baseline. Look at the day again."))


@action("reading.record")
def record(
    *,
    indicator: Indicator,
    day: date,
    value: Decimal,
    n: int,
    language: str,
    by: Actor,
    low: Decimal | None = None,
    high: Decimal | None = None,
    method_note: str = "",
) -> Reading:
    """Record one reading of an indicator.

    `low` and `high` are the ends of its range, for people drawn at random alone. Raises AlreadyRecorded,
    BeforeTheBaseline and the refusals of `measure.rules`.
    """
    unit = Unit(indicator.unit)
    check_value(value, unit)
    check_taken_from(n, unit)
    check_range(indicator, value, low, high)
    check_day(day)
    if indicator.baseline_day is not None and day <= indicator.baseline_day:
        raise BeforeTheBaseline
    if Reading.objects.filter(indicator=indicator, day=day).exists():
        raise AlreadyRecorded
    reading = Reading.register(
        language=language,
        indicator=indicator,
        day=day,
        value=value,
        n=n,
        low=low,
        high=high,
        method_note=clean_or_empty(method_note, most=NOTE),
    )
    thread.link(indicator, "read", reading)
    return reading
