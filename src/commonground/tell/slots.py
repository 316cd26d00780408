"""What this room puts into the page of an engagement."""

from typing import cast

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from commonground.kernel import access, thread
from commonground.kernel.actor import Actor
from commonground.kernel.models import Registered
from commonground.listen.models import Engagement
from commonground.tell import queries


@thread.fill("engagement.after")
def reports_on(thing: Registered, actor: Actor) -> SafeString:
    """The reports on an engagement, and for its coordinator the way to publish one."""
    engagement = cast(Engagement, thing)
    new = reverse("tell:new", args=[engagement.id]) if access.may(actor, "publication.publish", engagement) else ""
    reports = queries.of_engagement(engagement, for_=actor)
    if not reports and not new:
        return SafeString()
    return render_to_string("tell/parts/of_engagement.html", {"publications": reports, "new": new})
