"""What somebody would try who wants to be somebody else, to act too often, or to act where they have no seat."""

import re
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from commonground.act.models import Commitment
from commonground.agree.models import Ballot
from commonground.kernel import access, clock, translations
from commonground.kernel.actor import Installer
from commonground.kernel.guard import TextBlocked
from commonground.kernel.refusals import Forbidden
from commonground.kernel.translations import Rendering
from commonground.listen.models import Engagement, PendingVote, Voice
from commonground.people.middleware import CHOSEN, SIGNER
from commonground.ui.middleware import RESIDENT_COOKIE
from tests.access.asking import Row, address, browser, changed_since, days_later, entries, state
from tests.access.rows_listen import VERBS
from tests.access.rows_rooms import ACT, AGREE, MEASURE, RESIDENTS_CHAIR, TELL
from tests.access.world import World

pytestmark = pytest.mark.django_db
POSTS = tuple(row for row in (*VERBS, *AGREE, *ACT, *MEASURE, *TELL) if row.post)
AGREES = {"choice": "1"}


def named(row: Row) -> str:
    return row.route


def says(answer: Any) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).strip()


def forged(world: World) -> list[str]:
    pairs = [(container.hex, key.hex) for container, key in world.residents["author one"].participants]
    whole = SIGNER.sign_object(pairs)
    return [
        "anything",
        "",
        whole[:-1],
        whole.replace(":", "", 1),
        "A" + whole,
        signing.Signer(salt="participants", key="another key").sign_object(pairs),
        signing.Signer(salt="other").sign_object(pairs),
        signing.Signer().sign_object(pairs),
        SIGNER.sign_object(pairs, compress=True)[:-2] + "AA",
        SIGNER.sign_object([["no", "keys"]]),
        SIGNER.sign_object("text"),
    ]


def test_a_forged_cookie_makes_nobody_a_participant(world: World) -> None:
    talk, waiting = world.key("conversation one"), world.key("waiting one")
    before = state()
    for cookie in forged(world):
        client = Client(headers={"sec-fetch-site": "same-origin"})
        client.cookies[RESIDENT_COOKIE] = cookie
        assert client.get(reverse("listen:vote", args=[talk])).status_code == 302, cookie
        assert client.post(reverse("listen:withdraw", args=[talk, waiting])).status_code == 404, cookie
        assert "The waiting sentence" not in client.get(reverse("listen:follow"), follow=True).content.decode()
    assert changed_since(before) == set()


def test_the_participant_named_in_a_form_counts_for_nothing(world: World) -> None:
    theirs, own = (world.residents[f"{who} one"].participants[0][1] for who in ("author", "voter"))
    typed = {**AGREES, "participant": str(theirs), "participant_id": theirs.hex, "by": str(theirs)}
    at = address(world, "listen:cast", ("conversation one", "passed one"))
    assert browser(world, "voter one").post(at, typed).status_code == 302
    assert [vote.participant_id for vote in PendingVote.objects.all()] == [own]


def test_the_seat_and_table_named_in_a_form_count_for_nothing(world: World) -> None:
    typed = {
        "choice": "nay", "reason": "", "seat": str(world.seats["seat of nation at one"].pk),
        "table": str(world.key("table two")), "organisation": str(world.organisations["nation"].id),
    }  # fmt: skip
    at = address(world, "agree:vote", ("open motion one",))
    assert browser(world, "seat of city at one").post(at, typed).status_code == 302
    assert [ballot.seat_id for ballot in Ballot.objects.filter(motion=world.key("open motion one"))] == [
        world.seats["seat of city at one"].pk
    ]


def test_the_organisation_named_in_a_promise_counts_for_nothing(world: World) -> None:
    typed = {
        "wording": "Two benches.", "due": clock.today().isoformat(),
        "organisation": str(world.organisations["nation"].id), "by": str(world.organisations["nation"].id),
    }  # fmt: skip
    before = set(Commitment.objects.values_list("pk", flat=True))
    assert browser(world, "health member").post(
        address(world, "act:make-promise", ("priority one",)), typed
    ).status_code == 302  # fmt: skip
    made = Commitment.objects.exclude(pk__in=before).get()
    assert made.organisation_id == world.organisations["health"].id


def test_nobody_chooses_the_seat_of_somebody_else(world: World) -> None:
    client = browser(world, "officer")
    client.post(reverse("people:choose-held"), {"held": str(world.seats[RESIDENTS_CHAIR].pk)})
    assert CHOSEN not in client.session
    session = client.session
    session[CHOSEN] = world.seats[RESIDENTS_CHAIR].pk.hex
    session.save()
    assert client.post(address(world, "agree:close", ("open motion one",))).status_code == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": ""},
        {"origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "https://elsewhere.example", "referer": "http://testserver/en/"},
        {"origin": "http://testserver.elsewhere.example"},
        {"origin": "http://elsewhere.example@testserver"},
        {"origin": "testserver"},
        {"referer": "https://elsewhere.example/http://testserver/"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
    ],
    ids=str,
)
def test_a_post_that_does_not_come_from_our_own_page_does_nothing(world: World, headers: dict[str, str]) -> None:
    before, told = state(), entries()
    for who, route, things, typed in (
        ("voter one", "listen:cast", ("conversation one", "passed one"), AGREES),
        (RESIDENTS_CHAIR, "agree:adopt", ("carried motion one",), {}),
    ):
        bare = Client()
        bare.cookies = browser(world, who).cookies
        assert bare.post(address(world, route, things), typed, headers=headers).status_code == 403
    assert (changed_since(before), entries()) == (set(), told)


