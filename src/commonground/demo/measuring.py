"""How the priority is judged, and what was measured."""

from decimal import Decimal

from commonground.agree.models import Priority
from commonground.demo.cast import Cast
from commonground.demo.days import Days, Strand
from commonground.demo.texts import Bilingual, people
from commonground.demo.texts.measures import BEFORE, MEASURES, Figure, Measure
from commonground.demo.translating import translated
from commonground.kernel.actor import Holder, Role
from commonground.measure.actions import indicators, readings
from commonground.measure.models import Indicator
from commonground.measure.rules import Baseline

AGREED = BEFORE - 1


def measures(cast: Cast, priority: Priority, days: Days) -> list[Strand]:
    """Every measure, agreed before anything was read, and its readings, each recorded the day after it was taken."""
    return [_course(cast, priority, measure, days) for measure in MEASURES]


def _course(cast: Cast, priority: Priority, measure: Measure, days: Days) -> Strand:
    yield AGREED
    indicator = _agree(cast, priority, measure, days)
    for figure in measure.readings:
        yield figure.on - 1
        _read(cast, measure, indicator, figure, days)


def _agree(cast: Cast, priority: Priority, measure: Measure, days: Days) -> Indicator:
    made = indicators.agree(
        priority=priority,
        name=measure.name.text,
        description=measure.description.text,
        unit=measure.unit,
        direction=measure.direction,
        sample=measure.sample,
        owner=cast.organisations[measure.owner],
        source=measure.source.text,
        method=measure.method.text,
        language="en",
        counted=measure.counted.text if measure.counted else "",
        caution=measure.caution.text if measure.caution else "",
        baseline=_baseline(measure.baseline, days),
        target=Decimal(measure.target) if measure.target else None,
        by=cast.coordinator,
    )
    further = {"counted": measure.counted, "caution": measure.caution}
    return translated(
        made,
        name=measure.name,
        description=measure.description,
        source=measure.source,
        method=measure.method,
        **{field: text for field, text in further.items() if text is not None},
    )


def _baseline(figure: Figure | None, days: Days) -> Baseline | None:
    return Baseline(Decimal(figure.value), figure.n, days.ago(figure.on)) if figure else None


def _reader(cast: Cast, owner: str) -> Holder:
    """Who records what an organisation measures."""
    return {
        people.COLLEGE: cast.actor("steward", Role.STEWARD),
        people.CITY: cast.coordinator,
        people.SHELTER: cast.member("shelter"),
    }[owner]


def _read(cast: Cast, measure: Measure, indicator: Indicator, figure: Figure, days: Days) -> None:
    reading = readings.record(
        indicator=indicator,
        day=days.ago(figure.on),
        value=Decimal(figure.value),
        n=figure.n,
        language="en",
        by=_reader(cast, measure.owner),
    )
    translated(reading, title=Bilingual(reading.title, measure.in_french(figure)))
