"""E-mail and password; one seat or role acts at a time; walking in is for the demo alone."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from commonground.kernel.actor import Installer, Role
from commonground.people.actions import organisations
from commonground.people.middleware import CHOSEN
from commonground.people.models import Person
from tests.people.test_places_and_seats import Town, person

pytestmark = pytest.mark.django_db
HERE = {"sec-fetch-site": "same-origin"}
PASSWORD = "a long password of theirs"


@pytest.fixture
def member() -> Person:
    town = Town()
    made = person("mem")
    for role in (Role.MEMBER, Role.HOST):
        organisations.appoint(organisation=town.association, person=made, role=role, title=f"As {role}", by=Installer())
    return made


def sign_in(client: Client, email: str, password: str, onward: str = "") -> Any:
    return client.post(
        reverse("people:begin-session"), {"email": email, "password": password, "next": onward}, headers=HERE
    )


def test_the_right_pair_leads_to_the_workspace(client: Client, member: Person) -> None:
    answer = sign_in(client, "MEM@example.org", PASSWORD)
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("web:workspace")
    page = client.get(reverse("web:workspace"))
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize(("email", "password"), [("mem@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_a_wrong_pair_gets_one_sentence_whichever_half_was_wrong(
    client: Client, member: Person, email: str, password: str
) -> None:
    answer = sign_in(client, email, password)
    assert answer.status_code == 422
    assert "do not belong together" in answer.content.decode()
    assert password not in answer.content.decode()


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_signing_in_never_leads_off_the_site(client: Client, member: Person, onward: str) -> None:
    assert sign_in(client, "mem@example.org", PASSWORD, onward).headers["Location"] == reverse("web:workspace")


def test_a_person_acts_in_the_role_they_choose_and_in_none_they_do_not_hold(client: Client, member: Person) -> None:
    sign_in(client, "mem@example.org", PASSWORD)
    host = member.appointments.get(role="host")
    client.post(reverse("people:choose-held"), {"held": host.id}, headers=HERE)
    assert client.session[CHOSEN] == host.id.hex
    client.post(reverse("people:choose-held"), {"held": member.id}, headers=HERE)
    assert client.session[CHOSEN] == host.id.hex


def test_signing_out_ends_it(client: Client, member: Person) -> None:
    sign_in(client, "mem@example.org", PASSWORD)
    client.post(reverse("people:sign-out"), headers=HERE)
    assert client.get(reverse("web:workspace")).headers["Location"] == reverse("people:choose")
    assert client.get(reverse("people:choose")).headers["Location"] == reverse("people:sign-in")


def test_a_form_on_another_site_cannot_sign_anybody_in(client: Client, member: Person) -> None:
    address = reverse("people:begin-session")
    fields = {"email": "mem@example.org", "password": PASSWORD}
    assert client.post(address, fields).status_code == 403
    foreign: tuple[dict[str, str], ...] = (
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    )
    for headers in foreign:
        assert client.post(address, fields, headers=headers).status_code == 403
    assert client.post(address, fields, headers={"origin": "http://testserver"}).status_code == 302


def test_walking_in_cannot_exist_in_a_town(client: Client) -> None:
    assert settings.DEMO is False
    for name in ("demo:personas", "demo:walk-in"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client.get("/en/walk-in/").status_code == 404
