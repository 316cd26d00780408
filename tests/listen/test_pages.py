"""Every page of the room: it answers, asks the database little, and is there for those it is for."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from commonground.kernel.actor import Clock, Installer, PartyKind, Role
from commonground.listen.actions import conversations, imports, snapshots, themes
from commonground.listen.models import Conversation, Engagement, Level, PendingVote, Theme, Voice
from tests.listen import cast
from tests.listen.test_journey import address, begin
from tests.listen.test_results import two_camps

MOST_QUERIES = 12


@pytest.fixture
def theme(engagement: Engagement, conversation: Conversation, coordinator: cast.Member, tmp_path: Path) -> Theme:
    """A conversation with results, and a theme with thirty voices."""
    imports.bring_in(conversation=conversation, directory=two_camps(tmp_path, statements=40), by=Installer())
    snapshots.make(conversation=conversation, by=Clock())
    named = themes.name(
        engagement=engagement,
        name="Light and shelter",
        description="What people need after dark.",
        conversation=conversation,
        language="en",
        by=coordinator.actor,
    )
    return themes.assign(theme=named, voices=Voice.objects.order_by("number")[:30], by=coordinator.actor)


def asked(client: Client, page: str) -> tuple[int, int]:
    with CaptureQueriesContext(
        connection,
    ) as found:
        answer = client.get(page)
    return answer.status_code, len(found)


def test_no_public_page_asks_more_than_twelve_times(theme: Theme, conversation: Conversation) -> None:
    said = Voice.objects.order_by("number")[0]
    pages = [
        address("index"),
        address("engagement", theme.engagement_id),
        address("conversation", conversation.id),
        address("results", conversation.id),
        address("voice", said.id),
        address("theme", theme.id),
        address("find"),
    ]
    found = {page: asked(cast.browser(), page) for page in pages}
    found |= {page.replace("/en/", "/fr/"): asked(cast.browser(), page.replace("/en/", "/fr/")) for page in pages}
    assert {page: answer for page, answer in found.items() if answer[0] != 200 or answer[1] > MOST_QUERIES} == {}


def test_no_page_of_ones_own_asks_more_than_twelve_times(theme: Theme, conversation: Conversation) -> None:
    client = cast.browser()
    begin(client, conversation)
    pages = [address(name, conversation.id) for name in ("vote", "mine", "say")] + [address("follow")]
    found = {page: asked(client, page) for page in pages}
    assert {page: answer for page, answer in found.items() if answer[0] != 200 or answer[1] > MOST_QUERIES} == {}


def test_a_vote_asks_at_most_six_times(theme: Theme, conversation: Conversation) -> None:
    client = cast.browser()
    begin(client, conversation)
    said = Voice.objects.filter(status="passed")[0]
    with CaptureQueriesContext(connection) as found:
        client.post(address("cast", conversation.id, said.id), {"choice": "1"})
    assert PendingVote.objects.count() == 1
    assert len([query for query in found if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]) <= 6


def test_two_residents_see_statements_in_different_orders(theme: Theme, conversation: Conversation) -> None:
    first = set()
    for _ in range(6):
        client = cast.browser()
        begin(client, conversation)
        first.add(client.get(address("vote", conversation.id)).content.decode().split("<h1>")[1].split("</h1>")[0])
    assert len(first) > 1


def test_a_coordinator_opens_an_engagement_and_asks(coordinator: cast.Member, host: cast.Member) -> None:
    browser = cast.browser(coordinator)
    typed = {
        "title": "Waiting safely",
        "purpose": "To learn what helps.",
        "promise": "involve",
        "host": str(host.organisation.id),
        "police_see": "totals of five people or more.",
        "opens": "2030-01-01",
        "closes": "2030-02-01",
    }
    short = browser.post(address("open-engagement"), typed | {"title": ""})
    assert short.status_code == 422
    assert "To learn what helps." in short.content.decode()
    backwards = browser.post(address("open-engagement"), typed | {"closes": "2029-12-31"})
    assert backwards.status_code == 409
    assert "To learn what helps." in backwards.content.decode()
    answer = browser.post(address("open-engagement"), typed)
    made = Engagement.objects.get()
    assert answer.headers["Location"] == address("engagement", made.id)
    assert made.promise == Level.INVOLVE
    browser.post(address("open-conversation", made.id), {"question": "What would help?"})
    page = browser.get(address("engagement", made.id)).content.decode()
    assert "What would help?" in page
    assert "At least one theme that people raised becomes a shared priority." in page


def test_before_the_first_day_nobody_begins(
    coordinator: cast.Member, host: cast.Member, conversation: Conversation
) -> None:
    browser = cast.browser(coordinator)
    typed = {"title": "Later", "purpose": "To learn.", "promise": "inform", "host": str(host.organisation.id)}
    typed |= {"police_see": "totals.", "opens": "2030-01-01", "closes": "2030-02-01"}
    browser.post(address("open-engagement"), typed)
    later = Engagement.objects.get(title="Later")
    asked_later = conversations.open_(engagement=later, question="What then?", language="en", by=coordinator.actor)
    answer = cast.browser().post(address("begin", asked_later.id))
    assert answer.status_code == 409
    assert "opens on 1 January 2030" in answer.content.decode()


def test_a_coordinator_names_a_theme_and_joins_voices_found_by_a_word(
    theme: Theme, conversation: Conversation, coordinator: cast.Member
) -> None:
    browser = cast.browser(coordinator)
    typed = {"name": "Camps", "description": "What they share.", "conversation": str(conversation.id)}
    answer = browser.post(address("name-theme", theme.engagement_id), typed)
    made = Theme.objects.get(name="Camps")
    assert answer.headers["Location"] == address("assign", made.id)
    found = browser.get(address("assign", made.id), {"q": "NUMBER 39"}).content.decode()
    assert "No passed statement holds that" in found
    found = browser.get(address("assign", made.id), {"q": "statement 39"}).content.decode()
    assert "Statement 39 of the camps." in found
    assert "Statement 38 of the camps." not in found
    said = Voice.objects.get(number=39)
    browser.post(address("join", made.id), {"voice": [str(said.id), "no key"]})
    assert "Statement 39 of the camps." in browser.get(address("theme", made.id)).content.decode()
    browser.post(address("release", made.id, said.id))
    assert "Statement 39 of the camps." not in browser.get(address("theme", made.id)).content.decode()


@pytest.mark.parametrize("name", ["new-conversation", "new-theme", "waiting"])
def test_anothers_engagement_has_no_forms_for_a_host(
    engagement: Engagement, other_host: cast.Member, name: str
) -> None:
    assert cast.browser(other_host).get(address(name, engagement.id)).status_code == 404


def test_another_office_names_no_theme_here(theme: Theme) -> None:
    other = cast.member(cast.organisation("Another office", PartyKind.AUTHORITY), Role.COORDINATOR)
    assert cast.browser(other).get(address("assign", theme.id)).status_code == 404
    assert cast.browser(other).post(address("join", theme.id), {"voice": []}).status_code == 404


def test_a_public_page_is_the_same_for_everybody_and_carries_no_token(theme: Theme, conversation: Conversation) -> None:
    for page in (
        address("conversation", conversation.id),
        address("results", conversation.id),
        address("theme", theme.id),
    ):
        first, second = cast.browser().get(page), cast.browser().get(page)
        assert first.headers["ETag"] == second.headers["ETag"]
        assert b"csrf" not in first.content
