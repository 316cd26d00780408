"""The one clock that actions read. Only the demo may shift it, so that nobody in a town can back-date an act."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

_shifted: ContextVar[datetime | None] = ContextVar("shifted", default=None)


class ClockIsFixed(Exception):
    """Somebody tried to shift the clock outside the demo."""


def now() -> datetime:
    """The moment, aware, in the place's own time zone."""
    return timezone.localtime(_shifted.get() or timezone.now())


def today() -> date:
    """The day in the place's own time zone; the finest time that is ever written beside an act."""
    return now().date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the demo act on another day. Raises ClockIsFixed in a town."""
    if not settings.DEMO:
        raise ClockIsFixed("Only the demo may shift the clock.")
    token = _shifted.set(moment)
    try:
        yield
    finally:
        _shifted.reset(token)
