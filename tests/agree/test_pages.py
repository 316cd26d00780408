"""The room through a browser's requests: what is public, who sees which form, and what a refusal keeps."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from commonground.agree.models import Ballot, Motion, Priority
from commonground.kernel import thread
from commonground.listen.models import Theme
from commonground.people.actions import tables
from commonground.people.actors import as_seat
from tests.agree import cast

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def text_of(client: Client, name: str, *args: uuid.UUID) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_an_empty_room_says_what_will_stand_there_and_how(db: None) -> None:
    page = text_of(cast.browser(), "agree:index")
    assert "No priority has been adopted yet" in page
    assert "No motion is open today" in page
    assert "No table has been set up yet" in page


def test_the_first_page_shows_priorities_motions_and_who_decides(town: cast.Town) -> None:
    priority = cast.a_priority(town, cast.a_theme(town, "The lamp is out.", "It is dark by five."))
    motion = cast.a_motion(town, cast.a_theme(town, name="Somewhere dry to wait"))
    page = text_of(cast.browser(), "agree:index")
    assert reverse("agree:priority", args=[priority.id]) in page
    assert "from 2 voices · 0 promises · 0 measures" in page
    assert reverse("agree:motion", args=[motion.id]) in page
    assert "Seat of nation" in page
    assert "Cedar Narrows Justice Circle" in page


def test_a_table_says_its_rule_in_words_and_when_a_new_seat_counts(town: cast.Town) -> None:
    tables.fill(
        table=town.table,
        organisation=town.organisations["health"],
        person=cast.person("New"),
        title="A second health seat",
        by=town.actor("health"),
    )
    page = text_of(cast.browser(), "agree:table", town.table.id)
    assert "At least 4 seats take part." in page
    assert "Residents: at least 1 seat." in page
    assert "At least half of the seats that take part are not of the police." in page
    assert "changes of seats are public for 14 days first" in page


def test_a_priority_prints_dissent_in_full_and_leads_back_to_what_was_said(town: cast.Town) -> None:
    theme = cast.a_theme(town, "The lamp at the stop has been out since spring.")
    votes = cast.CARRYING | {"nation": (cast.NAY, "Ask us before you wire our side of the river.")}
    motion = cast.a_motion(town, theme, votes, closed=True)
    cast.browser(town.actor("residents")).post(reverse("agree:adopt", args=[motion.id]))
    page = text_of(cast.browser(), "agree:priority", Priority.objects.get().id)
    assert "Ask us before you wire our side of the river." in page
    assert "The lamp at the stop has been out since spring." in page
    assert reverse("listen:theme", args=[theme.id]) in page


def test_a_long_thread_shows_few_voices_and_the_way_to_all(town: cast.Town) -> None:
    theme = cast.a_theme(town, *(f"Reason number {n} to wait elsewhere." for n in range(9)))
    page = text_of(cast.browser(), "agree:motion", cast.a_motion(town, theme).id)
    assert page.count("Reason number") == 5
    assert "Read all 9 voices" in page


def test_hostile_words_reach_the_page_as_text(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, {"health": (cast.NAY, "<script>alert('x')</script>")})
    page = text_of(cast.browser(), "agree:motion", motion.id)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_seat_votes_changes_its_vote_and_finds_it_in_the_form(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    client = cast.browser(town.actor("health"))
    address = reverse("agree:vote", args=[motion.id])
    answer = client.post(address, {"choice": "nay", "reason": "It comes too late."})
    assert answer.headers["Location"] == reverse("agree:motion", args=[motion.id])
    page = text_of(client, "agree:motion", motion.id)
    assert "Change the vote of your seat" in page
    assert page.count("It comes too late.") == 2
    client.post(address, {"choice": "aye"})
    assert Ballot.objects.get().choice == "aye"


def test_a_vote_without_a_choice_is_asked_again_and_keeps_the_reason(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    answer = cast.browser(town.actor("health")).post(
        reverse("agree:vote", args=[motion.id]), {"reason": "Because of the river."}
    )
    assert answer.status_code == 422
    assert "Because of the river." in answer.content.decode()
    assert not Ballot.objects.exists()


def test_a_refused_vote_says_why_and_keeps_what_was_typed(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    answer = cast.browser(town.actor("health")).post(
        reverse("agree:vote", args=[motion.id]), {"choice": "nay", "reason": "Write to a.person@example.org"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "an e-mail address" in page
    assert page.count("Write to a.person@example.org") == 1
    assert 'value="nay" id="id_choice_1" checked' in page


def test_a_refused_adoption_names_the_side_that_was_absent(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(
        town, theme, {"city": cast.AYE, "residents": cast.AYE, "health": cast.AYE, "nation": cast.AYE}, closed=True
    )
    answer = cast.browser(town.actor("city")).post(reverse("agree:adopt", args=[motion.id]))
    assert answer.status_code == 409
    assert "Too few seats took part of: Police (0 of 1)" in answer.content.decode()


def test_closing_twice_is_refused_on_the_page(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, cast.CARRYING)
    client = cast.browser(town.actor("city"))
    assert client.post(reverse("agree:close", args=[motion.id])).status_code == 302
    assert client.post(reverse("agree:close", args=[motion.id])).status_code == 409


def test_a_visitor_sees_no_form_and_every_post_of_theirs_finds_nothing(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme)
    client = cast.browser()
    assert "<form" not in text_of(client, "agree:motion", motion.id).split("<main")[1].split("</main")[0]
    for name, key in [("vote", motion.id), ("close", motion.id), ("adopt", motion.id), ("open-motion", theme.id)]:
        assert client.post(reverse(f"agree:{name}", args=[key])).status_code == 404
    assert client.get(reverse("agree:put", args=[theme.id])).status_code == 404
    assert Motion.objects.get().status == "open"


@pytest.mark.parametrize("name", ["vote", "close", "adopt", "open-motion"])
def test_a_link_cannot_do_what_a_form_does(town: cast.Town, theme: Theme, name: str) -> None:
    key = theme.id if name == "open-motion" else cast.a_motion(town, theme).id
    assert cast.browser(town.actor("city")).get(reverse(f"agree:{name}", args=[key])).status_code == 405


@pytest.mark.parametrize("name", ["table", "motion", "priority"])
def test_a_key_of_nothing_is_no_page(town: cast.Town, name: str) -> None:
    assert cast.browser().get(reverse(f"agree:{name}", args=[uuid.uuid4()])).status_code == 404


def test_a_new_seat_reads_when_it_begins_to_count(town: cast.Town, theme: Theme) -> None:
    somebody = cast.person("New")
    seat = tables.fill(
        table=town.table,
        organisation=town.organisations["health"],
        person=somebody,
        title="A second health seat",
        by=town.actor("health"),
    )
    motion = cast.a_motion(town, theme)
    page = text_of(cast.browser(as_seat(somebody, seat).actor), "agree:motion", motion.id)
    assert "Your seat can vote from" in page
    assert "Vote for your seat" not in page


def test_a_chair_puts_a_theme_to_the_table_from_its_page(town: cast.Town, theme: Theme) -> None:
    chair = cast.browser(town.actor("residents"))
    assert reverse("agree:put", args=[theme.id]) in "".join(
        thread.slot("theme.actions", theme, town.actor("residents"))
    )
    answer = chair.post(reverse("agree:open-motion", args=[theme.id]), {"wording": "A roof at the stop"})
    motion = Motion.objects.get()
    assert answer.headers["Location"] == reverse("agree:motion", args=[motion.id])
    again = chair.post(reverse("agree:open-motion", args=[theme.id]), {"wording": "A roof at the stop"})
    assert again.status_code == 409
    assert "A roof at the stop" in again.content.decode()
    assert Motion.objects.count() == 1


@pytest.mark.parametrize("name", ["police", "health"])
def test_nobody_but_a_chair_is_offered_to_put_a_theme(town: cast.Town, theme: Theme, name: str) -> None:
    assert not "".join(thread.slot("theme.actions", theme, town.actor(name)))
    assert cast.browser(town.actor(name)).get(reverse("agree:put", args=[theme.id])).status_code == 404


def test_the_workspace_lists_what_waits_for_a_vote_until_it_is_cast(town: cast.Town, theme: Theme) -> None:
    motion = cast.a_motion(town, theme, {"health": cast.AYE})
    waiting = "".join(thread.slot("workspace.todo", town.organisations["nation"], town.actor("nation")))
    voted = "".join(thread.slot("workspace.todo", town.organisations["health"], town.actor("health")))
    address = reverse("agree:motion", args=[motion.id])
    assert address in waiting
    assert address not in voted


def test_no_public_page_needs_more_than_twelve_queries(
    town: cast.Town, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    priority = cast.a_priority(town, cast.a_theme(town, *(f"Reason {n} for more light." for n in range(7))))
    motion = cast.a_motion(town, cast.a_theme(town, name="Somewhere dry"), cast.CARRYING)
    for name, key in [("index", None), ("table", town.table.id), ("motion", motion.id), ("priority", priority.id)]:
        for language in ("en", "fr"):
            with translation.override(language):
                address = reverse(f"agree:{name}", args=[key] if key else [])
            with django_assert_max_num_queries(MOST_QUERIES):
                assert cast.browser().get(address).status_code == 200
