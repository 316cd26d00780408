"""What this room puts on the pages of lower rooms and into the workspace."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonground.agree import queries
from commonground.kernel import access, thread
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.models import Registered
from commonground.people.models import Table

NOTHING = SafeString("")


@thread.fill("theme.actions")
def put_to_a_table(theme: Registered, actor: Actor) -> SafeString:
    """The chair's way from a theme to a motion; nothing for anybody else."""
    if not isinstance(actor, Holder) or not actor.chairing or actor.table is None:
        return NOTHING
    table = access.visible(Table, actor).filter(pk=actor.table).first()
    if table is None or not access.may(actor, "motion.open", table):
        return NOTHING
    return render_to_string("agree/parts/put.html", {"theme": theme})


@thread.fill("workspace.todo")
def waiting_for_your_vote(_organisation: Registered, actor: Actor) -> SafeString:
    """The open motions on which the actor's seat has not voted; nothing for those who hold no seat."""
    if not isinstance(actor, Holder) or actor.seat is None:
        return NOTHING
    return render_to_string("agree/parts/waiting.html", {"motions": queries.waiting_for(actor)})
