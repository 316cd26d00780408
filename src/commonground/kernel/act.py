"""The act under way: every attested row that changes is noted here and becomes a leaf of its ledger entry."""

import uuid
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commonground.kernel.actor import Actor

if TYPE_CHECKING:
    from commonground.kernel.models import Attested


class OutsideAnAct(Exception):
    """Code tried to change an attested row without an action: the change would leave no entry."""


@dataclass(slots=True)
class Act:
    """What one action has touched so far. `ledgered` is false for residents' acts, which are sealed in batches."""

    verb: str
    actors: tuple[Actor, ...]
    ledgered: bool
    touched: dict[tuple[type["Attested"], uuid.UUID], bool] = field(default_factory=dict)

    def touch(self, row: "Attested", *, gone: bool = False) -> None:
        """Note a row as changed, or as deleted."""
        if self.ledgered:
            self.touched[type(row), row.pk] = gone


current: ContextVar[Act | None] = ContextVar("act", default=None)


def under_way() -> Act:
    """The act that this code runs in. Raises OutsideAnAct."""
    act = current.get()
    if act is None:
        raise OutsideAnAct("Attested rows change only inside an action (kernel.actions.action).")
    return act
