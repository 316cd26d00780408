"""What a resident does with a browser, without an account and without script."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from commonground.kernel import clock
from commonground.kernel.actor import Clock
from commonground.listen.actions import conversations, statements, themes
from commonground.listen.models import Choice, Conversation, PendingVote, Voice
from tests.listen import cast

WORD = re.compile(r"<li>(\w+)</li>")

pytestmark = pytest.mark.both


def address(name: str, *keys: object) -> str:
    return reverse(f"listen:{name}", args=keys)


def begin(client: Client, conversation: Conversation) -> str:
    """Press Begin; the twelve words of the page."""
    answer = client.post(address("begin", conversation.id))
    words = WORD.findall(answer.content.decode().split('class="receipt"')[1].split("</ol>")[0])
    assert len(words) == 12
    return " ".join(words)


def after(days: int) -> datetime:
    return datetime.combine(clock.today() + timedelta(days=days), datetime.min.time(), ZoneInfo("America/Toronto"))


@pytest.fixture
def dark(conversation: Conversation, host: cast.Member) -> Voice:
    return cast.statement(conversation, "The loop is too dark after nine.", host)


@pytest.fixture
def resident(conversation: Conversation, dark: Voice) -> Client:
    client = cast.browser()
    begin(client, conversation)
    return client


def test_a_resident_begins_votes_and_comes_back_on_another_device(conversation: Conversation, dark: Voice) -> None:
    first = cast.browser()
    words = begin(first, conversation)
    page = first.get(address("vote", conversation.id)).content.decode()
    assert "The loop is too dark after nine." in page
    assert "statement 1 of 1" in page
    first.post(address("cast", conversation.id, dark.id), {"choice": "1"})
    assert "You have voted on every statement" in first.get(address("vote", conversation.id)).content.decode()

    other = cast.browser()
    answer = other.post(address("open-words"), {"words": words.upper()})
    assert answer.headers["Location"] == address("follow")
    assert conversation.question in other.get(address("follow")).content.decode()
    shown = other.post(address("show-mine", conversation.id)).content.decode()
    assert "Your vote:" in shown
    assert "<strong>Agree</strong>" in shown


def test_a_second_begin_goes_on_to_vote_without_new_words(conversation: Conversation, resident: Client) -> None:
    answer = resident.post(address("begin", conversation.id))
    assert answer.headers["Location"] == address("vote", conversation.id)


def test_the_same_words_begin_in_a_second_conversation(
    conversation: Conversation, engagement: object, coordinator: cast.Member
) -> None:
    second = cast.conversation(conversation.engagement, coordinator, "What should change first?")
    words = begin(cast.browser(), conversation)
    other = cast.browser()
    answer = other.post(address("open-words"), {"words": words, "to": second.id.hex})
    assert answer.headers["Location"] == address("vote", second.id)
    page = other.get(address("follow")).content.decode()
    assert "What would make the loop feel safe?" in page
    assert "What should change first?" in page


def test_a_vote_pressed_twice_is_one_vote(conversation: Conversation, dark: Voice, resident: Client) -> None:
    for _ in range(2):
        resident.post(address("cast", conversation.id, dark.id), {"choice": "1"})
    assert PendingVote.objects.count() == 1


def test_a_vote_is_changed_and_taken_back_from_ones_own_page(
    conversation: Conversation, dark: Voice, resident: Client
) -> None:
    resident.post(address("cast", conversation.id, dark.id), {"choice": "1"})
    assert "Your vote:" not in resident.get(address("mine", conversation.id)).content.decode()
    changed = resident.post(address("cast", conversation.id, dark.id), {"choice": "-1", "from": "mine"})
    assert "<strong>Disagree</strong>" in changed.content.decode()
    gone = resident.post(address("take-back", conversation.id, dark.id), {"from": "mine"}).content.decode()
    assert "You have not voted here yet" in gone
    cast.browser()
    conversations.seal(conversation=conversation, by=Clock())
    assert not PendingVote.objects.exists()


def test_without_words_the_vote_page_leads_back_to_the_conversation(conversation: Conversation) -> None:
    answer = cast.browser().get(address("vote", conversation.id))
    assert answer.headers["Location"] == address("conversation", conversation.id)


@pytest.mark.parametrize("choice", ["2", "", "yes", "1 or 1=1"])
def test_a_vote_that_is_none_changes_nothing(
    conversation: Conversation, dark: Voice, resident: Client, choice: str
) -> None:
    answer = resident.post(address("cast", conversation.id, dark.id), {"choice": choice})
    assert answer.status_code == 409
    assert not PendingVote.objects.exists()


def test_a_mistyped_word_is_named_and_the_others_stay(conversation: Conversation) -> None:
    words = begin(cast.browser(), conversation).split()
    wrong = " ".join([*words[:3], "zzzzy", *words[4:]])
    answer = cast.browser().post(address("open-words"), {"words": wrong})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Word 4, “zzzzy”" in page
    assert wrong in page
    assert 'autocomplete="off"' in page


def test_forgetting_on_this_device_keeps_the_words_and_burning_ends_them(conversation: Conversation) -> None:
    client = cast.browser()
    words = begin(client, conversation)
    client.post(address("leave"))
    assert client.get(address("follow")).headers["Location"] == address("find")
    client.post(address("open-words"), {"words": words})
    assert "These words open nothing any more." in client.post(address("burn"), {"words": words}).content.decode()
    assert client.get(address("follow")).headers["Location"] == address("find")
    assert "open nothing here" in cast.browser().post(address("open-words"), {"words": words}).content.decode()


def test_what_was_said_is_followed_from_theme_back_to_the_voice(
    conversation: Conversation, resident: Client, host: cast.Member, coordinator: cast.Member
) -> None:
    resident.post(address("record", conversation.id), {"text": "Open the shelter earlier."})
    said = Voice.objects.get(text="Open the shelter earlier.")
    waiting = resident.post(address("show-said"), {"conversation": conversation.id.hex}).content.decode()
    assert "Open the shelter earlier." in waiting
    statements.pass_(voice=said, by=host.actor)
    named = themes.name(
        engagement=conversation.engagement,
        name="Light and shelter",
        description="What people need after dark.",
        conversation=conversation,
        language="en",
        by=coordinator.actor,
    )
    themes.assign(theme=named, voices=[said], by=coordinator.actor)
    followed = resident.post(address("show-said"), {"conversation": conversation.id.hex}).content.decode()
    assert followed.count("Light and shelter") == 2
    theme = resident.get(address("theme", named.id)).content.decode()
    assert "Open the shelter earlier." in theme
    assert conversation.question in theme
    assert "Light and shelter" in resident.get(address("voice", said.id)).content.decode()


def test_a_page_that_shows_ones_own_state_is_kept_by_nobody(conversation: Conversation, resident: Client) -> None:
    for page in ("vote", "mine", "say", "conversation"):
        assert "no-store" in resident.get(address(page, conversation.id)).headers["Cache-Control"]


@override_settings(DEMO=True)
def test_after_the_last_day_a_statement_is_refused_with_the_day_and_kept(
    conversation: Conversation, resident: Client, dark: Voice
) -> None:
    closes: date = conversation.engagement.closes
    with clock.at(after(40)):
        answer = resident.post(address("record", conversation.id), {"text": "I came too late."})
        page = answer.content.decode()
        assert answer.status_code == 409
        assert f"closed on {closes.day} {closes:%B} {closes.year}" in page
        assert "I came too late." in page
        assert address("results", conversation.id) in page
        assert resident.post(address("cast", conversation.id, dark.id), {"choice": "1"}).status_code == 409
        assert cast.browser().post(address("begin", conversation.id)).status_code == 409
    assert not PendingVote.objects.exists()


def test_a_form_from_another_site_changes_nothing(conversation: Conversation, dark: Voice, resident: Client) -> None:
    answer = resident.post(
        address("cast", conversation.id, dark.id), {"choice": "1"}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403
    assert not PendingVote.objects.exists()


def test_somebody_with_a_role_cannot_vote_as_a_resident(
    conversation: Conversation, dark: Voice, coordinator: cast.Member
) -> None:
    signed_in = cast.browser(coordinator)
    assert signed_in.post(address("begin", conversation.id)).status_code == 404
    assert (
        signed_in.post(address("cast", conversation.id, dark.id), {"choice": str(Choice.AGREE.value)}).status_code
        == 404
    )
