"""One policy for three questions, default deny: "may I?", "which ones?" and "which fields?".

A room's `access.py` writes its policy as data: who, in which state. Each `Who` and `When` answers both for one
object (in Python) and for many (as a database filter), and can say in words what it means, so that the printed
matrix, the checks and the lists can never disagree.
"""

import functools
import inspect
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import Http404, HttpResponse, HttpResponseNotAllowed

from commonground.kernel.access_when import NONE, When, always, where
from commonground.kernel.access_who import (
    Reach,
    Who,
    anyone,
    clock,
    counting,
    installer,
    nobody,
    not_police,
    own,
    resident,
    role,
    seat_at,
    side,
    signed_in,
)
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.models import Registered, Space
from commonground.kernel.refusals import Forbidden, RefusedAct

__all__ = [
    "Policy",
    "Reach",
    "When",
    "Who",
    "always",
    "anyone",
    "clock",
    "counting",
    "does",
    "fields",
    "get",
    "installer",
    "may",
    "nobody",
    "not_police",
    "own",
    "require",
    "resident",
    "role",
    "seat_at",
    "sees",
    "side",
    "signed_in",
    "visible",
    "where",
    "wholly_public",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of a policy: who, and in which state of the object."""

    room: str
    to: Who
    when: When


@dataclass(slots=True)
class Policies:
    """Every room's rules, by what they are about."""

    verbs: dict[str, list[Rule]] = field(default_factory=dict)
    rows: dict[str, list[Rule]] = field(default_factory=dict)
    fields: dict[str, dict[str, Who]] = field(default_factory=dict)


POLICIES = Policies()


class Policy:
    """A room's policy. Several rules for one verb or kind add up; without a rule nobody may."""

    def __init__(self, room: str) -> None:
        self.room = room

    def verb(self, name: str, *, to: Who, when: When = always) -> None:
        """Who may do a verb, in which state of the thing it is done to."""
        POLICIES.verbs.setdefault(name, []).append(Rule(self.room, to, when))

    def rows(self, kind: str, *, to: Who, when: When = always) -> None:
        """Who may see which rows of a kind."""
        POLICIES.rows.setdefault(kind, []).append(Rule(self.room, to, when))

    def fields(self, kind: str, **who: Who) -> None:
        """Who may see the named fields of a kind; fields that are not named follow the row."""
        POLICIES.fields.setdefault(kind, {}).update(who)


def may(actor: Actor, verb: str, subject: Any = None) -> bool:
    """Whether this actor may do this verb to this object, in its present state."""
    if not in_reach(actor, subject):
        return False
    return any(rule.to.holds(actor, subject) and rule.when.holds(subject) for rule in POLICIES.verbs.get(verb, ()))


def require(actor: Actor, verb: str, subject: Any = None) -> None:
    """Raise Forbidden unless the actor may."""
    if not may(actor, verb, subject):
        raise Forbidden(verb)


def spaces_of(actor: Actor) -> frozenset[uuid.UUID]:
    """The spaces whose rows an actor can know of: the common one, and those of the holder's own party."""
    own_spaces = actor.spaces if isinstance(actor, Holder) else frozenset()
    return own_spaces | {Space.common()}


def in_reach(actor: Actor, subject: Any) -> bool:
    """Whether the object lies in a space that the actor can know of."""
    return not isinstance(subject, Registered) or subject.thing.space_id in spaces_of(actor)


def visible[M: Registered](model: type[M], actor: Actor) -> "models.QuerySet[M]":
    """The rows of a kind that an actor may see. Without a rule: none."""
    rows: models.QuerySet[Any] = model._default_manager.select_related("thing")
    seen = NONE
    for rule in POLICIES.rows.get(model.kind, ()):
        if rule.to.reach(actor) is not Reach.NO:
            seen |= rule.to.rows(actor) & rule.when.rows()
    return rows.filter(seen, thing__space__in=spaces_of(actor))


def get[M: Registered](model: type[M], key: uuid.UUID, actor: Actor) -> M:
    """One row, or Http404: what an actor may not see does not exist for them, in the same words."""
    row = visible(model, actor).filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def wholly_public(kind: str) -> bool:
    """Whether every row of a kind is for everybody, in every state."""
    return any(rule.to is anyone and rule.when is always for rule in POLICIES.rows.get(kind, ()))


def fields(actor: Actor, subject: Registered) -> frozenset[str]:
    """The guarded fields of this object that the actor may see."""
    return frozenset(name for name, who in POLICIES.fields.get(subject.kind, {}).items() if who.holds(actor, subject))


@dataclass(frozen=True, slots=True)
class Binding:
    """The rule a route is bound to: a verb, the rows of a kind, or a plain audience."""

    kind: str
    name: str
    who: Who | None = None

    def open_to(self, actor: Actor) -> bool:
        """Whether any state of any object could let this actor through."""
        if self.who is not None:
            return self.who.reach(actor) is not Reach.NO
        table = POLICIES.verbs if self.kind == "verb" else POLICIES.rows
        return any(rule.to.reach(actor) is not Reach.NO for rule in table.get(self.name, ()))


def sees[V: Callable[..., HttpResponse]](what: str | Who) -> Callable[[V], V]:
    """Bind a page to the rows of a kind, or to a plain audience. Answers GET and HEAD only."""
    binding = Binding("rows", what) if isinstance(what, str) else Binding("audience", what.words, what)

    def wrap(view: V) -> V:
        @functools.wraps(view)
        def call(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in ("GET", "HEAD"):
                return HttpResponseNotAllowed(["GET", "HEAD"])
            _let_through(binding, request)
            return view(request, *args, **kwargs)

        bound: V = _bound(call, binding)
        return bound

    return wrap


def does[V: Callable[..., HttpResponse]](
    verb: str, *, page: Callable[..., HttpResponse] | None = None
) -> Callable[[V], V]:
    """Bind a POST to a verb. A refused act shows `page` again with the refusal's sentence, status 409, nothing lost."""
    binding = Binding("verb", verb)

    def wrap(view: V) -> V:
        @functools.wraps(view)
        def call(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseNotAllowed(["POST"])
            _let_through(binding, request)
            try:
                return view(request, *args, **kwargs)
            except RefusedAct as refusal:
                if page is None:
                    raise
                request.refusal = refusal
                shown: HttpResponse = inspect.unwrap(page)(request, *args, **kwargs)
                if shown.status_code == 200:
                    shown.status_code = 409
                return shown

        bound: V = _bound(call, binding)
        return bound

    return wrap


def _bound(call: Any, binding: Binding) -> Any:
    """The view with its rule on it, where the matrix and its test find it."""
    call.bound = binding
    return call


def _let_through(binding: Binding, request: Any) -> None:
    if not binding.open_to(request.actor):
        raise Http404
