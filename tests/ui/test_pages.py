"""The base page, the style guide and the pages shown when something goes wrong."""

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import translation

from commonground import ui
from commonground.kernel.actor import Holder, PartyKind, Resident, Role
from commonground.kernel.refusals import RefusedAct
from commonground.ui import context, errors, place
from commonground.ui.templatetags.ui import register

UI = Path(ui.__path__[0])
CSS = (UI / "static/ui/site.css").read_text()
DOCUMENT = (Path(settings.PACKAGE).parents[1] / "docs/ui.md").read_text()
PAGE = '{% extends "ui/base.html" %}{% block title %}Here{% endblock %}{% block main %}<h1>Here</h1>{% endblock %}'


@pytest.fixture
def unnamed_place() -> Iterator[None]:
    before = list(place._source)
    place._source.clear()
    yield
    place._source[:] = before


def page_for(request: HttpRequest, **more: object) -> str:
    return Template(PAGE).render(Context({"request": request, **context.fixed(), **more}))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_style_guide_opens_in_both_languages_without_inline_style_or_script(client: Client, language: str) -> None:
    response = client.get(f"/{language}/design/")
    html = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in html
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    assert not re.search(r"\son[a-z]+=", html)


@pytest.mark.django_db
def test_the_style_guide_shows_every_component(client: Client) -> None:
    html = client.get("/en/design/").content.decode()
    shown = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    styled = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"url\([^)]*\)", "", CSS[CSS.index("@layer components {") :])))
    # What the base page and narrower pages use stands outside the specimens.
    assert styled - shown <= {"who", "demo-strip"}


def test_every_tag_is_documented() -> None:
    for tag in register.tags:
        assert f"{{% {tag}" in DOCUMENT, tag


def test_every_documented_class_has_a_style() -> None:
    tables = DOCUMENT[DOCUMENT.index("## Classes") : DOCUMENT.index("## Charts")]
    first_cells = "".join(line.split("|")[1] for line in tables.splitlines() if line.startswith("|"))
    for name in {name for names in re.findall(r"`([^`]+)`", first_cells) for name in names.split()}:
        assert f".{name}" in CSS or name == "sees", name


def test_a_holder_sees_their_name_seat_and_the_way_out() -> None:
    request = RequestFactory().get("/en/")
    request.actor = Holder(  # type: ignore[attr-defined]
        uuid.uuid4(), "Nadia <Roy>", Role.COORDINATOR, date(2026, 1, 1), kind=PartyKind.AUTHORITY
    )
    html = page_for(request)
    assert "Nadia &lt;Roy&gt;" in html
    assert "coordinator" in html
    assert "Sign out" in html
    assert "Sign in" not in html


def test_a_resident_sees_the_way_in_and_nothing_of_themselves() -> None:
    request = RequestFactory().get("/en/", HTTP_USER_AGENT="tell-tale", REMOTE_ADDR="203.0.113.9")
    request.actor = Resident()  # type: ignore[attr-defined]
    html = page_for(request)
    assert "Sign in" in html
    assert "tell-tale" not in html
    assert "203.0.113.9" not in html


def test_a_refused_act_comes_first_and_in_the_title() -> None:
    request = RequestFactory().get("/en/")
    request.refusal = RefusedAct("The motion did not carry.")  # type: ignore[attr-defined]
    html = page_for(request)
    assert "<title>Error: Here" in html
    assert html.index("The motion did not carry.") < html.index("<h1>")


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/en/design/?page=2", "/fr/design/?page=2"),
        ("/en/nowhere/at-all/", "/fr/nowhere/at-all/"),
    ],
)
def test_the_same_page_is_one_click_away_in_the_other_language(address: str, there: str) -> None:
    with translation.override("en"):
        (other,) = context.other_languages(address)
    assert (other.tag, other.url) == ("fr", there)


def test_the_demo_says_that_it_is_invented_and_a_town_does_not(unnamed_place: None) -> None:
    request = RequestFactory().get("/en/")
    assert "synthetic" not in page_for(request, demo=False)
    assert "This place is invented" in page_for(request, demo=True)
    assert "Millrace is an invented place" in page_for(request, demo=True, place_known=True, place_name="Millrace")


def test_the_place_is_named_by_the_room_that_knows_it(unnamed_place: None) -> None:
    assert place.name() == "Commonground"
    place.provide(lambda: "Millrace")
    assert place.name() == "Millrace"
    place.provide(lambda: "")
    assert place.name() == "Commonground"


WRONG: list[tuple[int, Callable[[HttpRequest], HttpResponse]]] = [
    (400, errors.bad_request),
    (403, errors.not_allowed),
    (404, errors.not_found),
    (500, errors.broken),
]


@pytest.mark.parametrize(("status", "view"), WRONG)
def test_an_error_page_needs_no_database_repeats_nothing_and_says_what_to_do(
    status: int, view: Callable[[HttpRequest], HttpResponse]
) -> None:
    # Without the django_db mark any query fails this test.
    response = view(RequestFactory().get("/fr/a-name-somebody-typed/", {"q": "secret"}))
    html = response.content.decode()
    assert response.status_code == status
    assert '<html lang="fr">' in html
    assert "a-name-somebody-typed" not in html
    assert "secret" not in html
    assert 'class="button"' in html


def test_the_fonts_stay_small_and_carry_their_licences() -> None:
    fonts = UI / "static/ui/fonts"
    assert sum(font.stat().st_size for font in fonts.glob("*.woff2")) < 250_000
    assert {name.name for name in fonts.glob("*.OFL.txt")} == {
        "atkinson-hyperlegible-next.OFL.txt",
        "newsreader.OFL.txt",
    }


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TOKENS = {name: pair for name, *pair in re.findall(r"--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS)}
INKS = [
    "ink",
    "ink-soft",
    "spruce",
    "link",
    "mistake",
    "focus",
    "police",
    "community",
    "services",
    "nation",
    "authority",
]
GROUPS = [f"group-{letter}" for letter in "abcde"]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "surface", "mist"])
@pytest.mark.parametrize("ink", INKS + GROUPS)
def test_every_ink_can_be_read_on_every_ground(ink: str, ground: str, scheme: int) -> None:
    assert contrast(TOKENS[str(ink)][scheme], TOKENS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_edge_of_a_control_can_be_seen(scheme: int) -> None:
    for ground in ("paper", "surface"):
        assert contrast(TOKENS["edge"][scheme], TOKENS[ground][scheme]) >= 3


def test_an_older_browser_gets_the_light_colours() -> None:
    plain = dict(re.findall(r"--([a-z-]+): (#\w{6});", CSS[: CSS.index("@supports")]))
    assert {name: pair[0] for name, pair in TOKENS.items()} == plain
