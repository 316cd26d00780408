"""One indicator over time: points with their ranges, where it started, what was aimed at, and the zero line."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext, gettext_noop

from commonground.ui.charts import vega
from commonground.ui.charts.frame import Chart, listed, name_of, named
from commonground.ui.charts.numbers import decimal

TOTAL, HEIGHT = 350, 190
LEFT, RIGHT, TOP, BOTTOM = 36, 8, 26, 34
MARGIN = 78  # room at the right for the names of levels
INSET = 0.06  # the outermost points keep off the edges, for their labels' sake
MOST_VALUES = 7


@dataclass(frozen=True, slots=True)
class Point:
    """One reading: when, what, among how many; `low` and `high` only where the sample allows a range.

    When every point has a `day` the distance between points is true to time; otherwise they stand evenly.
    """

    label: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    day: date | None = None


def series(
    points: Sequence[Point],
    *,
    title: str,
    unit: str,
    method: str,
    baseline: float | None = None,
    target: float | None = None,
    bounds: tuple[float, float] | None = None,
    caution: str = "",
) -> Chart:
    """Draw readings of one indicator, oldest first.

    `unit` reads after a figure ("out of 10"); `bounds` are the ends of the scale where it has ends.
    Raises ValueError without points.
    """
    if not points:
        raise ValueError("A series needs at least one reading; show the empty state instead.")
    description = _described(points, unit, baseline, target)
    scale = _scale(points, baseline, target, bounds)
    inner, view = vega.inside(_spec(points, scale, baseline, target))
    name = name_of("s", title, inner)
    ranged = any(p.low is not None for p in points)
    return Chart(
        title=title,
        description=description,
        svg=named(name, title, description, view, inner),
        columns=(gettext("When"), unit, gettext("n"), *((gettext("from"), gettext("to")) if ranged else ())),
        rows=tuple(_row(p, ranged) for p in points),
        n=_n_line(points),
        method=method,
        caution=caution,
    )


def _row(point: Point, ranged: bool) -> tuple[str, ...]:
    ends = tuple("–" if end is None else decimal(end) for end in (point.low, point.high)) if ranged else ()
    return (point.label, decimal(point.value), decimal(point.n), *ends)


def _n_line(points: Sequence[Point]) -> str:
    if len(points) <= 4:
        each = ", ".join(f"{decimal(p.n)} ({p.label})" for p in points)
        return gettext("n = %(each)s") % {"each": each}
    low, high = min(p.n for p in points), max(p.n for p in points)
    return gettext("n between %(low)s and %(high)s at %(times)s readings") % {
        "low": decimal(low),
        "high": decimal(high),
        "times": len(points),
    }


def _described(points: Sequence[Point], unit: str, baseline: float | None, target: float | None) -> str:
    first, last = points[0], points[-1]
    start = {"when": first.label, "value": decimal(first.value), "unit": unit}
    parts = [gettext("%(when)s: %(value)s %(unit)s") % start]
    if last is not first:
        parts.append(gettext("%(when)s: %(value)s") % {"when": last.label, "value": decimal(last.value)})
    if baseline is not None:
        parts.append(gettext("Before: %(value)s") % {"value": decimal(baseline)})
    if target is not None:
        parts.append(gettext("Aim: %(value)s") % {"value": decimal(target)})
    return listed(parts)


def _scale(
    points: Sequence[Point], baseline: float | None, target: float | None, bounds: tuple[float, float] | None
) -> tuple[float, float, float]:
    """Low end, high end and step of the value axis; zero is always on it."""
    ends = [p.value for p in points] + [e for p in points for e in (p.low, p.high) if e is not None]
    ends += [e for e in (baseline, target) if e is not None]
    low, high = bounds or (min(0.0, *ends), max(0.0, *ends))
    low, high = min(0.0, low), max(0.0, high)
    rough = ((high - low) or 1.0) / 4
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * m for m in (1, 2, 2.5, 5, 10) if size * m >= rough)
    return math.floor(low / step) * step, (high if bounds else math.ceil(high / step) * step) or step, step


def _places(points: Sequence[Point]) -> list[float]:
    """Where each point stands across, from 0 to 1."""
    if len(points) == 1:
        return [0.5]
    days = [p.day.toordinal() for p in points if p.day]
    if len(days) < len(points) or days[0] == days[-1]:
        days = list(range(len(points)))
    return [(d - days[0]) / (days[-1] - days[0]) for d in days]


def _labelled(points: Sequence[Point], places: Sequence[float], width: float) -> list[int]:
    """Which points carry their label below: the ends, and those between that have room."""
    widths = [len(p.label) * 7.4 + 14 for p in points]
    last = len(points) - 1
    chosen, edge = [0], widths[0]
    for i in range(1, last):
        x, half = places[i] * width, widths[i] / 2
        if x - half > edge and x + half < width - widths[last]:
            chosen.append(i)
            edge = x + half
    return chosen if last == 0 else [*chosen, last]


def _spec(
    points: Sequence[Point],
    scale: tuple[float, float, float],
    baseline: float | None,
    target: float | None,
) -> dict[str, Any]:
    low, high, step = scale
    right = RIGHT if baseline is None and target is None else MARGIN
    width = TOTAL - LEFT - right
    places = _places(points)
    across = {
        "field": "x",
        "type": "quantitative",
        "scale": {"domain": [-INSET, 1 + INSET], "nice": False},
        "axis": None,
    }
    up = {"field": "y", "type": "quantitative", "scale": {"domain": [low, high], "nice": False}, "axis": None}
    return {
        "width": width,
        "height": HEIGHT,
        "autosize": {"type": "none", "contains": "content"},
        "padding": {"left": LEFT, "right": right, "top": TOP, "bottom": BOTTOM},
        "layer": [
            *_grid(low, high, step, up),
            *_levels(baseline, target, width, high - low, up),
            *_readings(points, places, across, up),
            *_values(points, places, across, up),
            *_whens(points, places, width, across),
        ],
    }


def _layer(mark: dict[str, Any], rows: list[dict[str, Any]], **encoding: Any) -> dict[str, Any]:
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _text(rows: list[dict[str, Any]], mark: dict[str, Any], **encoding: Any) -> list[dict[str, Any]]:
    """Words over a halo of the surface's colour, so that lines never strike them through."""
    said = {"field": "t", "type": "nominal"}
    halo = {"type": "text", "stroke": "var(--surface)", "strokeWidth": 5, "fill": "var(--surface)"}
    return [
        _layer(mark | halo, rows, text=said, **encoding),
        _layer({"type": "text"} | mark, rows, text=said, **encoding),
    ]


