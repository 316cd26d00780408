"""How indicators and readings appear in the thread."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import thread
from commonground.measure.models import Indicator, Reading


def taken_from(reading: Reading) -> Promise:
    """How many a reading was taken from."""
    return format_lazy(_("n = {n}"), n=reading.n)


thread.register(
    thread.Kind(
        model=Indicator,
        word=_("Measured by"),
        title="name",
        address=lambda row: reverse("measure:indicator", args=[row.id]),
        # The day of its baseline lies before the promises it judges.
        day=lambda _row: None,
        order=50,
    )
)
thread.register(
    thread.Kind(
        model=Reading,
        word=_("Reading"),
        title="title",
        address=lambda row: reverse("measure:indicator", args=[row.indicator_id]),
        day=lambda row: row.day,
        detail=taken_from,
        order=55,
    )
)
