"""What this room puts into the workspace: what waits for a host, and what a coordinator has open."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonground.kernel import thread
from commonground.kernel.actor import Actor, Holder, Role
from commonground.kernel.models import Registered
from commonground.listen.queries.desk import engagements_of_coordinator, engagements_of_host

NOTHING = SafeString("")


@thread.fill("workspace.todo")
def waiting_statements(_organisation: Registered, actor: Actor) -> SafeString:
    """For a host: the engagements they host, with how many statements wait for them."""
    if not isinstance(actor, Holder) or actor.role is not Role.HOST:
        return NOTHING
    return render_to_string("listen/parts/hosted.html", {"engagements": engagements_of_host(actor)})


@thread.fill("workspace.todo")
def own_engagements(_organisation: Registered, actor: Actor) -> SafeString:
    """For a coordinator: the engagements their office opened, and the way to open another."""
    if not isinstance(actor, Holder) or actor.role is not Role.COORDINATOR:
        return NOTHING
    return render_to_string("listen/parts/opened.html", {"engagements": engagements_of_coordinator(actor)})
