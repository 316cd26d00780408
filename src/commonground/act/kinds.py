"""How this room's things appear in the thread."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commonground.act.models import Commitment, Evidence
from commonground.act.sentences import standing
from commonground.kernel import thread

thread.register(
    thread.Kind(
        model=Commitment,
        word=_("Promised"),
        title="wording",
        address=lambda row: reverse("act:commitment", args=[row.id]),
        day=lambda row: row.made,
        detail=standing,
        late=lambda row: row.is_late,
        order=40,
    )
)
thread.register(
    thread.Kind(
        model=Evidence,
        word=_("Shown for it"),
        title="sentence",
        address=lambda row: f"{reverse('act:commitment', args=[row.commitment_id])}#evidence-{row.id}",
        day=lambda row: row.day,
        order=45,
    )
)
