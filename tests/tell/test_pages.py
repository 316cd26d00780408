"""Reports as a browser asks for them."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from commonground.kernel.actor import PartyKind, Role
from commonground.listen.actions import themes, voices
from commonground.tell.actions import publications
from commonground.tell.models import Publication
from tests.listen import cast as listening
from tests.measure.cast import SENTENCES, Town, browser, indicator, reading
from tests.measure.cast import town as a_town
from tests.tell.test_publications import publish

MOST_QUERIES = 12


def shown(url: str, status: int = 200) -> str:
    response = browser().get(url)
    assert response.status_code == status
    return response.content.decode()


def page_of(report: Publication) -> str:
    return reverse("tell:publication", args=[report.id])


def test_before_any_report_the_list_says_why_it_is_empty(db: None) -> None:
    assert "No report yet" in shown(reverse("tell:index"))


def test_a_report_shows_all_four_parts_and_that_nobody_signed_it(town: Town) -> None:
    reading(indicator(town), town.steward)
    page = shown(page_of(publish(town)))
    for said in (
        "Light at the loop",
        "5 voices, among them:",
        SENTENCES[0],
        "Not enough people to show a number.",
        "Every wait ends safely.",
        "Yes 2, no 1, abstained 0.",
        "Lamps are not our budget.",
        "Walk the loop on foot in the evening.",
        "under way, due on",
        "Rose from 3.4 to 5.1 among those asked (n 212 and 198).",
        "People who chose to answer may differ from those who did not.",
        "Signed by no party yet.",
    ):
        assert said in page
    assert "improved" not in page


def test_a_report_prints_the_head_of_the_ledger_that_it_stood_on(town: Town) -> None:
    report = publish(town)
    page = shown(page_of(report))
    assert report.content["ledger"]["hash"] in page
    assert f"held {report.content['ledger']['length']} entries" in page


def test_from_a_report_a_reader_clicks_back_to_a_voice_and_from_the_voice_forward_to_the_report(town: Town) -> None:
    report = publish(town)
    links = re.findall(r'href="([^"]+)"', shown(page_of(report)))
    voice = reverse("listen:voice", args=[town.voices[0].id])
    assert voice in links
    assert page_of(report) in shown(voice)
    assert reverse("listen:theme", args=[town.theme.id]) in links


def test_a_statement_withdrawn_after_publishing_is_no_longer_shown(db: None) -> None:
    town = a_town(sentences=())
    author = listening.resident(town.conversation)
    said = listening.statement(town.conversation, "I wait there alone every night.", town.host, by=author)
    themes.assign(theme=town.theme, voices=[said], by=town.coordinator.actor)
    report = publish(town)
    assert "I wait there alone every night." in shown(page_of(report))
    voices.withdraw(voice=said, by=author)
    listening.seal(town.conversation)
    page = shown(page_of(report))
    assert "I wait there alone every night." not in page
    assert "a statement that was since withdrawn" in page


def test_hostile_text_in_a_report_is_shown_as_text(db: None) -> None:
    attack = "<img src=x onerror=alert(1)>"
    town = a_town(sentences=(attack,), theme_name=attack)
    indicator(town, name=attack)
    report = publications.publish(
        engagement=town.engagement, title=attack, summary=attack, language="en", by=town.coordinator.actor
    )
    for page in (shown(page_of(report)), shown(reverse("tell:index"))):
        assert "<img" not in page
        assert "&lt;img src=x" in page


def test_the_coordinator_sees_the_whole_report_before_it_is_published(town: Town) -> None:
    client = browser(town.coordinator)
    engagement = reverse("listen:engagement", args=[town.engagement.id])
    new = reverse("tell:new", args=[town.engagement.id])
    assert new in client.get(engagement).content.decode()
    assert client.get(new).status_code == 200
    url = reverse("tell:publish", args=[town.engagement.id])
    typed = {"title": "The loop", "summary": "People asked for light."}
    preview = client.post(url, typed | {"step": "preview"}).content.decode()
    assert "Nobody but you sees this yet." in preview
    assert SENTENCES[0] in preview
    assert not Publication.objects.exists()
    changed = client.post(url, typed | {"step": "change"})
    assert (changed.status_code, "People asked for light." in changed.content.decode()) == (200, True)
    sent = client.post(url, typed | {"step": "publish"})
    report = Publication.objects.get()
    assert sent.headers["Location"] == page_of(report)
    assert "The loop" in shown(reverse("tell:index"))
    page = shown(engagement)
    assert page_of(report) in page
    assert new not in page


@pytest.mark.parametrize("step", ["preview", "publish"])
@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"title": " "}, 422, "This is needed."),
        ({"summary": "Write to anna@example.org about it."}, 409, "an e-mail address"),
        ({"title": "x" * 400}, 409, "Your text has 400 characters"),
    ],
)
def test_a_report_that_cannot_stand_comes_back_with_a_sentence_and_all_that_was_typed(
    town: Town, step: str, typed: dict[str, str], status: int, said: str
) -> None:
    whole = {"title": "The loop", "summary": "People asked for light.", "step": step} | typed
    response = browser(town.coordinator).post(reverse("tell:publish", args=[town.engagement.id]), whole)
    page = response.content.decode()
    assert response.status_code == status
    assert said in page
    assert whole["summary"] in page
    assert not Publication.objects.exists()


def test_nobody_else_is_offered_a_report_or_can_publish_one(town: Town) -> None:
    typed = {"title": "The loop", "summary": "All is well.", "step": "publish"}
    office = listening.organisation("Another office", PartyKind.AUTHORITY)
    elsewhere = listening.member(office, Role.COORDINATOR)
    for somebody in (None, town.police, town.host, elsewhere):
        client = browser(somebody)
        assert client.get(reverse("tell:new", args=[town.engagement.id])).status_code == 404
        assert client.post(reverse("tell:publish", args=[town.engagement.id]), typed).status_code == 404
    assert not Publication.objects.exists()


def test_a_report_taken_back_leaves_its_place_and_the_reason(town: Town) -> None:
    report = publish(town)
    client = browser(town.coordinator)
    url = reverse("tell:withdraw", args=[report.id])
    assert url in client.get(page_of(report)).content.decode()
    empty = client.post(url, {"reason": ""})
    assert empty.status_code == 422
    client.post(url, {"reason": "Two figures were mixed up."})
    page = shown(page_of(report))
    assert "Two figures were mixed up." in page
    assert "Light at the loop" not in page
    again = client.post(url, {"reason": "Once more."})
    assert again.status_code == 409
    assert "taken back" in shown(reverse("tell:index"))


def test_only_its_coordinator_takes_a_report_back(town: Town) -> None:
    report = publish(town)
    for somebody in (None, town.police, town.host):
        sent = browser(somebody).post(reverse("tell:withdraw", args=[report.id]), {"reason": "We dislike it."})
        assert sent.status_code == 404
    report.refresh_from_db()
    assert report.withdrawn is None


def test_pages_ask_the_database_at_most_twelve_times(
    town: Town, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    for number in range(3):
        reading(indicator(town, name=f"Measure {number}"), town.steward)
    report = page_of(publish(town))
    for url in (report, reverse("tell:index"), report.replace("/en/", "/fr/")):
        with django_assert_max_num_queries(MOST_QUERIES):  # type: ignore[operator]
            browser().get(url)


def test_a_preview_asks_the_same_number_of_questions_whatever_it_gathers(
    town: Town, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    client = browser(town.coordinator)
    url = reverse("tell:publish", args=[town.engagement.id])
    typed = {"title": "The loop", "summary": "People asked for light.", "step": "preview"}
    reading(indicator(town), town.steward)
    client.post(url, typed)
    with CaptureQueriesContext(connection) as few:
        client.post(url, typed)
    for number in range(5):
        reading(indicator(town, name=f"Measure {number}"), town.steward)
    with django_assert_num_queries(len(few)):  # type: ignore[operator]
        client.post(url, typed)
