"""The thread as pages of this room draw it."""

import uuid
from collections.abc import Iterable

from commonground.kernel import thread
from commonground.kernel.actor import Actor
from commonground.kernel.thread import Station

# Each kind costs a query; motions, evidence and single readings stand on the pages of what they belong to.
ON_THE_LINE = ("conversation", "theme", "priority", "commitment", "indicator", "publication")


def forward(starts: Iterable[uuid.UUID], *, for_: Actor, without: Iterable[str] = ()) -> tuple[Station, ...]:
    """What became of things, but for kinds that the page shows in another way."""
    left_out = set(without)
    kinds = [kind for kind in ON_THE_LINE if kind not in left_out]
    return tuple(thread.forward(starts, for_=for_, kinds=kinds))
