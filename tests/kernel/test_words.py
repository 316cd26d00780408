"""Texts in the reader's language, always saying which it is."""

import pytest

from commonground.kernel import words
from commonground.kernel.actor import Installer
from commonground.kernel.translations import Rendering, translate
from tests.kernel.trial.actions import rename
from tests.kernel.trial.models import Meeting


@pytest.mark.django_db
def test_a_text_without_a_translation_says_its_own_language(meeting: Meeting) -> None:
    assert words.of(meeting, "name", "fr") == words.Words("First", "en", True, "en")


@pytest.mark.django_db
@pytest.mark.parametrize(("reviewer", "reviewed"), [("", False), ("M. Roy", True)])
def test_a_translation_is_shown_with_its_standing_until_the_source_changes(
    meeting: Meeting, reviewer: str, *, reviewed: bool
) -> None:
    rendering = Rendering("name", "fr", "Première", "A. B.", reviewer)
    translate(thing=meeting, renderings=[rendering], by=Installer())
    assert words.of(meeting, "name", "fr") == words.Words("Première", "fr", reviewed, "en")

    rename(meeting=meeting, name="Second", by=Installer())
    meeting.refresh_from_db()
    assert words.of(meeting, "name", "fr").text == "Second"


@pytest.mark.django_db
def test_many_texts_take_one_query(meeting: Meeting, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        asked = words.many([(meeting, "name"), (meeting, "status")], "fr")
        later = words.of(meeting, "secret", "fr")
        assert [each.text for each in (*asked.values(), later)] == ["First", "open", ""]
