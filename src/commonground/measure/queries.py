"""What the pages of this room show."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from commonground.agree.models import Priority
from commonground.kernel import access, clock, thread, words
from commonground.kernel.actor import Actor, Holder, PartyKind
from commonground.kernel.models import Registered
from commonground.kernel.words import Words
from commonground.measure import changes
from commonground.measure.changes import Change
from commonground.measure.figures import unit_words, with_unit
from commonground.measure.models import ENDS, Direction, Indicator, Reading, Sample, Unit
from commonground.people.models import Organisation
from commonground.ui.charts import Chart, Point, series
from commonground.ui.dates import in_words

QUARTER = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Owner:
    """The organisation that records an indicator, with its side; a steward's has none."""

    name: str
    side: PartyKind | None


@dataclass(frozen=True, slots=True)
class LastReading:
    """The newest reading in words."""

    figure: str
    n: int
    day: date


@dataclass(frozen=True, slots=True)
class IndicatorCard:
    """An indicator as lists show it."""

    id: uuid.UUID
    name: Words
    owner: Owner
    last: LastReading | None
    change: Change
    said: str
    way: str


@dataclass(frozen=True, slots=True)
class PriorityWithIndicators:
    """A priority and all it is measured by."""

    id: uuid.UUID
    wording: Words
    url: str
    indicators: tuple[IndicatorCard, ...]


@dataclass(frozen=True, slots=True)
class BaselineSaid:
    """Where an indicator stood before, in words."""

    figure: str
    n: int
    day: date


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """One indicator, whole. `chart` is None until there is a reading to draw."""

    card: IndicatorCard
    priority: Words
    priority_url: str
    description: Words
    direction: str
    sample: str
    unit: str
    baseline: BaselineSaid | None
    target: str
    source: Words
    method: Words
    caution: Words | None
    notes: tuple[tuple[date, Words], ...]
    chart: Chart | None
    back: tuple[thread.Station, ...]
    forward: tuple[thread.Station, ...]
    takes_a_range: bool
    may_record: bool


def by_priority(*, for_: Actor) -> list[PriorityWithIndicators]:
    """Every priority, the newest first, with its indicators. Four queries, whatever their number."""
    priorities = list(access.visible(Priority, for_).order_by("-adopted", "thing_id"))
    cards = _cards(access.visible(Indicator, for_), for_)
    wordings = words.many((priority, "wording") for priority in priorities)
    return [
        PriorityWithIndicators(
            priority.id, wordings[priority.id, "wording"], _address(priority), tuple(cards.get(priority.id, ()))
        )
        for priority in priorities
    ]


def of_priority(priority: Priority, *, for_: Actor) -> tuple[IndicatorCard, ...]:
    """What a priority is measured by."""
    return tuple(_cards(access.visible(Indicator, for_).filter(priority=priority), for_).get(priority.id, ()))


def waiting_for_a_reading(actor: Actor) -> tuple[IndicatorCard, ...]:
    """The indicators of the actor's organisation without a reading in the last quarter."""
    if not isinstance(actor, Holder) or actor.organisation is None:
        return ()
    own = access.visible(Indicator, actor).filter(owner=actor.organisation)
    recent = Reading.objects.filter(day__gt=clock.today() - QUARTER).values("indicator")
    waiting = own.exclude(pk__in=recent)
    mine = [row for row in waiting.select_related("owner") if access.may(actor, "reading.record", row)]
    if not mine:
        return ()
    cards = _cards(access.visible(Indicator, actor).filter(pk__in=[row.pk for row in mine]), actor)
    return tuple(card for each in cards.values() for card in each)


def _cards(rows: QuerySet[Indicator], actor: Actor) -> dict[uuid.UUID, list[IndicatorCard]]:
    """Cards by priority. Three queries."""
    indicators = list(rows.select_related("thing", "owner__party").order_by("name", "thing_id"))
    last = last_readings(indicators, for_=actor)
    names = words.many((row, field) for row in indicators for field in ("name", "counted"))
    found: dict[uuid.UUID, list[IndicatorCard]] = defaultdict(list)
    for row in indicators:
        card = _card(row, last.get(row.id), names[row.id, "name"], names[row.id, "counted"])
        found[row.priority_id].append(card)
    return found


def last_readings(indicators: Iterable[Indicator], *, for_: Actor) -> dict[uuid.UUID, Reading]:
    """The newest reading of each indicator. One query."""
    readings = access.visible(Reading, for_).filter(indicator__in=list(indicators)).order_by("day")
    return {reading.indicator_id: reading for reading in readings}


def _card(row: Indicator, last: Reading | None, name: Words, counted: Words) -> IndicatorCard:
    change = changes.of(row, last)
    return IndicatorCard(
        id=row.id,
        name=name,
        owner=owner_of(row),
        last=LastReading(with_unit(last.value, Unit(row.unit), counted.text), last.n, last.day) if last else None,
        change=change,
        said=changes.sentence(change),
        way=changes.way_words(change),
    )