@pytest.mark.parametrize("row", [row for row in POSTS if row.changes], ids=named)
def test_a_form_sent_twice_does_once_what_it_does(world: World, row: Row) -> None:
    client, typed = browser(world, row.allowed.who), row.typed(world)
    at = address(world, row.route, row.allowed.things or ())
    untouched = state()
    client.post(at, typed)
    assert changed_since(untouched)
    once = state()
    second = client.post(at, typed)
    assert second.status_code < 500
    assert changed_since(once) == set()


def test_after_its_last_day_an_engagement_takes_no_new_question(world: World) -> None:
    closes = world.row(Engagement, "engagement one").closes
    with days_later((closes - clock.today()).days + 1):
        before = state()
        answer = browser(world, "coordinator").post(
            address(world, "listen:open-conversation", ("engagement one",)), {"question": "Too late?"}
        )
        assert answer.status_code in (404, 409)
        assert changed_since(before) == set()


def test_after_its_last_day_a_conversation_takes_no_word_and_no_vote(world: World) -> None:
    closes = world.row(Engagement, "engagement one").closes
    with days_later((closes - clock.today()).days + 1):
        before = state()
        client = browser(world, "voter one")
        for route, things, typed in (
            ("listen:cast", ("conversation one", "passed one"), AGREES),
            ("listen:take-back", ("conversation one", "passed one"), {}),
            ("listen:record", ("conversation one",), {"text": "Too late."}),
        ):
            assert client.post(address(world, route, things), typed).status_code == 409, route
        assert Client(headers={"sec-fetch-site": "same-origin"}).post(
            address(world, "listen:begin", ("conversation one",))
        ).status_code == 409  # fmt: skip
        assert changed_since(before) == set()


@pytest.mark.parametrize("thing", ["waiting one", "rejected one", "passed one", "engagement one"])
def test_nobody_but_the_installer_puts_words_into_a_mouth(world: World, thing: str) -> None:
    row = world.things[thing]
    allowed = {name for name, actor in world.actors().items() if access.may(actor, "thing.translate", row)}
    assert allowed == {"installer"}
    given = [Rendering("title", "fr", "Autre chose", "Somebody")]
    before = state()
    with pytest.raises(Forbidden):
        translations.translate(thing=row, renderings=given, by=world.holders["coordinator"])
    assert changed_since(before) == set()


def test_a_translation_that_names_a_person_is_stopped_at_the_guard(world: World) -> None:
    given = [
        Rendering("title", "fr", "Attendre le soir", "Somebody"),
        Rendering("purpose", "fr", "Appelez le 613-555-0123 ou a.b@example.org", "Somebody"),
    ]
    before = state()
    with pytest.raises(TextBlocked):
        translations.translate(thing=world.row(Engagement, "engagement one"), renderings=given, by=Installer())
    assert changed_since(before) == set()


def test_a_withdrawn_statement_leaves_the_page_that_everybody_is_served(world: World) -> None:
    at = reverse("listen:voice", args=[world.key("passed one")])
    assert "The passed sentence of one." in says(Client().get(at))
    browser(world, "author one").post(address(world, "listen:withdraw", ("conversation one", "passed one")))
    assert Voice.objects.get(pk=world.key("passed one")).status == Voice.Status.WITHDRAWN
    after = Client().get(at)
    assert after.status_code == 404
    assert "The passed sentence of one." not in says(after)


def test_words_that_were_burnt_leave_no_other_browser_open(world: World) -> None:
    words = {"words": world.words["voter one"]}
    left_behind, own = (Client(headers={"sec-fetch-site": "same-origin"}) for _ in range(2))
    for client in (left_behind, own):
        assert client.post(reverse("listen:open-words"), words).status_code == 302
    assert own.post(reverse("listen:burn"), words).status_code == 200
    before = state()
    left_behind.post(address(world, "listen:cast", ("conversation one", "passed one")), AGREES)
    assert changed_since(before) == set()
    assert left_behind.get(reverse("listen:follow")).status_code == 302


@pytest.mark.parametrize(("route", "typed"), [("listen:cast", AGREES), ("listen:take-back", {})])
@pytest.mark.parametrize("page", ["", "mine"])
def test_whoever_votes_in_a_browser_that_forgot_them_is_told_so_and_shown_where_one_begins(
    world: World, route: str, typed: dict[str, str], page: str
) -> None:
    client, before = Client(headers={"sec-fetch-site": "same-origin"}), state()
    at = address(world, route, ("conversation one", "passed one"))
    answer = client.post(at, {**typed, "from": page})
    assert answer.status_code == 409
    assert "This browser has not begun here" in says(answer)
    assert address(world, "listen:begin", ("conversation one",)) in answer.content.decode()
    assert changed_since(before) == set()
