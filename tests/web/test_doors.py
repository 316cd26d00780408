"""The pages that say how the house works, and the cache in front of them."""

import importlib
import pkgutil
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

import commonground
from commonground.kernel.actions import LEDGERED
from commonground.web.sentences import SENTENCES, said_of
from tests.people.test_places_and_seats import Town

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["web:home", "web:ledger", "web:never", "web:method"])
def test_a_door_opens_in_a_house_where_nothing_has_happened_yet(client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 200


def test_the_bare_address_leads_to_the_browsers_language(client: Client) -> None:
    assert client.get("/", headers={"accept-language": "fr-CA"}).headers["Location"] == "/fr/"
    assert client.get("/", headers={"accept-language": "cr"}).headers["Location"] == "/en/"


def test_the_ledger_says_who_did_what_in_plain_words(client: Client) -> None:
    Town()
    page = client.get(reverse("web:ledger")).content.decode()
    assert "opened this place, two sides together" in page
    assert "Residents" in page


def test_an_entry_leads_to_what_it_speaks_of_and_an_unknown_key_to_nothing(client: Client) -> None:
    town = Town()
    assert client.get(reverse("web:thing", args=[town.table.id])).status_code in (302, 404)
    assert client.get(reverse("web:thing", args=["0" * 8 + "-0000-0000-0000-" + "0" * 12])).status_code == 404


def test_a_public_page_is_the_same_bytes_with_the_same_tag_until_the_ledger_moves(client: Client) -> None:
    first, second = client.get(reverse("web:ledger")), Client().get(reverse("web:ledger"))
    assert (first.content, first.headers["ETag"]) == (second.content, second.headers["ETag"])
    again = client.get(reverse("web:ledger"), headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    Town()
    after = client.get(reverse("web:ledger"))
    assert after.headers["ETag"] != first.headers["ETag"]


@pytest.mark.parametrize("cookie", ["seat", "words"])
def test_whoever_carries_a_cookie_is_never_served_from_or_into_the_cache(client: Client, cookie: str) -> None:
    client.cookies[cookie] = "anything"
    page = client.get(reverse("web:home"))
    assert page.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in page.headers


def test_a_page_names_no_script_or_style_but_its_own(client: Client) -> None:
    page: Any = client.get(reverse("web:home"))
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy


def test_every_verb_that_reaches_the_ledger_has_plain_words() -> None:
    for module in pkgutil.walk_packages(commonground.__path__, "commonground."):
        if ".demo" not in module.name and "wsgi" not in module.name:
            importlib.import_module(module.name)
    entered = {verb for verb in LEDGERED if not verb.startswith(("meeting.", "mark."))}
    assert len(entered) > 20
    assert entered - set(SENTENCES) == set()
    assert set(SENTENCES) - entered == set()


def test_a_refused_act_is_told_as_refused() -> None:
    said, refused = said_of("seat.fill refused")
    assert (said, refused) == (SENTENCES["seat.fill"], True)


@pytest.mark.parametrize(("body", "status"), [(b"words=\xff\xfe", 400), ("words=été".encode(), 409)])
def test_a_form_whose_bytes_are_no_text_is_turned_back_before_anybody_reads_it(
    client: Client, body: bytes, status: int
) -> None:
    answer = client.post(
        reverse("listen:open-words"),
        body,
        content_type="application/x-www-form-urlencoded",
        headers={"sec-fetch-site": "same-origin"},
    )
    assert answer.status_code == status