def owner_of(indicator: Indicator) -> Owner:
    """The owner with its side."""
    party = indicator.owner.party
    return Owner(indicator.owner.name, PartyKind(party.side) if party else None)


def _address(priority: Priority) -> str:
    return thread.KINDS[Priority.kind].address(priority)


def get(key: uuid.UUID, *, for_: Actor) -> Indicator:
    """An indicator with its owner and all it came from, in one query. Raises Http404."""
    rows = access.visible(Indicator, for_).select_related(
        "owner__party", "priority__thing", "priority__theme__thing", "priority__theme__engagement__thing"
    )
    return get_object_or_404(rows, pk=key)


def page_of(indicator: Indicator, *, for_: Actor) -> IndicatorPage:
    """An indicator with its readings and its thread."""
    readings = list(access.visible(Reading, for_).filter(indicator=indicator).order_by("day"))
    fields = ("name", "description", "counted", "source", "method", "caution")
    texts = words.many([(indicator, field) for field in fields] + [(reading, "method_note") for reading in readings])
    said = {field: texts[indicator.id, field] for field in fields}
    unit = Unit(indicator.unit)
    counted = said["counted"].text
    return IndicatorPage(
        card=_card(indicator, readings[-1] if readings else None, said["name"], said["counted"]),
        priority=words.of(indicator.priority, "wording"),
        priority_url=_address(indicator.priority),
        description=said["description"],
        direction=str(Direction(indicator.direction).label),
        sample=str(Sample(indicator.sample).label),
        unit=unit_words(unit, counted),
        baseline=_baseline(indicator, unit, counted),
        target=with_unit(indicator.target, unit, counted) if indicator.target is not None else "",
        source=said["source"],
        method=said["method"],
        caution=said["caution"] if indicator.caution else None,
        notes=tuple((row.day, texts[row.id, "method_note"]) for row in readings if row.method_note),
        chart=_chart(indicator, readings, {field: text.text for field, text in said.items()}),
        back=tuple(map(thread.station_of, _line(indicator))),
        forward=tuple(thread.forward([indicator.id], for_=for_, kinds=("publication",))),
        takes_a_range=Sample(indicator.sample) is Sample.RANDOM,
        may_record=access.may(for_, "reading.record", indicator),
    )


def _line(indicator: Indicator) -> tuple[Registered, ...]:
    """What an indicator came from; its theme's page leads on to every voice."""
    theme = indicator.priority.theme
    return (theme.engagement, theme, indicator.priority)


def chart_of(indicator: Indicator, *, for_: Actor) -> Chart | None:
    """The drawing alone, as its two files need it."""
    readings = list(access.visible(Reading, for_).filter(indicator=indicator).order_by("day"))
    fields = ("name", "counted", "method", "caution")
    texts = words.many((indicator, field) for field in fields)
    return _chart(indicator, readings, {field: texts[indicator.id, field].text for field in fields})


def _baseline(indicator: Indicator, unit: Unit, counted: str) -> BaselineSaid | None:
    value, n, day = indicator.baseline_value, indicator.baseline_n, indicator.baseline_day
    if value is None or n is None or day is None:
        return None
    return BaselineSaid(with_unit(value, unit, counted), n, day)


def _chart(indicator: Indicator, readings: list[Reading], said: dict[str, str]) -> Chart | None:
    """Baseline and readings as a series; nothing while there are no readings."""
    if not readings:
        return None
    points = [_point(each.day, each.value, each.n, each.low, each.high) for each in readings]
    value, n, day = indicator.baseline_value, indicator.baseline_n, indicator.baseline_day
    if value is not None and n is not None and day is not None:
        points.insert(0, _point(day, value, n))
    unit = Unit(indicator.unit)
    ends = ENDS.get(unit)
    return series(
        points,
        title=said["name"],
        unit=unit_words(unit, said["counted"]),
        method=said["method"],
        baseline=float(value) if value is not None else None,
        target=float(indicator.target) if indicator.target is not None else None,
        bounds=(float(ends[0]), float(ends[1])) if ends else None,
        caution=said["caution"],
    )


def _point(day: date, value: Decimal, n: int, low: Decimal | None = None, high: Decimal | None = None) -> Point:
    return Point(
        label=in_words(day),
        value=float(value),
        n=n,
        low=float(low) if low is not None else None,
        high=float(high) if high is not None else None,
        day=day,
    )


def organisations(*, for_: Actor) -> list[tuple[str, str]]:
    """Every organisation that could own an indicator, as choices of a form."""
    rows = access.visible(Organisation, for_).order_by("name")
    return [(str(row.id), row.name) for row in rows]
