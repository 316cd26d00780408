"""Translations of anything a person wrote, in any language, each with who made and who reviewed it."""

from typing import ClassVar

from django.db import models

from commonground.kernel.models.things import Attested, Thing, new_id


class Translation(Attested):
    """One field of one thing in one language. `source` hashes the text it was made from: an edit makes it stale."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thing = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="translations")
    field = models.CharField(max_length=40)
    language = models.CharField(max_length=35)
    source = models.CharField(max_length=64)
    text = models.TextField()
    translator = models.CharField(max_length=120)
    reviewer = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thing", "field", "language", "source"], name="one_translation_of_a_text")
        ]
