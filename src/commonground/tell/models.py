"""What is told to the public: a page frozen on the day it was published."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.kernel.models import Registered
from commonground.listen.models import Engagement


class Publication(Registered):
    """What was said, agreed, done and changed since an engagement, as it stood on the day of publishing.

    `content` is the frozen page (`tell.content.Told` as JSON). It holds the keys of residents' statements and never
    their text, so that a withdrawn statement is gone from here too.
    """

    kind = "publication"
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="publications")
    title = models.CharField(max_length=160)
    summary = models.TextField()
    published = models.DateField()
    content = models.JSONField()
    withdrawn = models.DateField(null=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        verbose_name = _("publication")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(withdrawn__isnull=True) | ~models.Q(reason=""),
                name="a_publication_is_withdrawn_for_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn__isnull=True) | models.Q(withdrawn__gte=models.F("published")),
                name="a_publication_is_withdrawn_after_it_was_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title
