"""How this room's things appear in the thread, and which tables its seals take in."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commonground.kernel import seals, thread
from commonground.listen.models import Conversation, Engagement, PendingVote, SealedVote, Theme, Voice

seals.register(PendingVote, SealedVote)

thread.register(
    thread.Kind(
        model=Engagement,
        word=_("Asked"),
        title="title",
        address=lambda row: reverse("listen:engagement", args=[row.id]),
        day=lambda row: row.opens,
        order=0,
    )
)
thread.register(
    thread.Kind(
        model=Conversation,
        word=_("Talked over"),
        title="question",
        address=lambda row: reverse("listen:conversation", args=[row.id]),
        day=lambda row: row.opened,
        order=5,
    )
)
thread.register(
    thread.Kind(
        model=Voice,
        word=_("Said"),
        title="text",
        address=lambda row: reverse("listen:voice", args=[row.id]),
        # The week or day of a single voice says more of its author than of the thread.
        day=lambda _row: None,
        order=10,
        quote=True,
    )
)
thread.register(
    thread.Kind(
        model=Theme,
        word=_("Heard as a theme"),
        title="name",
        address=lambda row: reverse("listen:theme", args=[row.id]),
        day=lambda row: row.named_on,
        order=20,
    )
)
