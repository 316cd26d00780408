"""What this room puts on the pages of lower rooms and into the workspace."""

from typing import cast

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonground.act import queries
from commonground.agree.models import Priority
from commonground.kernel import access, clock, thread
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.models import Registered
from commonground.people.models import Organisation

NOTHING = SafeString("")


@thread.fill("priority.actions")
def promise_something(priority: Registered, actor: Actor) -> SafeString:
    """The way from a priority to a promise; nothing for those who speak for no organisation with a side."""
    if not access.may(actor, "commitment.promise", priority):
        return NOTHING
    return render_to_string("act/parts/promise.html", {"priority": priority})


@thread.fill("priority.after")
def what_was_promised(priority: Registered, actor: Actor) -> SafeString:
    """Every promise for a priority, or that there is none yet."""
    lines = queries.promises_for(cast(Priority, priority), for_=actor)
    return render_to_string("act/parts/promised.html", {"lines": lines, "today": clock.today()})


@thread.fill("workspace.todo")
def owed_by_yours(organisation: Registered, actor: Actor) -> SafeString:
    """What the actor's organisation still has to keep, late first; nothing where it is of no side."""
    if not isinstance(actor, Holder) or actor.party is None or not isinstance(organisation, Organisation):
        return NOTHING
    lines = queries.owed_by(organisation, for_=actor)
    return render_to_string("act/parts/owed.html", {"lines": lines, "today": clock.today()})