def _grid(low: float, high: float, step: float, up: dict[str, Any]) -> list[dict[str, Any]]:
    ticks = [low + i * step for i in range(round((high - low) / step) + 1)]
    rows = [{"y": round(t, 6), "t": decimal(t)} for t in ticks]
    return [
        _layer({"type": "rule", "stroke": "var(--line)", "strokeWidth": 1}, [r for r in rows if r["y"]], y=up),
        _layer({"type": "rule", "stroke": "var(--ink)", "strokeWidth": 1.5}, [{"y": 0}], y=up),
        _layer(
            {"type": "text", "x": -8, "align": "right", "fill": "var(--ink-soft)", "fontSize": 13},
            rows,
            y=up,
            text={"field": "t", "type": "nominal"},
        ),
    ]


def _levels(
    baseline: float | None, target: float | None, width: float, span: float, up: dict[str, Any]
) -> list[dict[str, Any]]:
    layers: list[dict[str, Any]] = []
    levels = [
        (level, gettext(words) % {"value": decimal(level)}, dash, colour)
        for level, words, dash, colour in (
            (baseline, gettext_noop("before: %(value)s"), [2, 4], "var(--ink-soft)"),
            (target, gettext_noop("aim: %(value)s"), [8, 4], "var(--authority)"),
        )
        if level is not None
    ]
    levels.sort(key=lambda known: known[0])
    # Two levels too near for two lines of text move their names apart, not themselves.
    near = len(levels) == 2 and (levels[1][0] - levels[0][0]) / span * HEIGHT < 17
    for (level, words, dash, colour), shift in zip(levels, (9, -9) if near else (0, 0), strict=False):
        row = {"y": level, "t": words}
        layers.append(_layer({"type": "rule", "stroke": colour, "strokeWidth": 2, "strokeDash": dash}, [row], y=up))
        mark = {"type": "text", "x": width + 6, "align": "left", "dy": shift, "fill": colour, "fontSize": 13}
        layers.append(_layer(mark, [row], y=up, text={"field": "t", "type": "nominal"}))
    return layers


def _readings(
    points: Sequence[Point], places: Sequence[float], across: dict[str, Any], up: dict[str, Any]
) -> list[dict[str, Any]]:
    rows = [{"x": x, "y": p.value} for p, x in zip(points, places, strict=True)]
    spans = [
        {"x": x, "y": p.low, "high": p.high}
        for p, x in zip(points, places, strict=True)
        if p.low is not None and p.high is not None
    ]
    span = {"type": "rule", "stroke": "var(--spruce)", "strokeWidth": 9, "strokeOpacity": 0.3, "strokeCap": "round"}
    dot = {"type": "point", "shape": "circle", "size": 90, "filled": True}
    return [
        _layer(span, spans, x=across, y=up, y2={"field": "high"}),
        _layer({"type": "line", "stroke": "var(--spruce)", "strokeWidth": 3}, rows, x=across, y=up),
        _layer(
            dot | {"fill": "var(--spruce)", "stroke": "var(--surface)", "strokeWidth": 2, "opacity": 1},
            rows,
            x=across,
            y=up,
        ),
    ]


def _values(
    points: Sequence[Point], places: Sequence[float], across: dict[str, Any], up: dict[str, Any]
) -> list[dict[str, Any]]:
    shown = range(len(points)) if len(points) <= MOST_VALUES else (0, len(points) - 1)
    rows = [
        {"x": places[i], "y": points[i].value if (h := points[i].high) is None else h, "t": decimal(points[i].value)}
        for i in shown
    ]
    return _text(rows, {"dy": -15, "fontWeight": "bold", "fontSize": 15}, x=across, y=up)


def _whens(
    points: Sequence[Point], places: Sequence[float], width: float, across: dict[str, Any]
) -> list[dict[str, Any]]:
    last = len(points) - 1
    edge = INSET * width / (1 + 2 * INSET)
    ends = {0: ("left", -edge), last: ("right", edge)} if last else {}
    layers = []
    for i in _labelled(points, places, width):
        align, dx = ends.get(i, ("center", 0))
        mark = {"type": "text", "y": HEIGHT + 20, "align": align, "dx": dx, "fill": "var(--ink-soft)", "fontSize": 13}
        row = {"x": places[i], "t": points[i].label}
        layers.append(_layer(mark, [row], x=across, text={"field": "t", "type": "nominal"}))
    return layers
