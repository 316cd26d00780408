"""Alder Falls as a newcomer meets it: whole, the same each time, marked as invented, every door open."""

import pytest
from django.urls import reverse

from commonground.act.models import Commitment, CommitmentStatus
from commonground.agree.models import Motion, MotionStatus, Priority
from commonground.demo import load
from commonground.demo.queries import persona_cards
from commonground.demo.texts.people import CITY, PERSONAS, Persona
from commonground.demo.words import spelled
from commonground.kernel import access, thread, verify, words
from commonground.kernel.actor import Installer, Resident, Role
from commonground.kernel.models import Entry, Participant
from commonground.listen.models import Conversation, SealedVote, Snapshot, Theme, Voice
from commonground.listen.results import shown_people
from commonground.measure.models import Indicator
from commonground.people.actions.organisations import appoint
from commonground.people.models import Neighbourhood, Organisation, Person, Place, Seat
from commonground.tell.models import Publication
from tests.demo.told import Told, told
from tests.demo.walker import browser, walk

pytestmark = [pytest.mark.usefixtures("alder_falls"), pytest.mark.xdist_group("alder-falls")]
DOORS = ("web:home", "listen:index", "agree:index", "act:index", "measure:index", "tell:index", "web:ledger")


def first_conversation() -> Conversation:
    found: Conversation = Conversation.objects.get(status=Conversation.Status.CLOSED)
    return found


def test_two_loadings_say_the_same(loaded_before: Told) -> None:
    now = told()
    assert {name: now[name] - rows for name, rows in loaded_before.items() if now[name] != rows} == {}


def test_a_place_that_is_open_is_left_alone() -> None:
    before = told()
    assert "open already" in load.alder_falls(tell=pytest.fail)
    assert told() == before


def test_the_story_has_every_part_of_the_loop() -> None:
    assert Place.objects.get().synthetic
    assert (Neighbourhood.objects.count(), Organisation.objects.count(), Seat.objects.count()) == (6, 14, 9)
    assert Theme.objects.count() == 4
    assert Priority.objects.count() == 1
    assert Motion.objects.filter(status=MotionStatus.OPEN).count() == 1
    assert Motion.objects.filter(status=MotionStatus.CLOSED, priority=None).count() == 1
    assert Commitment.objects.values("organisation").distinct().count() >= 5
    assert {each.status for each in Commitment.objects.all()} == set(CommitmentStatus)
    assert sum(each.is_late for each in Commitment.objects.all()) == 1
    assert Indicator.objects.count() == 8
    assert Publication.objects.count() == 1


def test_more_than_four_hundred_imported_people_voted_on_thirty_statements() -> None:
    imported = Participant.objects.filter(imported=True)
    assert imported.count() >= 400
    votes = SealedVote.objects.filter(participant__in=imported, value__isnull=False)
    assert votes.values("subject").distinct().count() >= 30


def test_the_stored_results_hold_two_groups_and_common_ground() -> None:
    last = Snapshot.objects.filter(conversation=first_conversation()).latest("ordinal")
    assert len(last.results["groups"]) == 2
    shared = {ground["voice"] for ground in last.results["common_ground"]}
    planted = Voice.objects.filter(conversation=first_conversation(), number__in=(2, 4, 8, 9))
    assert {voice.id.hex for voice in planted} <= shared


def test_the_report_counts_the_people_that_the_results_count_and_never_gives_away_a_few() -> None:
    report = Publication.objects.get()
    told = {each["id"]: each["people"] for each in report.content["conversations"]}
    assert told
    for key, people in told.items():
        latest = Snapshot.objects.filter(conversation=key).order_by("ordinal").last()
        assert latest is not None
        assert people == shown_people(latest.results)
        assert latest.results["people"] is None, "the demo's story hides a few here, or this proves nothing"


def test_the_open_conversation_has_results_votes_to_give_and_work_for_its_host() -> None:
    conversation = Conversation.objects.get(status=Conversation.Status.OPEN)
    of_status = Voice.objects.filter(conversation=conversation).values_list("status", flat=True)
    assert list(of_status).count(Voice.Status.PASSED) >= 12
    assert list(of_status).count(Voice.Status.WAITING) >= 3
    assert Snapshot.objects.filter(conversation=conversation).latest("ordinal").people >= 60


