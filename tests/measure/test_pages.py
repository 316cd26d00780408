"""The pages of measures, as a browser asks for them."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from commonground.kernel import clock
from commonground.measure.models import Direction, Indicator, Reading, Sample, Unit
from tests.measure.cast import Town, browser, indicator, reading

MOST_QUERIES = 12


def address(of: Indicator, page: str = "indicator") -> str:
    return reverse(f"measure:{page}", args=[of.id])


def words_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return response.content.decode()


def test_before_any_priority_the_list_says_why_it_is_empty(db: None) -> None:
    assert "Nothing is measured yet" in words_of(browser(), reverse("measure:index"))


def test_a_priority_that_nobody_judges_is_named_as_such(town: Town) -> None:
    page = words_of(browser(), reverse("measure:index"))
    assert "Every wait ends safely." in page
    assert "Nobody has agreed yet how to tell whether this is working." in page


def test_the_list_tells_each_change_with_both_n(town: Town) -> None:
    reading(indicator(town), town.steward)
    assert "Rose from 3.4 to 5.1 among those asked (n 212 and 198)." in words_of(browser(), reverse("measure:index"))


def test_a_figure_without_a_baseline_is_shown_and_no_change_is_told(town: Town) -> None:
    measured = indicator(town, baseline=None)
    reading(measured, town.steward, "2.0", day=clock.today() - timedelta(days=10))
    reading(measured, town.steward, "9.0")
    page = words_of(browser(), address(measured))
    assert "No baseline, so no change can be told." in page
    assert not re.search(r"improved|moved the|Rose from", page)


def test_a_measure_that_moved_the_other_way_says_so_as_plainly(town: Town) -> None:
    measured = indicator(town, direction=Direction.DOWN)
    reading(measured, town.steward)
    assert "moved the other way" in words_of(browser(), address(measured))


def test_the_page_shows_n_method_source_caution_and_where_it_came_from(town: Town) -> None:
    measured = indicator(town)
    reading(measured, town.steward, method_note="Asked on paper this time.")
    page = words_of(browser(), address(measured))
    for said in (
        "n = 212",
        "Mean of answers from 0 to 10.",
        "Survey of people who wait there",
        "People who chose to answer may differ from those who did not.",
        "Asked on paper this time.",
        "College",
        reverse("listen:theme", args=[town.theme.id]),
        reverse("agree:priority", args=[town.priority.id]),
    ):
        assert said in page


def test_an_owner_records_a_reading_and_everybody_sees_it(town: Town) -> None:
    measured = indicator(town)
    owner = browser(town.steward)
    assert "Record a reading" in words_of(owner, address(measured))
    sent = owner.post(address(measured, "record"), {"day": clock.today().isoformat(), "value": "5.1", "n": "198"})
    assert sent.headers["Location"] == address(measured)
    assert "Rose from 3.4 to 5.1" in words_of(browser(), address(measured))


def test_a_french_owner_types_a_comma(town: Town) -> None:
    measured = indicator(town)
    url = address(measured, "record").replace("/en/", "/fr/")
    sent = browser(town.steward).post(url, {"day": clock.today().isoformat(), "value": "5,1", "n": "198"})
    assert sent.status_code == 302
    assert Reading.objects.get().figure == "5.1"


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"n": ""}, 422, "Say how many it was taken from."),
        ({"n": "many"}, 422, "Type a whole number"),
        ({"value": "a lot"}, 422, "Type a number, such as 5.1."),
        ({"day": "yesterday"}, 422, "Give the day as year, month and day"),
        ({"n": "4"}, 409, "Fewer than 10 answers are not published."),
        ({"value": "55"}, 409, "This figure lies on a scale from 0 to 10."),
        ({"method_note": "Call 416-555-0134"}, 409, "a telephone number"),
    ],
)
def test_a_reading_that_cannot_stand_comes_back_with_a_sentence_and_all_that_was_typed(
    town: Town, typed: dict[str, str], status: int, said: str
) -> None:
    measured = indicator(town)
    whole = {"day": clock.today().isoformat(), "value": "5.1", "n": "198", "method_note": "On paper."} | typed
    response = browser(town.steward).post(address(measured, "record"), whole)
    page = response.content.decode()
    assert response.status_code == status
    assert said in page
    assert all(f'value="{text}"' in page for field, text in whole.items() if field != "method_note" and text)
    assert whole["method_note"] in page
    assert not Reading.objects.exists()


def test_nobody_but_the_owner_is_offered_the_form_or_can_send_it(town: Town) -> None:
    measured = indicator(town)
    for somebody in (None, town.police, town.coordinator, town.host):
        client = browser(somebody)
        assert "Record a reading" not in words_of(client, address(measured))
        sent = client.post(address(measured, "record"), {"day": clock.today().isoformat(), "value": "9", "n": "198"})
        assert sent.status_code in (404, 409)
    assert not Reading.objects.exists()


def test_hostile_text_is_shown_as_text(town: Town) -> None:
    attack = '<script>alert("x")</script>'
    measured = indicator(town, name=attack, description=attack, caution=attack, source=attack, method=attack)
    reading(measured, town.steward, method_note=attack)
    for url in (address(measured), address(measured, "svg"), reverse("measure:index")):
        page = words_of(browser(), url)
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_the_chart_can_be_taken_along_as_a_table_and_as_a_drawing(town: Town) -> None:
    measured = indicator(town)
    for page in ("csv", "svg"):
        words_of(browser(), address(measured, page), 404)
    reading(measured, town.steward)
    table = browser().get(address(measured, "csv"))
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert ["People who chose to answer may differ from those who did not."] in rows
    assert [row[1:] for row in rows[-2:]] == [["3.4", "212"], ["5.1", "198"]]
    drawing = browser().get(address(measured, "svg"))
    assert drawing.headers["Content-Type"] == "image/svg+xml"
    assert drawing.content.startswith(b"<svg ")
    assert b"var(--" not in drawing.content


def test_a_range_is_asked_for_only_where_the_sample_allows_one(town: Town) -> None:
    owner = browser(town.steward)
    assert 'name="low"' not in words_of(owner, address(indicator(town)))
    assert 'name="low"' in words_of(owner, address(indicator(town, name="Drawn", sample=Sample.RANDOM)))


def agreed(town: Town, **changed: str) -> dict[str, str]:
    return {
        "name": "Break-ins",
        "description": "Reports of break-ins at the loop.",
        "unit": "count",
        "counted": "reports in 12 weeks",
        "direction": "down",
        "sample": "all",
        "owner": str(town.police.organisation.id),
        "source": "Police records, counts alone",
        "method": "Count of reports.",
        "baseline_value": "23",
        "baseline_n": "23",
        "baseline_day": (clock.today() - timedelta(days=90)).isoformat(),
    } | changed


def test_the_coordinator_agrees_on_a_measure_from_the_priority(town: Town) -> None:
    client = browser(town.coordinator)
    new = reverse("measure:new", args=[town.priority.id])
    assert new in words_of(client, reverse("agree:priority", args=[town.priority.id]))
    assert "Say how everybody will be able to tell" in words_of(client, new)
    sent = client.post(reverse("measure:agree", args=[town.priority.id]), agreed(town))
    made = Indicator.objects.get()
    assert sent.headers["Location"] == address(made)
    assert (made.unit, made.baseline_n, made.owner) == (Unit.COUNT, 23, town.police.organisation)
    page = words_of(browser(), reverse("agree:priority", args=[town.priority.id]))
    assert "Break-ins" in page
    assert new not in page


def test_half_a_baseline_is_named_and_nothing_typed_is_lost(town: Town) -> None:
    url = reverse("measure:agree", args=[town.priority.id])
    response = browser(town.coordinator).post(url, agreed(town, baseline_n=""))
    page = response.content.decode()
    assert response.status_code == 422
    assert "A baseline needs all three" in page
    assert "reports in 12 weeks" in page
    assert not Indicator.objects.exists()


def test_the_workspace_of_an_owner_names_what_waits_for_a_reading(town: Town) -> None:
    measured = indicator(town)
    reading(measured, town.steward, day=clock.today() - timedelta(days=92))
    indicator(town, name="Owned by the police", owner=town.police)
    workspace = reverse("web:workspace")
    owner = browser(town.steward)
    page = words_of(owner, workspace)
    assert "Measures waiting for a reading" in page
    assert address(measured) in page
    assert "Owned by the police" not in page
    reading(measured, town.steward)
    assert address(measured) not in words_of(owner, workspace)


def test_a_name_taken_by_another_measure_is_refused_with_the_form_as_it_was(town: Town) -> None:
    indicator(town, name="Break-ins")
    response = browser(town.coordinator).post(reverse("measure:agree", args=[town.priority.id]), agreed(town))
    assert response.status_code == 409
    assert "has a measure of that name already" in response.content.decode()
    assert "Count of reports." in response.content.decode()


def test_the_form_of_a_measure_does_not_exist_for_others(town: Town) -> None:
    for somebody in (None, town.police, town.host, town.steward):
        words_of(browser(somebody), reverse("measure:new", args=[town.priority.id]), 404)


def test_pages_answer_reading_by_get_and_recording_by_post_alone(town: Town) -> None:
    measured = indicator(town)
    owner = browser(town.steward)
    assert owner.post(address(measured)).status_code == 405
    assert owner.get(address(measured, "record")).status_code == 405


def test_pages_ask_the_database_at_most_twelve_times(
    town: Town, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(4):
        measured = indicator(town, name=f"Measure {number}")
        reading(measured, town.steward)
    for url in (reverse("measure:index"), address(measured), address(measured).replace("/en/", "/fr/")):
        with django_assert_max_num_queries(MOST_QUERIES):  # type: ignore[operator]
            browser().get(url)
