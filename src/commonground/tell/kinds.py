"""How reports appear in the thread."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commonground.kernel import thread
from commonground.tell.models import Publication

thread.register(
    thread.Kind(
        model=Publication,
        word=_("Told to everybody"),
        title="title",
        address=lambda row: reverse("tell:publication", args=[row.id]),
        day=lambda row: row.published,
        detail=lambda row: _("This report was taken back.") if row.withdrawn else "",
        order=60,
    )
)
