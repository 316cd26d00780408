"""States of an object, as data: the same words filter rows in the database and check one object in Python."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

# An empty Q would vanish when it is combined, and take a rule with it: both ends are said outright.
NONE = Q(pk__in=())
ALL = ~NONE
Value = Any | Callable[[], Any]
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "gte": lambda found, wanted: found is not None and found >= wanted,
    "lte": lambda found, wanted: found is not None and found <= wanted,
    "isnull": lambda found, wanted: (found is None) == wanted,
    "in": lambda found, wanted: found in wanted,
}


@dataclass(frozen=True, slots=True)
class When:
    """Alternatives of conjunctions of lookups, such as ((("status", "open"),),). A callable value is read each time."""

    words: str
    alternatives: tuple[tuple[tuple[str, Value], ...], ...]

    def holds(self, subject: Any) -> bool:
        """Whether the object is in this state."""
        return any(all(_holds(subject, path, value) for path, value in lookups) for lookups in self.alternatives)

    def rows(self) -> Q:
        """The filter for rows in this state."""
        found = NONE
        for lookups in self.alternatives:
            found |= Q(**{path: _now(value) for path, value in lookups}) if lookups else ALL
        return found

    def __or__(self, other: "When") -> "When":
        return When(f"{self.words} or {other.words}", self.alternatives + other.alternatives)

    def __and__(self, other: "When") -> "When":
        both = tuple(left + right for left in self.alternatives for right in other.alternatives)
        return When(f"{self.words} and {other.words}", both)


def where(words: str, **lookups: Value) -> When:
    """A state named in plain words, such as where("the motion is open", status="open")."""
    return When(words, (tuple(lookups.items()),))


always = When("always", ((),))


def _now(value: Value) -> Any:
    return value() if callable(value) else value


def follow(subject: Any, path: str) -> Any:
    """The value at a path such as "engagement__host"; a row at its end is given as its key."""
    *before, last = path.split("__")
    for step in before:
        subject = None if subject is None else getattr(subject, step)
    if subject is None:
        return None
    key = f"{last}_id"
    return getattr(subject, key) if hasattr(subject, key) else getattr(subject, last)


def _holds(subject: Any, path: str, value: Value) -> bool:
    if subject is None:
        return False
    plain, _, last = path.rpartition("__")
    if last in COMPARISONS:
        return COMPARISONS[last](follow(subject, plain), _now(value))
    return bool(follow(subject, path) == _now(value))
