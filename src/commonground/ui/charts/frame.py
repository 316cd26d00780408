"""Charts drawn on the server: typed values in, an SVG with its description, n, method and table out.

Colours are CSS variables, so one drawing serves light and dark; `standalone` fixes them for a file of its own.
"""

import csv
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from commonground.ui.charts.draw import element

PALETTE = {
    "--paper": "#fbf8f3",
    "--surface": "#ffffff",
    "--line": "#d0d6cf",
    "--edge": "#6f7d7a",
    "--ink": "#1e2a2b",
    "--ink-soft": "#4b5a59",
    "--spruce": "#1d4b44",
    "--police": "#2a5d8c",
    "--community": "#a94a25",
    "--services": "#4f6d2f",
    "--nation": "#6b3f69",
    "--authority": "#7d5b0c",
    "--gold": "#c9952b",
    "--group-a": "#0b6b74",
    "--group-b": "#a3366b",
    "--group-c": "#6a5a00",
    "--group-d": "#4646b4",
    "--group-e": "#8a4413",
}


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing and everything that must stand beside it.

    `n` says how many people or events, `method` how they were come by, `caution` what the reader must not conclude;
    `columns` and `rows` are the same content as a table, in the page's language.
    """

    title: str
    description: str
    svg: SafeString
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    n: str
    method: str
    caution: str = ""


def named(name: str, title: str, description: str, view: tuple[int, int], body: SafeString) -> SafeString:
    """An SVG of `view` width and height around `body`, with a name and a description for readers.

    `name` keeps its ids apart from those of other charts on the page.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-t"),
        element("desc", description, id=f"{name}-d"),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {view[0]} {view[1]}",
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
    )


def name_of(kind: str, *content: object) -> str:
    """A short id that is the same wherever the same content is drawn."""
    return kind + hashlib.sha256(repr(content).encode()).hexdigest()[:10]


def standalone(chart: Chart) -> str:
    """The drawing as a file of its own: light colours, readable without the page's styles."""
    fixed = re.sub(r"var\((--[a-z-]+)\)", lambda found: PALETTE.get(found[1], "#1e2a2b"), chart.svg)
    return fixed.replace("<svg ", '<svg font-family="sans-serif" ', 1)


def as_csv(chart: Chart) -> str:
    """The chart's table as CSV, its n, method and caution in lines above it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for line in filter(None, (chart.title, chart.n, chart.method, chart.caution)):
        writer.writerow([_inert(line)])
    writer.writerow([])
    writer.writerows([_inert(cell) for cell in row] for row in (chart.columns, *chart.rows))
    return out.getvalue()


def _inert(cell: str) -> str:
    # A label that begins like a formula would run when a spreadsheet opens the file.
    risky = cell[:1] in {"=", "+", "@", "\t", "\r"} or re.match(r"-(?![\d.,]+\s*%?$)", cell)
    return f"'{cell}" if risky else cell


def listed(parts: Sequence[str]) -> str:
    """Sentences joined into one description."""
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)
