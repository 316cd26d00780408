"""The name of the place an installation serves; the rooms above say it, the base template prints it."""

from collections.abc import Callable

UNNAMED = "Commonground"

_source: list[Callable[[], str]] = []


def provide(source: Callable[[], str]) -> None:
    """Let `source` name the place from now on; the last one given wins."""
    _source[:] = [source]


def name() -> str:
    """The place's name, or the software's own while no place is open."""
    return (_source[0]() if _source else "") or UNNAMED
