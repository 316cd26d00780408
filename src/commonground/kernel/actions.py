"""`@action`: permission, change and ledger entry in one transaction, or none of the three."""

import functools
import inspect
import uuid
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, models, transaction
from django.utils.translation import gettext_lazy as _

from commonground.kernel import access, act, ledger
from commonground.kernel.act import Act
from commonground.kernel.actor import Actor, Holder, PartyKind, Resident
from commonground.kernel.models import Registered, Space
from commonground.kernel.refusals import RefusedAct

LEDGERED: set[str] = set()


class OneSideAlone(RefusedAct):
    """Two acted together who are of one side, or of none."""

    def __init__(self) -> None:
        super().__init__(
            _("This takes people of two different sides, so that neither does it alone. Nothing was changed.")
        )


class NotALedgeredActor(Exception):
    """A resident reached an action that would name them in the ledger."""


def action[**P, R](verb: str, *, sealed: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function the one way to do `verb`.

    The function takes keyword arguments only, `by` among them. Its first argument is what the act is done to: the
    policy is asked about it, its row is locked and read afresh, so that the state that was checked is the state that
    is changed. With `sealed` the act is a resident's: no entry and no lock; a seal takes it in later.
    `by` may be a tuple of two actors: each must be allowed, and they must be of two sides (two kinds of party).
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        subject_name = next((name for name in inspect.signature(function).parameters if name != "by"), "")

        @functools.wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            by: Any = kwargs["by"]
            given = kwargs.get(subject_name)
            if not sealed and any(isinstance(actor, Resident) for actor in actors_of(by)):
                raise NotALedgeredActor(verb)
            try:
                done: R = _perform(verb, sealed, function, subject_name, kwargs)
                return done
            except RefusedAct:
                if not sealed:
                    _enter_refusal(verb, by, given)
                raise

        if not sealed:
            LEDGERED.add(verb)
        return call

    return wrap


def actors_of(by: Actor | tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The one or two who act."""
    return by if isinstance(by, tuple) else (by,)


def _perform(verb: str, sealed: bool, function: Callable[..., Any], subject_name: str, kwargs: Any) -> Any:
    actors = actors_of(kwargs["by"])
    with transaction.atomic():
        subject = _fresh(kwargs.get(subject_name), lock=not sealed)
        for actor in actors:
            access.require(actor, verb, subject)
        if isinstance(kwargs["by"], tuple) and len({_side(actor) for actor in actors} - {None}) != 2:
            raise OneSideAlone
        if subject is not None:
            kwargs = {**kwargs, subject_name: subject}
        place = _place(subject)
        deed = Act(verb=verb, actors=actors, ledgered=not sealed)
        token = act.current.set(deed)
        try:
            result = function(**kwargs)
        finally:
            act.current.reset(token)
        if sealed:
            return result
        kind, thing, space = _place(result) if isinstance(result, Registered) else place
        try:
            ledger.enter(deed, space=space, kind=kind, thing=thing)
        except DatabaseError as error:
            raise ledger.LedgerUnavailable(verb) from error
        return result


def _side(actor: Actor) -> PartyKind | None:
    return actor.kind if isinstance(actor, Holder) else None


def _fresh(subject: Any, *, lock: bool) -> Any:
    """The row as the database holds it now, locked where the act will change it."""
    if not isinstance(subject, models.Model) or subject.pk is None:
        return subject
    rows = type(subject)._default_manager.filter(pk=subject.pk)
    if isinstance(subject, Registered):
        rows = rows.select_related("thing", *subject.read_with)
    return (rows.select_for_update(of=("self",)) if lock else rows).get()


def _place(named: Any) -> tuple[str, str, uuid.UUID]:
    """Kind, key and space under which an entry names what the act was done to."""
    if isinstance(named, Registered):
        return named.kind, named.id.hex, named.thing.space_id or Space.common()
    if isinstance(named, models.Model):
        return named._meta.model_name or "", named.pk.hex if isinstance(named.pk, uuid.UUID) else "", Space.common()
    return "", "", Space.common()


def _enter_refusal(verb: str, by: Actor | tuple[Actor, ...], given: Any) -> None:
    """A refused act of somebody with a seat or role stays on record; the change itself was rolled back."""
    kind, thing, space = _place(given)
    with transaction.atomic():
        refusal = Act(verb=f"{verb} refused", actors=actors_of(by), ledgered=True)
        ledger.enter(refusal, space=space, kind=kind, thing=thing)
