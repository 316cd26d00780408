"""Shares of several sides or groups as horizontal bars, each with the range among those who took part."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext

from commonground.kernel.actor import PartyKind
from commonground.ui.charts.draw import Attribute, element, mark, text, together
from commonground.ui.charts.frame import Chart, listed, name_of, named
from commonground.ui.charts.numbers import decimal, percent
from commonground.ui.sides import SIDES

WIDTH, ROW, START, END = 350, 54, 2, 348
SHAPES = {
    PartyKind.POLICE: 0,
    PartyKind.COMMUNITY: 1,
    PartyKind.SERVICES: 2,
    PartyKind.AUTHORITY: 3,
    PartyKind.NATION: 4,
}


@dataclass(frozen=True, slots=True)
class Range:
    """A share from 0 to 1 with its range and n. `value` is None where too few spoke: the row then says so."""

    label: str
    value: float | None
    n: int | None
    side: PartyKind | None = None
    low: float | None = None
    high: float | None = None


def ranges(rows: Sequence[Range], *, title: str, method: str, caution: str = "", column: str = "") -> Chart:
    """Draw one bar a row; `column` heads the share in the table (by default "Agree").

    Raises ValueError without rows.
    """
    if not rows:
        raise ValueError("A chart of shares needs at least one row; show the empty state instead.")
    description = listed([_said(row) for row in rows])
    height = ROW * len(rows) + 26
    body = together([_axis(height), *(_bar(row, i * ROW) for i, row in enumerate(rows))])
    name = name_of("r", title, body)
    return Chart(
        title=title,
        description=description,
        svg=named(name, title, description, (WIDTH, height), body),
        columns=(gettext("Side"), gettext("n"), column or pgettext("a vote", "Agree"), gettext("from"), gettext("to")),
        rows=tuple(_row(row) for row in rows),
        n=gettext("n = %(each)s")
        % {"each": ", ".join(f"{decimal(r.n)} ({r.label})" for r in rows if r.n is not None) or "–"},
        method=method,
        caution=caution,
    )


def _said(row: Range) -> str:
    if row.value is None:
        return gettext("Not enough voices from %(side)s") % {"side": row.label}
    if row.low is None or row.high is None:
        return gettext("%(side)s: %(share)s") % {"side": row.label, "share": percent(row.value)}
    return gettext("%(side)s: %(share)s, from %(low)s to %(high)s") % {
        "side": row.label,
        "share": percent(row.value),
        "low": percent(row.low),
        "high": percent(row.high),
    }


def _row(row: Range) -> tuple[str, ...]:
    if row.value is None:
        return (row.label, "–", gettext("not enough voices"), "–", "–")
    ends = ("–" if end is None else percent(end) for end in (row.low, row.high))
    return (row.label, "–" if row.n is None else decimal(row.n), percent(row.value), *ends)


def _x(share: float) -> float:
    return round(START + share * (END - START), 1)


def _axis(height: int) -> SafeString:
    foot = height - 22
    words = [
        text(percent(share), _x(share), height - 5, text_anchor=anchor)
        for share, anchor in ((0, "start"), (0.5, "middle"), (1, "end"))
    ]
    lines = "".join(f"M{_x(share)} 4V{foot}" for share in (0.5, 1))
    return together(
        [
            element("path", d=lines, stroke="var(--line)"),
            element("path", d=f"M{_x(0)} 4V{foot}", stroke="var(--ink)", stroke_width=1.5),
            element("g", *words, fill="var(--ink-soft)", font_size=13),
        ]
    )


def _bar(row: Range, top: int) -> SafeString:
    side = SIDES[row.side] if row.side else None
    colour = f"var(--{row.side.value})" if row.side else "var(--spruce)"
    heading = [text(row.label, START + (30 if side else 8), top + 20, halo=True, font_size=15, fill="var(--ink)")]
    if side:
        heading.append(element("path", d=side.shape, fill=colour, transform=f"translate({START + 8} {top + 7})"))
    at_end: dict[str, Attribute] = {"text_anchor": "end", "font_size": 15}
    if row.value is None:
        none = gettext("not enough voices")
        return together([*heading, text(none, END - 8, top + 20, halo=True, fill="var(--ink-soft)", **at_end)])
    figure = text(percent(row.value), END - 8, top + 20, halo=True, fill="var(--ink)", font_weight=700, **at_end)
    return together([*heading, figure, *_share(row, row.value, top + 38, colour)])


def _share(row: Range, value: float, y: int, colour: str) -> list[SafeString]:
    parts = [element("path", d=f"M{_x(0)} {y}H{_x(value)}", stroke=colour, stroke_width=2.5)]
    if row.low is not None and row.high is not None:
        span = f"M{_x(row.low)} {y}H{_x(row.high)}"
        parts.append(
            element("path", d=span, stroke=colour, stroke_width=11, stroke_linecap="round", stroke_opacity="0.45")
        )
    shape = SHAPES[row.side] if row.side else 0
    parts.append(mark(shape, _x(value), y, 7.5, fill=colour, stroke="var(--surface)", stroke_width=2))
    return parts
