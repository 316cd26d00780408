"""What this room puts into the pages of lower rooms and into the workspace."""

from typing import cast

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from commonground.agree.models import Priority
from commonground.kernel import access, thread
from commonground.kernel.actor import Actor
from commonground.kernel.models import Registered
from commonground.measure import queries


@thread.fill("priority.after")
def measures_of(thing: Registered, actor: Actor) -> SafeString:
    """What a priority is measured by, and for the coordinator the way to agree on a measure."""
    priority = cast(Priority, thing)
    new = reverse("measure:new", args=[priority.id]) if access.may(actor, "indicator.agree", priority) else ""
    context = {"indicators": queries.of_priority(priority, for_=actor), "new": new}
    return render_to_string("measure/parts/of_priority.html", context)


@thread.fill("workspace.todo")
def waiting(_thing: Registered, actor: Actor) -> SafeString:
    """The indicators that wait for a reading of the actor's organisation."""
    cards = queries.waiting_for_a_reading(actor)
    return render_to_string("measure/parts/waiting.html", {"indicators": cards}) if cards else SafeString()
