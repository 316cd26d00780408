"""One indicator over time: points with their ranges, where it started, what was aimed at, and the zero line."""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from commonground.ui.charts import vega
from commonground.ui.charts.frame import Chart, listed, named
from commonground.ui.charts.numbers import decimal

WIDTH, HEIGHT = 340, 190
LEFT, RIGHT, TOP, BOTTOM = 40, 20, 26, 34
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
    name = "s" + hashlib.sha256((title + inner).encode()).hexdigest()[:10]
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
    parts = [gettext("%(when)s: %(value)s %(unit)s") % {"when": first.label, "value": decimal(first.value), "unit": unit}]
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


def _labelled(points: Sequence[Point], places: Sequence[float]) -> set[int]:
    """Which points carry their label below: the ends, and those between that have room."""
    widths = [len(p.label) * 7.4 + 14 for p in points]
    last = len(points) - 1
    chosen, edge = {0, last}, widths[0]
    for i in range(1, last):
        x, half = places[i] * WIDTH, widths[i] / 2
        if x - half > edge and x + half < WIDTH - widths[last]:
            chosen.add(i)
            edge = x + half
    return chosen


def _spec(
    points: Sequence[Point],
    scale: tuple[float, float, float],
    baseline: float | None,
    target: float | None,
) -> dict[str, Any]:
    low, high, step = scale
    places = _places(points)
    across = {"field": "x", "type": "quantitative", "scale": {"domain": [0, 1], "nice": False}, "axis": None}
    up = {"field": "y", "type": "quantitative", "scale": {"domain": [low, high], "nice": False}, "axis": None}
    layers = [
        *_grid(low, high, step, up),
        *_levels(baseline, target, up),
        *_readings(points, places, across, up),
        *_labels(points, places, across, up),
    ]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "autosize": {"type": "none", "contains": "content"},
        "padding": {"left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
        "layer": layers,
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


def _levels(baseline: float | None, target: float | None, up: dict[str, Any]) -> list[dict[str, Any]]:
    layers: list[dict[str, Any]] = []
    for level, words, dash, colour, x, align in (
        (baseline, gettext("before: %(value)s"), [2, 4], "var(--ink-soft)", 0, "left"),
        (target, gettext("aim: %(value)s"), [8, 4], "var(--authority)", WIDTH, "right"),
    ):
        if level is None:
            continue
        row = {"y": level, "t": words % {"value": decimal(level)}}
        layers.append(_layer({"type": "rule", "stroke": colour, "strokeWidth": 2, "strokeDash": dash}, [row], y=up))
        layers += _text([row], {"x": x, "align": align, "dy": -10, "fill": colour}, y=up)
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


def _labels(
    points: Sequence[Point], places: Sequence[float], across: dict[str, Any], up: dict[str, Any]
) -> list[dict[str, Any]]:
    last = len(points) - 1
    shown = range(len(points)) if len(points) <= MOST_VALUES else (0, last)
    values = [
        {"x": places[i], "y": points[i].value if (h := points[i].high) is None else h, "t": decimal(points[i].value)}
        for i in shown
    ]
    layers = _text(values, {"dy": -16, "fontWeight": "bold", "fontSize": 15}, x=across, y=up)
    for i in sorted(_labelled(points, places)):
        align = "center" if len(points) == 1 else {0: "left", last: "right"}.get(i, "center")
        row = {"x": places[i], "t": points[i].label}
        dx = {"left": -LEFT / 2, "right": RIGHT - 2}.get(align, 0)
        mark = {"type": "text", "y": HEIGHT + 22, "align": align, "dx": dx, "fill": "var(--ink-soft)", "fontSize": 13}
        layers.append(_layer(mark, [row], x=across, text={"field": "t", "type": "nominal"}))
    return layers
