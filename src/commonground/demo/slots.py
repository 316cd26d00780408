"""The demo's door on pages of lower rooms."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from commonground.kernel import thread
from commonground.kernel.actor import Actor
from commonground.kernel.models import Registered


@thread.fill("sign-in.after")
@thread.fill("home.after")
def door(_nothing: Registered | None, _actor: Actor) -> SafeString:
    """A way to the page of personas; nothing in a town."""
    return render_to_string("demo/parts/door.html") if settings.DEMO else SafeString("")
