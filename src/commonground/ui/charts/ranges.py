"""Shares of several sides or groups as horizontal bars, each with the range among those who took part."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import gettext

from commonground.kernel.actor import PartyKind
from commonground.ui.charts.frame import Chart, listed, named
from commonground.ui.charts.numbers import decimal, percent
from commonground.ui.sides import SIDES

WIDTH, ROW, START, END = 400, 54, 6, 394


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
    body = _axis(height) + "".join(_bar(row, i * ROW) for i, row in enumerate(rows))
    name = "r" + hashlib.sha256((title + body).encode()).hexdigest()[:10]
    return Chart(
        title=title,
        description=description,
        svg=named(name, title, description, (WIDTH, height), body),
        columns=(gettext("Side"), gettext("n"), column or gettext("Agree"), gettext("from"), gettext("to")),
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


def _axis(height: int) -> str:
    foot = height - 22
    lines = "".join(f"M{_x(s)} 4V{foot}" for s in (0, 0.5, 1))
    words = "".join(
        f'<text x="{_x(share)}" y="{height - 5}" text-anchor="{anchor}">{escape(percent(share))}</text>'
        for share, anchor in ((0, "start"), (0.5, "middle"), (1, "end"))
    )
    return (
        f'<path d="{lines}" stroke="var(--line)" stroke-width="1" fill="none"/>'
        f'<path d="M{_x(0)} 4V{foot}" stroke="var(--ink)" stroke-width="1.5"/>'
        f'<g fill="var(--ink-soft)" font-size="13">{words}</g>'
    )


def _bar(row: Range, top: int) -> str:
    side = SIDES[row.side] if row.side else None
    colour = f"var(--{row.side.value})" if row.side else "var(--spruce)"
    icon = f'<path transform="translate(12 {top + 7})" d="{side.shape}" fill="{colour}"/>' if side else ""
    halo = 'stroke="var(--surface)" stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
    label = f'<text x="{34 if side else 12}" y="{top + 20}" font-size="15" fill="var(--ink)" {halo}>{escape(row.label)}</text>'
    if row.value is None:
        words = escape(gettext("not enough voices"))
        return f'{icon}{label}<text x="388" y="{top + 20}" font-size="14" text-anchor="end" fill="var(--ink-soft)" {halo}>{words}</text>'
    middle, y = _x(row.value), top + 38
    figure = f'<text x="388" y="{top + 20}" font-size="15" font-weight="700" text-anchor="end" fill="var(--ink)" {halo}>{escape(percent(row.value))}</text>'
    span = ""
    if row.low is not None and row.high is not None:
        span = f'<path d="M{_x(row.low)} {y}H{_x(row.high)}" stroke="{colour}" stroke-width="11" stroke-linecap="round" opacity=".45"/>'
    stem = f'<path d="M{_x(0)} {y}H{middle}" stroke="{colour}" stroke-width="2.5"/>'
    return f"{icon}{label}{figure}{stem}{span}{_marker(row.side, middle, y, colour)}"


def _marker(side: PartyKind | None, x: float, y: float, colour: str) -> str:
    ring = f'fill="{colour}" stroke="var(--surface)" stroke-width="2"'
    match side:
        case PartyKind.COMMUNITY:
            return f'<path d="M{x} {y - 9}l9 9-9 9-9-9z" {ring}/>'
        case PartyKind.SERVICES:
            return f'<path d="M{x - 7} {y - 7}h14v14h-14z" {ring}/>'
        case PartyKind.AUTHORITY:
            return f'<path d="M{x} {y - 9}l9 16h-18z" {ring}/>'
        case PartyKind.NATION:
            return f'<path d="M{x - 4.5} {y - 8}h9l4.5 8-4.5 8h-9l-4.5-8z" {ring}/>'
        case PartyKind.POLICE | None:
            return f'<circle cx="{x}" cy="{y}" r="8" {ring}/>'
