"""Audiences, as data. Each answers for one object, for many as a filter, and for the matrix as a reach."""

from abc import ABC, abstractmethod
from enum import IntEnum
from typing import Any

from django.db.models import Q

from commonground.kernel import clock as kernel_clock
from commonground.kernel.access_when import ALL, NONE, follow
from commonground.kernel.actor import Actor, Clock, Holder, Installer, PartyKind, Resident, Role


class Reach(IntEnum):
    """How far an audience reaches for an actor: to nothing, to what is their own, to everything."""

    NO = 0
    OWN = 1
    YES = 2


class Who(ABC):
    """An audience. `words` stand in the printed matrix."""

    words: str

    @abstractmethod
    def reach(self, actor: Actor) -> Reach:
        """How far this audience reaches for an actor, whatever the object."""

    @abstractmethod
    def holds(self, actor: Actor, subject: Any) -> bool:
        """Whether the actor belongs to it for this object."""

    @abstractmethod
    def rows(self, actor: Actor) -> Q:
        """The filter for the objects for which the actor belongs to it."""

    def __and__(self, other: "Who") -> "Who":
        return _Both(self, other)

    def __or__(self, other: "Who") -> "Who":
        return _Either(self, other)


class _Both(Who):
    def __init__(self, left: Who, right: Who) -> None:
        self.left, self.right = left, right
        self.words = f"{left.words} and {right.words}"

    def reach(self, actor: Actor) -> Reach:
        return min(self.left.reach(actor), self.right.reach(actor))

    def holds(self, actor: Actor, subject: Any) -> bool:
        return self.left.holds(actor, subject) and self.right.holds(actor, subject)

    def rows(self, actor: Actor) -> Q:
        return self.left.rows(actor) & self.right.rows(actor)


class _Either(Who):
    def __init__(self, left: Who, right: Who) -> None:
        self.left, self.right = left, right
        self.words = f"{left.words} or {right.words}"

    def reach(self, actor: Actor) -> Reach:
        return max(self.left.reach(actor), self.right.reach(actor))

    def holds(self, actor: Actor, subject: Any) -> bool:
        return self.left.holds(actor, subject) or self.right.holds(actor, subject)

    def rows(self, actor: Actor) -> Q:
        return self.left.rows(actor) | self.right.rows(actor)


class _Plain(Who):
    """An audience that depends on the actor alone."""

    def __init__(self, words: str, test: Any) -> None:
        self.words, self.test = words, test

    def reach(self, actor: Actor) -> Reach:
        return Reach.YES if self.test(actor) else Reach.NO

    def holds(self, actor: Actor, subject: Any) -> bool:
        return bool(self.test(actor))

    def rows(self, actor: Actor) -> Q:
        return ALL if self.test(actor) else NONE


class _Own(Who):
    """Holders for whom a path of the object equals one of their own keys. An actor without that key owns nothing."""

    def __init__(self, path: str, mine: str) -> None:
        self.path, self.mine = path, mine
        self.words = f"of the same {mine}"

    def key(self, actor: Actor) -> Any:
        return getattr(actor, self.mine) if isinstance(actor, Holder) else None

    def reach(self, actor: Actor) -> Reach:
        return Reach.OWN if self.key(actor) is not None else Reach.NO

    def holds(self, actor: Actor, subject: Any) -> bool:
        key = self.key(actor)
        if key is None or subject is None:
            return False
        found = follow(subject, self.path) if self.path else subject.pk
        return bool(found == key)

    def rows(self, actor: Actor) -> Q:
        key = self.key(actor)
        return NONE if key is None else Q(**{self.path or "pk": key})


anyone = _Plain("anyone", lambda actor: True)
nobody = _Plain("nobody", lambda actor: False)
resident = _Plain("a resident", lambda actor: isinstance(actor, Resident))
signed_in = _Plain("anybody with a seat or role", lambda actor: isinstance(actor, Holder))
clock = _Plain("the clock", lambda actor: isinstance(actor, Clock))
installer = _Plain("the installer", lambda actor: isinstance(actor, Installer))
not_police = _Plain("not of the police", lambda actor: isinstance(actor, Holder) and actor.kind is not PartyKind.POLICE)
counting = _Plain(
    "in a seat public for 14 days",
    lambda actor: isinstance(actor, Holder) and actor.counts_from <= kernel_clock.today(),
)
chairing_seat = _Plain("chairing", lambda actor: isinstance(actor, Holder) and actor.chairing)


def role(*roles: Role) -> Who:
    """Holders acting in one of the roles."""
    return _Plain(" or ".join(roles), lambda actor: isinstance(actor, Holder) and actor.role in roles)


def side(*kinds: PartyKind) -> Who:
    """Holders of a party of one of the kinds."""
    return _Plain("of " + " or ".join(kinds), lambda actor: isinstance(actor, Holder) and actor.kind in kinds)


def own(path: str, mine: str) -> Who:
    """Holders for whom the key at `path` of the object is their own `mine`: organisation, party, table, person."""
    return _Own(path, mine)


def seat_at(path: str, *, chairing: bool = False) -> Who:
    """Seats at the object's table that count today; with `chairing`, its chairs."""
    found = role(Role.SEAT) & own(path, "table") & counting
    return found & chairing_seat if chairing else found
