"""Telling the public what became of what it said."""

from commonground.demo.cast import Cast
from commonground.demo.days import Strand
from commonground.demo.listening import Heard
from commonground.demo.texts import report as texts
from commonground.demo.translating import translated
from commonground.tell.actions import publications

PUBLISHED = 12


def tell(cast: Cast, heard: Heard) -> Strand:
    """The report of the first conversation."""
    yield PUBLISHED
    published = publications.publish(
        engagement=heard.engagement,
        title=texts.TITLE.text,
        summary=texts.SUMMARY.text,
        language=texts.TITLE.written.value,
        by=cast.coordinator,
    )
    translated(published, title=texts.TITLE, summary=texts.SUMMARY)
