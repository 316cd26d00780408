"""The room through a browser's requests: what is late comes first, and only an organisation's own see its forms."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from commonground.act.actions import commitments
from commonground.act.models import Commitment, Evidence
from commonground.agree.models import Priority
from commonground.kernel import clock, thread
from commonground.kernel.actor import Holder, Resident
from tests.act.promised import LINK, a_promise, days_later, shown
from tests.agree import cast

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def text_of(client: Client, name: str, *args: uuid.UUID) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_an_empty_room_says_what_will_stand_there(db: None) -> None:
    assert "No promise is open" in text_of(cast.browser(), "act:index")


def test_late_promises_come_first_with_whose_they_are(priority: Priority, city: Holder, police: Holder) -> None:
    a_promise(priority, police, "A monthly report", days=30)
    a_promise(priority, city, "Four lamps at the stop", days=3)
    kept = a_promise(priority, city, "A map of the lamps", days=3)
    shown(kept, city)
    commitments.keep(commitment=kept, by=city)
    with days_later(12):
        page = text_of(cast.browser(), "act:index")
    assert page.index("Four lamps at the stop") < page.index("A monthly report") < page.index("A map of the lamps")
    assert "late by 9 days" in page
    assert "due in 18 days" in page
    assert "kept in time" in page
    assert "City safety office" in page


def test_a_promise_shows_its_evidence_with_the_site_and_where_it_came_from(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    page = text_of(cast.browser(), "act:commitment", made.id)
    assert f'href="{LINK}" rel="noopener noreferrer">See it at city.example.org</a>' in page
    assert reverse("agree:priority", args=[priority.id]) in page
    assert "The lamp at the stop has been out since spring." in page


def test_a_promise_given_up_prints_why(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    commitments.drop(commitment=made, reason="The grant fell through.", language="en", by=city)
    page = text_of(cast.browser(), "act:commitment", made.id)
    assert "The grant fell through." in page
    assert "given up before its day" in page


def test_a_priority_lists_its_promises_and_offers_a_member_to_promise(
    town: cast.Town, priority: Priority, city: Holder
) -> None:
    assert "Nothing has been promised for this yet" in text_of(cast.browser(), "agree:priority", priority.id)
    made = a_promise(priority, city)
    page = text_of(cast.browser(), "agree:priority", priority.id)
    assert reverse("act:commitment", args=[made.id]) in page
    assert "Promise something for this" not in page
    assert "Promise something for this" in text_of(cast.browser(city), "agree:priority", priority.id)


def test_a_member_promises_through_the_form_in_the_name_of_their_own(priority: Priority, city: Holder) -> None:
    client = cast.browser(city)
    assert "City safety office" in text_of(client, "act:promise", priority.id)
    due = (clock.today() + timedelta(days=20)).isoformat()
    answer = client.post(
        reverse("act:make-promise", args=[priority.id]), {"wording": "Four lamps", "due": due, "organisation": "police"}
    )
    made = Commitment.objects.get()
    assert answer.headers["Location"] == reverse("act:commitment", args=[made.id])
    assert made.organisation_id == city.organisation


@pytest.mark.parametrize(
    ("due", "status", "sentence"),
    [("2001-01-01", 409, "lies in the past"), ("soon", 422, "Enter a valid date"), ("", 422, "This field is required")],
)
def test_a_bad_day_is_explained_and_the_words_stay(
    priority: Priority, city: Holder, due: str, status: int, sentence: str
) -> None:
    answer = cast.browser(city).post(
        reverse("act:make-promise", args=[priority.id]), {"wording": "Four lamps at the stop", "due": due}
    )
    page = answer.content.decode()
    assert answer.status_code == status
    assert sentence in page
    assert "Four lamps at the stop" in page
    assert f'value="{due}"' in page or not due


def test_evidence_is_added_and_the_promise_kept_through_the_page(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    client = cast.browser(city)
    keep = reverse("act:keep", args=[made.id])
    refused = client.post(keep)
    assert refused.status_code == 409
    assert "Add evidence first" in refused.content.decode()
    client.post(reverse("act:show", args=[made.id]), {"sentence": "Two lamps are lit.", "link": LINK})
    assert client.post(keep).status_code == 302
    assert cast.fresh(made).status == "kept"


def test_a_bad_link_is_refused_and_the_sentence_stays(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    answer = cast.browser(city).post(
        reverse("act:show", args=[made.id]), {"sentence": "Two lamps are lit.", "link": "http://city.example.org/"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "must begin with https://" in page
    assert "Two lamps are lit." in page
    assert not Evidence.objects.exists()


def test_a_member_of_another_organisation_sees_no_form_and_changes_nothing(
    priority: Priority, city: Holder, police: Holder
) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    client = cast.browser(police)
    assert "Settle it as kept" not in text_of(client, "act:commitment", made.id)
    for name in ("show", "keep", "drop"):
        answer = client.post(
            reverse(f"act:{name}", args=[made.id]), {"sentence": "Done.", "link": LINK, "reason": "No money."}
        )
        assert answer.status_code == 409
    assert cast.fresh(made).status == "promised"
    assert Evidence.objects.count() == 1


def test_a_visitor_finds_no_form_and_no_way_to_act(priority: Priority, city: Holder) -> None:
    made = a_promise(priority, city)
    client = cast.browser()
    assert "<form" not in text_of(client, "act:commitment", made.id).split("<main")[1].split("</main")[0]
    for name, key in [("show", made.id), ("keep", made.id), ("drop", made.id), ("make-promise", priority.id)]:
        assert client.post(reverse(f"act:{name}", args=[key])).status_code == 404
    assert client.get(reverse("act:promise", args=[priority.id])).status_code == 404


@pytest.mark.parametrize("name", ["show", "keep", "drop"])
def test_a_link_cannot_do_what_a_form_does(priority: Priority, city: Holder, name: str) -> None:
    made = a_promise(priority, city)
    assert cast.browser(city).get(reverse(f"act:{name}", args=[made.id])).status_code == 405


def test_a_key_of_nothing_is_no_page(city: Holder) -> None:
    assert cast.browser().get(reverse("act:commitment", args=[uuid.uuid4()])).status_code == 404
    assert cast.browser(city).get(reverse("act:promise", args=[uuid.uuid4()])).status_code == 404


def test_the_workspace_lists_what_an_organisation_owes_late_first(
    town: cast.Town, priority: Priority, city: Holder, police: Holder
) -> None:
    a_promise(priority, city, "A roof at the stop", days=90)
    a_promise(priority, city, "Four lamps at the stop", days=3)
    a_promise(priority, police, "A monthly report", days=30)
    with days_later(12):
        panel = "".join(thread.slot("workspace.todo", town.organisations["city"], city))
    assert panel.index("Four lamps at the stop") < panel.index("A roof at the stop")
    assert "late by 9 days" in panel
    assert "A monthly report" not in panel
    assert not "".join(thread.slot("workspace.todo", town.organisations["city"], Resident()))


def test_no_public_page_needs_more_than_twelve_queries(
    priority: Priority, city: Holder, police: Holder, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = a_promise(priority, city)
    shown(made, city)
    a_promise(priority, police, "A monthly report")
    pages = [("act:index", None), ("act:commitment", made.id), ("agree:priority", priority.id), ("agree:index", None)]
    for name, key in pages:
        for language in ("en", "fr"):
            with translation.override(language):
                address = reverse(name, args=[key] if key else [])
            with django_assert_max_num_queries(MOST_QUERIES):
                assert cast.browser().get(address).status_code == 200
