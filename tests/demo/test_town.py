"""In a town nobody is invented: the demo has no address, no door, no right and no loader."""

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from commonground.demo import load, views
from commonground.kernel import access
from commonground.kernel.actor import Installer, Resident
from commonground.people.models import Place
from tests.demo.walker import browser

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["personas", "walk-in"])
def test_no_name_of_the_demo_resolves(name: str) -> None:
    for arguments in ([], ["coordinator"]):
        with pytest.raises(NoReverseMatch):
            reverse(f"demo:{name}", args=arguments)


@pytest.mark.parametrize("address", ["/en/walk-in/", "/fr/walk-in/", "/en/walk-in/coordinator/"])
def test_no_address_of_the_demo_answers(address: str) -> None:
    assert browser().get(address).status_code == 404
    assert browser().post(address, {"held": "x"}).status_code == 404


def test_the_views_themselves_refuse_should_an_address_ever_lead_there() -> None:
    for actor in (Resident(), Installer()):
        asked = RequestFactory().get("/en/walk-in/")
        sent = RequestFactory().post("/en/walk-in/coordinator/")
        asked.actor = sent.actor = actor  # type: ignore[attr-defined]
        with pytest.raises(Http404):
            views.personas(asked)
        with pytest.raises(Http404):
            views.walk_in(sent, "coordinator")


def test_nobody_may_walk_in_or_leave_words() -> None:
    for actor in (Resident(), Installer()):
        assert not access.may(actor, "demo.walk-in")
        assert not access.may(actor, "demo.leave-words")


@pytest.mark.parametrize("name", ["web:home", "people:sign-in"])
def test_no_page_shows_a_door_or_calls_the_place_invented(name: str) -> None:
    page = browser().get(reverse(name)).content.decode()
    assert "walk-in" not in page
    assert "synthetic" not in page


def test_alder_falls_does_not_load() -> None:
    with pytest.raises(load.NotADemo, match="COMMONGROUND_MODE=demo"):
        load.alder_falls(tell=pytest.fail)
    assert not Place.objects.exists()
