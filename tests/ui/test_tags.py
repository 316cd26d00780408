"""What each component promises, whatever page it stands on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import translation
from django.utils.safestring import SafeString

from commonground.kernel import thread
from commonground.kernel.actor import PartyKind, Resident
from commonground.kernel.words import Words
from commonground.ui.sides import SIDES

Render = Callable[..., str]
TODAY = date(2026, 11, 20)


class Telling(forms.Form):
    words = forms.CharField(label="What happened", help_text="Leave out names.", widget=forms.Textarea)
    side = forms.ChoiceField(
        label="You speak as", help_text="In totals.", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="I have read this")
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        self.add_error(None, "The conversation is closed.")


@pytest.mark.parametrize("kind", PartyKind)
def test_a_side_is_colour_shape_and_word_together(render: Render, kind: PartyKind) -> None:
    html = render("{% side kind %}", kind=kind)
    assert f'class="side {kind.value}"' in html
    assert f'd="{SIDES[kind].shape}"' in html
    assert str(SIDES[kind].word) in html


def test_no_two_sides_share_a_shape() -> None:
    assert len({side.shape for side in SIDES.values()}) == len(PartyKind)


def test_an_organisation_is_read_aloud_with_its_side(render: Render) -> None:
    html = render('{% side "services" name %}', name="House <b>")
    assert "House &lt;b&gt;" in html
    assert '<span class="visually-hidden"> (Services)</span>' in html


@pytest.mark.parametrize(
    ("days", "words", "css"),
    [
        (5, "due in 5 days", "due"),
        (1, "due in 1 day", "due"),
        (0, "due today", "due"),
        (-1, "late by 1 day", "late"),
        (-9, "late by 9 days", "late"),
    ],
)
def test_lateness_is_said_in_words(render: Render, days: int, words: str, css: str) -> None:
    when = TODAY + timedelta(days=days)
    html = render("{% due when today %}", when=when, today=TODAY)
    assert html == f'<time class="{css}" datetime="{when.isoformat()}">{words}</time>'


@pytest.mark.parametrize(
    ("language", "style", "when", "words"),
    [
        ("en", "", date(2026, 12, 4), "4 December 2026"),
        ("en", "weekday", date(2026, 12, 4), "Friday 4 December 2026"),
        ("fr", "", date(2026, 12, 4), "4 décembre 2026"),
        ("fr", "weekday", date(2026, 5, 1), "vendredi 1er mai 2026"),
    ],
)
def test_a_day_is_said_as_people_say_it(render: Render, language: str, style: str, when: date, words: str) -> None:
    with translation.override(language):
        assert f">{words}</time>" in render("{% day when style %}", when=when, style=style)


def test_words_of_another_language_are_marked_and_named(render: Render) -> None:
    html = render('{% words said "q" %}', said=Words("Il fait <noir>.", "fr-CA", True, "fr-CA"))
    assert '<q lang="fr-CA" dir="auto">Il fait &lt;noir&gt;.</q>' in html
    assert "said in French" in html


def test_words_of_the_page_s_own_language_need_no_note(render: Render) -> None:
    assert render("{% words said %}", said=Words("It is dark.", "en-CA", True, "en-CA")) == "<span>It is dark.</span>"


def test_a_translation_that_nobody_reviewed_says_so(render: Render) -> None:
    assert "translation not reviewed" in render("{% words said %}", said=Words("It is dark.", "en", False, "es"))
    assert "not reviewed" not in render("{% words said %}", said=Words("It is dark.", "en", True, "es"))


def test_a_language_that_nobody_named_is_shown_by_its_tag(render: Render) -> None:
    assert "said in qqx" in render("{% words said %}", said=Words("…", "qqx", True, "qqx"))


def test_the_error_summary_leads_to_each_control(render: Render) -> None:
    html = render("{% errors form %}", form=Telling({}))
    assert html.startswith('<div class="errors" role="alert"')
    assert "autofocus" in html
    assert '<a href="#id_words">What happened: This field is required.</a>' in html
    assert '<a href="#id_side_0">You speak as: This field is required.</a>' in html
    assert "<strong>The conversation is closed.</strong>" in html


def test_a_form_nobody_sent_has_no_error_summary(render: Render) -> None:
    assert render("{% errors form %}{% errors nothing %}", form=Telling(), nothing=None) == ""


def test_a_field_is_described_by_its_hint_and_its_mistake(render: Render) -> None:
    html = render("{% field form.words %}", form=Telling({"words": ""}))
    assert 'aria-describedby="id_words_helptext id_words_error"' in html
    assert 'id="id_words_helptext">Leave out names.' in html
    assert 'id="id_words_error"' in html
    assert html.index("Leave out names.") < html.index("<textarea")


def test_radios_are_one_group_with_one_description(render: Render) -> None:
    html = render("{% field form.side %}", form=Telling({"side": "x"}))
    assert '<fieldset aria-describedby="id_side_helptext id_side_error">' in html
    assert "<legend>You speak as</legend>" in html
    assert html.count("<label") == 2


def test_nothing_typed_is_lost_or_run_when_the_form_comes_back(render: Render) -> None:
    html = render("{% field form.words %}", form=Telling({"words": "</textarea><script>"}))
    assert "&lt;/textarea&gt;&lt;script&gt;" in html


def test_hidden_fields_show_nothing_around_them(render: Render) -> None:
    assert render("{% field form.token %}", form=Telling()) == '<input type="hidden" name="token" id="id_token">'


def test_a_refusal_is_a_sentence_and_no_sentence_is_no_refusal(render: Render) -> None:
    assert "Nobody was &lt;there&gt;." in render("{% refusal why %}", why="Nobody was <there>.")
    assert render("{% refusal %}") == ""


def test_going_on_to_the_next_page_keeps_what_was_asked_for(
    render: Render, request_to: Callable[[str], HttpRequest]
) -> None:
    page = Paginator(range(30), 10).page(2)
    html = render("{% pages page %}", page=page, request=request_to("/en/x/?q=light&page=2"))
    assert 'href="?q=light&amp;page=1"' in html
    assert 'href="?q=light&amp;page=3"' in html
    assert "Page 2 of 3" in html
    assert render("{% pages page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_a_late_station_and_a_foreign_one_are_marked(render: Render) -> None:
    line = [
        {"eyebrow": "You said", "title": "Dark & wet", "quote": True},
        {"eyebrow": "Promised", "title": "Un toit", "url": "/en/p/", "late": True, "language": "fr"},
    ]
    html = render("{% stations line %}", line=line)
    assert "<q>Dark &amp; wet</q>" in html
    assert '<li class="late">' in html
    assert '<h3 lang="fr"> <a href="/en/p/">Un toit</a>' in html


def test_an_empty_place_says_what_to_do(render: Render) -> None:
    html = render('{% empty "Nothing yet" "It comes later." "/en/listen/" "Say something" %}')
    assert "Nothing yet" in html
    assert '<a class="button" href="/en/listen/">Say something</a>' in html


def test_leaving_needs_no_script_and_tells_nobody_where_one_came_from(render: Render) -> None:
    html = render("{% leave %}")
    assert 'href="https://weather.gc.ca/"' in html
    assert 'rel="noreferrer"' in html
    with translation.override("fr"):
        assert 'href="https://meteo.gc.ca/"' in render("{% leave %}")


def test_every_form_can_say_that_it_is_not_watched(render: Render) -> None:
    html = render("{% crisis %}")
    for number in ("tel:911", "tel:988", "tel:18006686868"):
        assert number in html


def test_a_slot_shows_what_a_room_put_there_for_this_actor(
    render: Render, request_to: Callable[[str], HttpRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    def panel(thing: object, actor: object) -> SafeString:
        return SafeString(f"<p>{thing} for {type(actor).__name__}</p>")

    monkeypatch.setitem(thread.SLOTS, "beside a theme", [panel])
    request = request_to("/en/x/")
    request.actor = Resident()  # type: ignore[attr-defined]
    assert render('{% slot "beside a theme" thing %}', thing="This", request=request) == "<p>This for Resident</p>"
    assert render('{% slot "nowhere" thing %}', thing="This", request=request) == ""
