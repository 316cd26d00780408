"""Where opinions lie near each other: cells of people, never single persons, one pattern and colour a group."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

from django.utils.html import escape
from django.utils.translation import gettext

from commonground.ui.charts.frame import Chart, listed, named
from commonground.ui.charts.numbers import decimal

WIDTH, HEIGHT, EDGE = 400, 330, 34
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
    name = "m" + hashlib.sha256(repr((title, cells, groups)).encode()).hexdigest()[:10]
    spots = _placed(cells)
    body = _patterns(name, len(groups)) + "".join(_spot(name, spot, style) for spot in spots) + _names(groups, spots)
    rows = [(group.label, decimal(group.n)) for group in groups]
    if groups and outside > 0:
        rows.append((gettext("in no group"), decimal(outside)))
    return Chart(
        title=title,
        description=description,
        svg=named(name, title, description, (WIDTH, HEIGHT), body),
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


def _placed(cells: Sequence[Cell]) -> list[_Spot]:
    """Cells in drawing coordinates, both axes on one scale, largest first so that none hides another."""
    left, right = min(c.x for c in cells), max(c.x for c in cells)
    low, high = min(c.y for c in cells), max(c.y for c in cells)
    scale = min((WIDTH - 2 * EDGE) / ((right - left) or 1), (HEIGHT - 2 * EDGE) / ((high - low) or 1))
    room = _spacing(cells) * scale
    largest = max(c.count for c in cells)
    spots = [
        _Spot(
            round(WIDTH / 2 + (c.x - (left + right) / 2) * scale, 1),
            round(HEIGHT / 2 - (c.y - (low + high) / 2) * scale, 1),
            round(max(2.5, min(room * 0.54, 22) * sqrt(c.count / largest)), 1),
            c.group,
        )
        for c in cells
    ]
    return sorted(spots, key=lambda s: (-s.radius, s.x, s.y))


def _spacing(cells: Sequence[Cell]) -> float:
    """The step of the grid that the cells stand on."""
    steps = [inf]
    for values in ({c.x for c in cells}, {c.y for c in cells}):
        line = sorted(values)
        steps += [b - a for a, b in zip(line, line[1:], strict=False) if b - a > 1e-9]
    return min(steps) if min(steps) < inf else 1.0


def _patterns(name: str, groups: int) -> str:
    drawings = (
        '<rect width="6" height="6" fill="{c}"/>',
        '<rect width="6" height="6" fill="var(--surface)"/><path d="M0 3h6" stroke="{c}" stroke-width="3.4"/>',
        '<rect width="6" height="6" fill="var(--surface)"/><circle cx="3" cy="3" r="2.1" fill="{c}"/>',
        '<rect width="6" height="6" fill="{c}"/><circle cx="3" cy="3" r="1.4" fill="var(--surface)"/>',
        '<rect width="6" height="6" fill="var(--surface)"/><path d="M0 0l6 6M6 0L0 6" stroke="{c}" stroke-width="1.6"/>',
    )
    filled = "".join(
        f'<pattern id="{name}-{i}" width="6" height="6" patternUnits="userSpaceOnUse">'
        f"{drawings[i].replace('{c}', f'var({COLOURS[i]})')}</pattern>"
        for i in range(groups)
    )
    return f"<defs>{filled}</defs>"


def _spot(name: str, spot: _Spot, style: dict[str, int]) -> str:
    i = style.get(spot.group) if spot.group is not None else None
    x, y, r = spot.x, spot.y, spot.radius
    if i is None:
        return f'<circle cx="{x}" cy="{y}" r="{r}" fill="var(--surface)" stroke="var(--edge)" stroke-width="1.5"/>'
    paint = f'fill="url(#{name}-{i})" stroke="var({COLOURS[i]})" stroke-width="1.5"'
    match i:
        case 1:
            return f'<path d="M{x} {y - r * 1.2:.1f}l{r * 1.2:.1f} {r * 1.2:.1f}-{r * 1.2:.1f} {r * 1.2:.1f}-{r * 1.2:.1f}-{r * 1.2:.1f}z" {paint}/>'
        case 2:
            return f'<rect x="{x - r * 0.9:.1f}" y="{y - r * 0.9:.1f}" width="{r * 1.8:.1f}" height="{r * 1.8:.1f}" {paint}/>'
        case 3:
            return f'<path d="M{x} {y - r * 1.1:.1f}l{r * 1.15:.1f} {r * 1.95:.1f}h-{r * 2.3:.1f}z" {paint}/>'
        case 4:
            return f'<path d="M{x - r / 2:.1f} {y - r:.1f}h{r:.1f}l{r / 2:.1f} {r:.1f}-{r / 2:.1f} {r:.1f}h-{r:.1f}l-{r / 2:.1f}-{r:.1f}z" {paint}/>'
        case _:
            return f'<circle cx="{x}" cy="{y}" r="{r}" {paint}/>'


def _names(groups: Sequence[Group], spots: Sequence[_Spot]) -> str:
    out = []
    for i, group in enumerate(groups):
        own = [s for s in spots if s.group == group.key]
        if not own:
            continue
        weight = sum(s.radius**2 for s in own)
        x = min(max(sum(s.x * s.radius**2 for s in own) / weight, 60), WIDTH - 60)
        y = max(min(s.y - s.radius for s in own) - 8, 16)
        out.append(
            f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" font-size="16" font-weight="700" fill="var({COLOURS[i]})" '
            f'stroke="var(--surface)" stroke-width="5" stroke-linejoin="round" paint-order="stroke">'
            f"{escape(group.label)} · {decimal(group.n)}</text>"
        )
    return "".join(out)
