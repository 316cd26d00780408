"""What residents write: who sees it, when, and what is sent back with a sentence and the text kept."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from commonground.kernel import access, ledger
from commonground.kernel.actor import Actor, PartyKind, Resident, Role
from commonground.kernel.models import Leaf
from commonground.kernel.refusals import Forbidden
from commonground.listen.actions import engagements, statements, voices
from commonground.listen.models import Conversation, Engagement, Voice
from commonground.people.actions.organisations import NotForThisSide
from tests.listen import cast
from tests.listen.test_journey import address, begin


@pytest.fixture
def resident(conversation: Conversation) -> Client:
    client = cast.browser()
    begin(client, conversation)
    return client


@pytest.fixture
def waiting(conversation: Conversation) -> Voice:
    someone = cast.resident(conversation)
    return voices.record(conversation=conversation, text="Open the shelter earlier.", language="en", by=someone)


def send(client: Client, conversation: Conversation, text: str) -> tuple[int, str]:
    answer = client.post(address("record", conversation.id), {"text": text})
    return answer.status_code, answer.content.decode()


def test_a_waiting_statement_is_seen_by_its_host_and_its_author_alone(
    conversation: Conversation,
    waiting: Voice,
    resident: Client,
    host: cast.Member,
    other_host: cast.Member,
    coordinator: cast.Member,
    officer: cast.Member,
) -> None:
    assert access.visible(Voice, host.actor).filter(pk=waiting.id).exists()
    assert waiting.participant_id is not None
    author = Resident(((conversation.id, waiting.participant_id),))
    assert access.visible(Voice, author).filter(pk=waiting.id).exists()
    strangers: list[Actor] = [
        cast.resident(conversation),
        Resident(),
        other_host.actor,
        coordinator.actor,
        officer.actor,
    ]
    assert not any(access.visible(Voice, who).filter(pk=waiting.id).exists() for who in strangers)
    for browser in (resident, cast.browser(), *(cast.browser(who) for who in (other_host, coordinator, officer))):
        assert browser.get(address("voice", waiting.id)).status_code == 404
        assert "Open the shelter earlier." not in browser.get(address("conversation", conversation.id)).content.decode()


def test_only_the_engagements_own_host_opens_the_page_of_what_waits(
    engagement: Engagement, waiting: Voice, host: cast.Member, other_host: cast.Member, officer: cast.Member
) -> None:
    page = address("waiting", engagement.id)
    assert "Open the shelter earlier." in cast.browser(host).get(page).content.decode()
    for browser in (cast.browser(), cast.browser(other_host), cast.browser(officer)):
        assert browser.get(page).status_code == 404


@pytest.mark.parametrize("who", ["other_host", "coordinator", "officer"])
def test_nobody_but_the_host_passes_a_statement(waiting: Voice, who: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Forbidden):
        statements.pass_(voice=waiting, by=request.getfixturevalue(who).actor)
    assert Voice.objects.get(pk=waiting.id).status == Voice.Status.WAITING


def test_a_host_of_the_police_moderates_nothing_even_of_their_own_engagement(
    engagement: Engagement, waiting: Voice
) -> None:
    service = cast.organisation("Another police service", PartyKind.POLICE)
    with pytest.raises(NotForThisSide):
        cast.member(service, Role.HOST)
    slipped_in = replace(cast.member(service, Role.OFFICER).actor, role=Role.HOST)
    waiting.engagement.host = service
    assert not access.may(slipped_in, "statement.pass", waiting)
    assert not access.may(slipped_in, "statement.review", waiting.engagement)


def test_the_police_cannot_host_an_engagement(coordinator: cast.Member, officer: cast.Member) -> None:
    with pytest.raises(engagements.PoliceCannotHost):
        cast.engagement(coordinator, officer)


def test_a_passed_statement_can_be_read_by_everybody_as_plain_text(
    conversation: Conversation, resident: Client, host: cast.Member
) -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(2)"> {{ 7|add:7 }}'
    status, _ = send(resident, conversation, hostile)
    assert status == 200
    browser = cast.browser(host)
    said = Voice.objects.get(text=hostile)
    browser.post(address("pass", conversation.engagement_id, said.id))
    page = cast.browser().get(address("voice", said.id)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "{{ 7|add:7 }}" in page


def test_a_kept_back_statement_shows_its_author_the_reason(
    conversation: Conversation, resident: Client, host: cast.Member
) -> None:
    send(resident, conversation, "Two things at once, and a third.")
    said = Voice.objects.get()
    keep_back = address("reject", conversation.engagement_id, said.id)
    without = cast.browser(host).post(keep_back, {"reason": "", "note": ""})
    assert without.status_code == 422
    cast.browser(host).post(keep_back, {"reason": "several", "note": "Send it as two."})
    mine = resident.post(address("show-mine", conversation.id)).content.decode()
    assert "It says several things at once" in mine
    assert "Send it as two." in mine
    assert cast.browser().get(address("voice", said.id)).status_code == 404


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no text yet."),
        (" \n\t ", "There is no text yet."),
        ("…!?", "There is no text yet."),
        ("Call me on 613 555 0199 tonight.", "a telephone number"),
        ("Write to someone@example.org.", "an e-mail address"),
        ("A word \ufffd of another program.", "1 character of your text could not be read"),
        ("A bell \x07 and a turn \u202e.", "2 characters of your text could not be read"),
        ("A hidden \x00 sign.", "could not be read"),
    ],
)
def test_a_text_that_cannot_stand_comes_back_with_a_sentence(
    conversation: Conversation, resident: Client, text: str, sentence: str
) -> None:
    status, page = send(resident, conversation, text)
    assert status == 409
    assert sentence in page
    assert not Voice.objects.exists()
    visible = "".join(char for char in text if char.isprintable()).strip()
    assert visible[:6] in page


def test_bytes_that_are_no_text_are_named(conversation: Conversation, resident: Client) -> None:
    answer = resident.post(
        address("record", conversation.id),
        b"text=Caf%E9+at+night",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 409
    assert "1 character of your text could not be read" in answer.content.decode()


def test_ten_thousand_words_come_back_whole_with_both_lengths(conversation: Conversation, resident: Client) -> None:
    text = "light " * 10_000 + "end."
    status, page = send(resident, conversation, text)
    assert status == 409
    assert "Your text has 60004 characters; it may have 500." in page
    assert text in page


def test_a_body_of_two_megabytes_gets_a_page(conversation: Conversation, resident: Client) -> None:
    answer = resident.post(address("record", conversation.id), {"text": "x" * 2_000_000})
    assert answer.status_code in (400, 413)
    assert "<h1" in answer.content.decode()


def test_the_same_statement_twice_leads_to_the_first(
    conversation: Conversation, resident: Client, host: cast.Member
) -> None:
    said = cast.statement(conversation, "The loop is too dark after nine.", host)
    status, page = send(resident, conversation, "the loop is  TOO dark after nine")
    assert status == 409
    assert f"Statement {said.number} says the same" in page
    assert address("voice", said.id) in page


def test_sending_a_statement_twice_keeps_one(conversation: Conversation, resident: Client) -> None:
    for _ in range(2):
        assert send(resident, conversation, "More light.")[0] == 200
    assert Voice.objects.count() == 1


def test_another_authors_waiting_statement_is_not_betrayed(
    conversation: Conversation, resident: Client, waiting: Voice
) -> None:
    assert send(resident, conversation, waiting.text)[0] == 200
    assert Voice.objects.count() == 2


def test_a_withdrawn_statement_is_erased_and_its_digest_can_no_longer_be_tested(
    conversation: Conversation, resident: Client, host: cast.Member
) -> None:
    send(resident, conversation, "Something I regret.")
    said = Voice.objects.get()
    statements.pass_(voice=said, by=host.actor)
    page = resident.post(address("withdraw", conversation.id, said.id))
    assert page.status_code == 200
    assert "Something I regret." not in page.content.decode()
    assert Voice.objects.get().text == ""
    assert set(Leaf.objects.filter(table=ledger.table_of(Voice)).values_list("salt", flat=True)) == {None}
    assert cast.browser().get(address("voice", said.id)).status_code == 404


def test_nobody_withdraws_what_another_said(conversation: Conversation, resident: Client, waiting: Voice) -> None:
    assert resident.post(address("withdraw", conversation.id, waiting.id)).status_code == 404
    assert Voice.objects.get().text == "Open the shelter earlier."


def test_a_statement_that_was_judged_is_not_judged_again(
    conversation: Conversation, waiting: Voice, host: cast.Member
) -> None:
    statements.pass_(voice=waiting, by=host.actor)
    answer = cast.browser(host).post(reverse("listen:pass", args=[conversation.engagement_id, waiting.id]))
    assert answer.status_code == 409