def test_the_ledger_agrees_with_every_row_and_its_days_only_rise() -> None:
    assert verify.verify().faults == ()
    days = list(Entry.objects.order_by("number").values_list("day", flat=True))
    assert days == sorted(days)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_title_can_be_read_in_both_languages(language: str) -> None:
    rows = [
        (row, known.title) for known in thread.KINDS.values() for row in access.visible(known.model, Resident()).all()
    ]
    named = [(row, title) for row, title in rows if row.kind not in {"organisation", "place", "neighbourhood"}]
    shown = words.many(named, language)
    assert [found.text for found in shown.values() if found.language != language] == []


def test_every_page_a_resident_can_reach_answers_and_says_that_it_is_invented() -> None:
    found = walk(browser(), "/en/", "/fr/", depth=3)
    assert len(found.opened) > 100
    assert not_the_kept_back(found.dead) == {}
    assert found.unmarked == []


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.slug)
def test_every_page_a_persona_can_reach_answers_in_each_seat_and_role(persona: Persona) -> None:
    card = next(card for card in persona_cards() if card.slug == persona.slug)
    assert len(card.doors) == len(persona.roles) + bool(persona.seat)
    for door in card.doors:
        client = browser()
        answer = client.post(reverse("demo:walk-in", args=[card.slug]), {"held": str(door.held)})
        assert answer["Location"] == reverse("web:workspace")
        found = walk(client, "/en/workspace/", "/fr/workspace/", depth=3, each=1)
        assert len(found.opened) > 30
        assert not_the_kept_back(found.dead) == {}
        assert found.unmarked == []


def not_the_kept_back(dead: dict[str, str]) -> dict[str, str]:
    """Dead links but those by which the ledger names a statement that its host kept back: it has no public page."""
    hidden = {str(voice.id) for voice in Voice.objects.exclude(status=Voice.Status.PASSED)}
    return {link: on for link, on in dead.items() if not ("/ledger/" in on and link.split("/")[-2] in hidden)}


@pytest.mark.parametrize("name", DOORS)
def test_no_list_is_empty(name: str) -> None:
    page = browser().get(reverse(name))
    assert page.status_code == 200
    assert b'class="empty"' not in page.content


def test_twelve_words_shown_to_everybody_lead_from_a_voice_to_the_report() -> None:
    client = browser()
    answer = client.post(reverse("listen:open-words"), {"words": spelled("fr")})
    assert answer.status_code == 302
    page = client.get(answer["Location"]).content.decode()
    assert Publication.objects.get().title in page
    assert Priority.objects.get().wording in page


def test_the_page_of_personas_costs_few_queries(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page = browser().get(reverse("demo:personas"))
    assert all(persona.name in page.content.decode() for persona in PERSONAS)


def test_walking_in_needs_a_seat_or_role_of_that_very_persona() -> None:
    cards = {card.slug: card for card in persona_cards()}
    chair = cards["residents-chair"].doors[0].held
    client = browser()
    for slug, held in (("officer", str(chair)), ("nobody", str(chair)), ("officer", "x"), ("officer", "")):
        assert client.post(reverse("demo:walk-in", args=[slug]), {"held": held}).status_code == 404
    assert client.get(reverse("web:workspace"))["Location"] == reverse("people:choose")


def test_nobody_walks_in_as_a_person_whom_the_demo_did_not_make() -> None:
    made = Person.objects.create_user("somebody@example.org", "Somebody")
    of_city = Organisation.objects.get(name=CITY)
    held = appoint(organisation=of_city, person=made, role=Role.MEMBER, title="Clerk", by=Installer())
    for slug in ("somebody", "coordinator", "x"):
        assert browser().post(f"/en/walk-in/{slug}/", {"held": str(held.pk)}).status_code == 404


def test_another_site_cannot_walk_its_visitors_in() -> None:
    held = persona_cards()[0].doors[0].held
    answer = browser().post(
        reverse("demo:walk-in", args=["coordinator"]), {"held": str(held)}, headers={"sec-fetch-site": "cross-site"}
    )
    assert answer.status_code == 403


def test_no_persona_has_a_password() -> None:
    assert not any(person.has_usable_password() for person in Person.objects.exclude(demo_persona=""))
