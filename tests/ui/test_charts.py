"""Charts: readable without eyes, honest about n, the same bytes everywhere."""

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from commonground.kernel.actor import PartyKind
from commonground.ui.charts import (
    Cell,
    Chart,
    Group,
    Point,
    Range,
    as_csv,
    opinion_map,
    ranges,
    series,
    standalone,
)

HOSTILE = '"><script>alert(1)</script>'


def a_series(**changed: object) -> Chart:
    points = [Point("Autumn", 3.4, 212, 3.1, 3.7), Point("Spring", 5.1, 198, 4.7, 5.5)]
    given_: dict[str, object] = {"title": "Feeling safe", "unit": "out of 10", "method": "Asked.", "baseline": 3.4}
    return series(**({"points": points} | given_ | changed))  # type: ignore[arg-type]


def shares(*, label: str = "Residents") -> Chart:
    rows = [
        Range(label, 0.84, 311, PartyKind.COMMUNITY, 0.79, 0.88),
        Range("The Nation", None, None, PartyKind.NATION),
    ]
    return ranges(rows, title="Who agrees", method="Votes.", caution="Of those who took part.")


def a_map(*, label: str = "Group A") -> Chart:
    cells = [Cell(0, 0, "a", 40), Cell(1, 0, "a", 12), Cell(5, 2, None, 9)]
    return opinion_map(cells, [Group("a", label, 52)], title="Map", method="Votes.", n=61)


EVERY_CHART: list[Callable[[], Chart]] = [a_series, shares, a_map]


@pytest.mark.parametrize("draw", EVERY_CHART)
def test_every_chart_has_a_name_a_description_a_table_and_its_n(
    draw: Callable[[], Chart], render: Callable[..., str]
) -> None:
    chart = draw()
    html = render('{% chart chart "/data.csv" "/drawing.svg" %}', chart=chart)
    named_by = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', html)
    assert named_by
    assert f'<title id="{named_by[1]}">{chart.title}</title>' in html
    assert f'<desc id="{named_by[2]}">{chart.description}</desc>' in html
    assert f"{chart.n}. {chart.method}" in html
    assert html.count('<th scope="row">') == len(chart.rows)
    assert 'href="/data.csv"' in html
    assert 'href="/drawing.svg"' in html


@pytest.mark.parametrize("draw", EVERY_CHART)
def test_no_chart_breaks_the_content_policy(draw: Callable[[], Chart]) -> None:
    svg = draw().svg
    assert "style" not in svg
    assert "<script" not in svg
    assert "var(--" in svg


@pytest.mark.parametrize(
    "chart",
    [
        lambda: a_series(title=HOSTILE),
        lambda: a_series(points=[Point(HOSTILE, 1, 20), Point(HOSTILE, 2, 20)]),
        lambda: shares(label=HOSTILE),
        lambda: a_map(label=HOSTILE),
    ],
    ids=["title", "reading", "side", "group"],
)
def test_a_hostile_label_stays_a_label(chart: Callable[[], Chart], render: Callable[..., str]) -> None:
    html = render("{% chart chart %}", chart=chart())
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_range_is_drawn_only_where_one_was_given() -> None:
    span = 'stroke-opacity="0.3"'
    assert a_series().svg.count(span) == 2
    without = a_series(points=[Point("Autumn", 3.4, 212), Point("Spring", 5.1, 198)])
    assert span not in without.svg
    assert without.columns == ("When", "out of 10", "n")


def test_the_zero_line_stands_even_when_every_value_is_far_from_it() -> None:
    chart = a_series(points=[Point("One", 96, 50), Point("Two", 98, 50)], baseline=None)
    assert ">0</text>" in chart.svg
    assert 'stroke="var(--ink)"' in chart.svg


def test_distances_are_true_to_time_when_the_days_are_known() -> None:
    days = (date(2026, 1, 1), date(2026, 1, 11), date(2026, 4, 11))
    chart = a_series(points=[Point(str(day), 1, 20, day=day) for day in days], baseline=None)
    first, second, third = sorted(
        float(x) for x in re.findall(r'<path transform="translate\(([\d.]+),[\d.]+\)" d="[^"]*A', chart.svg)
    )
    assert (second - first) / (third - first) == pytest.approx(0.1)


def test_a_side_with_too_few_voices_is_named_and_not_drawn() -> None:
    chart = shares()
    assert "Not enough voices from The Nation." in chart.description
    assert ("The Nation", "–", "not enough voices", "–", "–") in chart.rows
    assert "The Nation" not in chart.n


def test_people_in_no_group_are_counted_in_the_table() -> None:
    assert a_map().rows == (("Group A", "52"), ("in no group", "9"), ("Everybody on the map", "61"))


def test_groups_differ_by_pattern_and_shape_and_not_by_colour_alone() -> None:
    cells = [Cell(i, 0, str(i), 20) for i in range(5)]
    chart = opinion_map(cells, [Group(str(i), f"G{i}", 20) for i in range(5)], title="T", method="M", n=100)
    patterns = re.findall(r"<pattern [^>]*>(.*?)</pattern>", chart.svg)
    assert len({re.sub(r"--group-[a-e]", "", drawing) for drawing in patterns}) == 5
    corners = {len(points.split()) for points in re.findall(r'points="([^"]*)"', chart.svg)}
    assert corners == {3, 4, 6}


def test_nothing_to_draw_and_too_many_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one reading"):
        a_series(points=[])
    with pytest.raises(ValueError, match="at least one row"):
        ranges([], title="T", method="M")
    with pytest.raises(ValueError, match="at least one cell"):
        opinion_map([], [], title="T", method="M", n=0)
    six = [Group(str(i), "G", 1) for i in range(6)]
    with pytest.raises(ValueError, match="At most 5 groups"):
        opinion_map([Cell(0, 0, None, 5)], six, title="T", method="M", n=5)


def test_figures_follow_the_language_of_the_page() -> None:
    with translation.override("fr"):
        chart = shares()
        assert "84\N{NO-BREAK SPACE}%" in chart.svg or "84\N{NARROW NO-BREAK SPACE}%" in chart.svg
        assert "3,4" in a_series().svg


def test_the_drawing_as_a_file_needs_no_styles_of_ours() -> None:
    svg = standalone(a_series())
    assert "var(" not in svg
    assert "#1d4b44" in svg


def test_the_table_as_a_file_carries_n_and_runs_nothing_in_a_spreadsheet() -> None:
    chart = a_series(points=[Point("=1+1", -3.4, 20), Point("-cmd", 2, 20)], title="@title")
    lines = list(csv.reader(io.StringIO(as_csv(chart))))
    assert lines[0] == ["'@title"]
    assert [chart.n] in lines
    assert ["'=1+1", "-3.4", "20"] in lines
    assert ["'-cmd", "2", "20"] in lines


def test_two_processes_draw_the_same_bytes() -> None:
    program = (
        "import django; django.setup();"
        "from tests.ui.test_charts import a_series, shares, a_map;"
        "print(a_series(title='again').svg + shares().svg + a_map().svg, end='')"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert printed == a_series(title="again").svg + shares().svg + a_map().svg


figures = st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3))


@settings(max_examples=40, deadline=None)
@given(st.lists(figures, min_size=1, max_size=12), st.none() | figures, st.none() | figures)
def test_any_readings_can_be_drawn(values: list[float], baseline: float | None, target: float | None) -> None:
    points = [Point(f"r{i}", value, 20) for i, value in enumerate(values)]
    chart = a_series(points=points, baseline=baseline, target=target)
    assert ">0</text>" in chart.svg
    assert "NaN" not in chart.svg
