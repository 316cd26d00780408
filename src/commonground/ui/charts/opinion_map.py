"""Where opinions lie near each other: cells of people, never single persons, one pattern and colour a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, sqrt

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from commonground.ui.charts.draw import Attribute, element, mark, text, together
from commonground.ui.charts.frame import Chart, listed, name_of, named
from commonground.ui.charts.numbers import decimal

WIDTH, TALLEST, EDGE, TOP = 350, 350, 22, 42
COLOURS = ("--group-a", "--group-b", "--group-c", "--group-d", "--group-e")


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the map with the people who stand there; `group` is a Group's key or None for people in no group."""

    x: float
    y: float
    group: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """A group that was found: `key` ties its cells, `label` names it, `n` counts its people."""

    key: str
    label: str
    n: int


def opinion_map(
    cells: Sequence[Cell], groups: Sequence[Group], *, title: str, method: str, n: int, caution: str = ""
) -> Chart:
    """Draw cells whose area is the number of people in them. `n` is everybody who was placed.

    Raises ValueError without cells, and for more groups than there are patterns (5).
    """
    if not cells:
        raise ValueError("A map needs at least one cell; show the empty state instead.")
    if len(groups) > len(COLOURS):
        raise ValueError(f"At most {len(COLOURS)} groups can be told apart on one map, not {len(groups)}.")
    outside = n - sum(group.n for group in groups)
    description = listed(_said(groups, n))
    style = {group.key: i for i, group in enumerate(groups)}
    name = name_of("m", title, tuple(cells), tuple(groups))
    spots, height = _placed(cells)
    marks = [_spot(name, spot, style) for spot in spots]
    body = together([_patterns(name, len(groups)), *marks, *_names(groups, spots)])
    rows = [(group.label, decimal(group.n)) for group in groups]
    if groups and outside > 0:
        rows.append((gettext("in no group"), decimal(outside)))
    return Chart(
        title=title,
        description=description,
        svg=named(name, title, description, (WIDTH, height), body),
        columns=(gettext("Group"), gettext("People")),
        rows=(*rows, (gettext("Everybody on the map"), decimal(n))),
        n=gettext("n = %(n)s people") % {"n": decimal(n)},
        method=method,
        caution=caution,
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    radius: float
    group: str | None


def _said(groups: Sequence[Group], n: int) -> list[str]:
    first = gettext("Each mark is a number of people who voted alike; marks close together agree more")
    if not groups:
        return [first, gettext("%(n)s people, no stable groups") % {"n": decimal(n)}]
    return [first, *(gettext("%(group)s: %(n)s people") % {"group": g.label, "n": decimal(g.n)} for g in groups)]


def _placed(cells: Sequence[Cell]) -> tuple[list[_Spot], int]:
    """Cells in drawing coordinates and the height; both axes on one scale, largest first so that none hides another."""
    left, right = min(c.x for c in cells), max(c.x for c in cells)
    low, high = min(c.y for c in cells), max(c.y for c in cells)
    scale = min((WIDTH - 2 * EDGE) / ((right - left) or 1), (TALLEST - TOP - EDGE) / ((high - low) or 1))
    room = min(_spacing(cells) * scale * 0.49, 20)
    largest = max(c.count for c in cells)
    spots = [
        _Spot(
            round(WIDTH / 2 + (c.x - (left + right) / 2) * scale, 1),
            round(TOP + (high - c.y) * scale, 1),
            round(max(2.5, room * sqrt(c.count / largest)), 1),
            c.group,
        )
        for c in cells
    ]
    height = round(TOP + (high - low) * scale + EDGE)
    return sorted(spots, key=lambda s: (-s.radius, s.x, s.y)), height


def _spacing(cells: Sequence[Cell]) -> float:
    """The step of the grid that the cells stand on."""
    steps = [inf]
    for values in ({c.x for c in cells}, {c.y for c in cells}):
        line = sorted(values)
        steps += [b - a for a, b in pairwise(line) if b - a > 1e-9]
    return min(steps) if min(steps) < inf else 1.0


def _patterns(name: str, groups: int) -> SafeString:
    return element("defs", *(_pattern(f"{name}-{i}", i, f"var({COLOURS[i]})") for i in range(groups)))


def _pattern(name: str, number: int, colour: str) -> SafeString:
    clear = "var(--surface)"
    ground = element("rect", width=6, height=6, fill=colour if number in (0, 3) else clear)
    figure = (
        "",
        element("path", d="M0 3h6", stroke=colour, stroke_width=3.4),
        element("circle", cx=3, cy=3, r=2.1, fill=colour),
        element("circle", cx=3, cy=3, r=1.4, fill=clear),
        element("path", d="M0 0l6 6M6 0L0 6", stroke=colour, stroke_width=1.6),
    )[number]
    return element("pattern", ground, figure, id=name, width=6, height=6, patternUnits="userSpaceOnUse")


def _spot(name: str, spot: _Spot, style: dict[str, int]) -> SafeString:
    number = style.get(spot.group) if spot.group is not None else None
    fill = "var(--surface)" if number is None else f"url(#{name}-{number})"
    stroke = "var(--edge)" if number is None else f"var({COLOURS[number]})"
    return mark(number or 0, spot.x, spot.y, spot.radius, fill=fill, stroke=stroke, stroke_width=1.5)


def _names(groups: Sequence[Group], spots: Sequence[_Spot]) -> list[SafeString]:
    """Each group's name and size above its cells; names that would lie on each other move down."""
    taken: list[tuple[float, float]] = []
    out = []
    for group, colour in zip(groups, COLOURS, strict=False):
        own = [s for s in spots if s.group == group.key]
        if not own:
            continue
        weight = sum(s.radius**2 for s in own)
        x = min(max(sum(s.x * s.radius**2 for s in own) / weight, 70), WIDTH - 70)
        y = max(min(s.y - s.radius for s in own) - 8, 18)
        while any(abs(x - a) < 130 and abs(y - b) < 19 for a, b in taken):
            y += 19
        taken.append((x, y))
        label = f"{group.label} · {decimal(group.n)}"
        bold: dict[str, Attribute] = {"text_anchor": "middle", "font_size": 16, "font_weight": 700}
        out.append(text(label, x, y, halo=True, fill=f"var({colour})", **bold))
    return out
