"""How this room's things appear in the thread."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commonground.agree.models import Motion, Priority
from commonground.kernel import thread

thread.register(
    thread.Kind(
        model=Motion,
        word=_("Put to a table"),
        title="wording",
        address=lambda row: reverse("agree:motion", args=[row.id]),
        day=lambda row: row.opened,
        detail=lambda row: _("The vote is open.") if row.closed is None else _("The vote is closed."),
        order=25,
    )
)
thread.register(
    thread.Kind(
        model=Priority,
        word=_("Agreed as a priority"),
        title="wording",
        address=lambda row: reverse("agree:priority", args=[row.id]),
        day=lambda row: row.adopted,
        order=30,
    )
)
