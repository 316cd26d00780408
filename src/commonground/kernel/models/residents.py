"""What is kept of people without an account: a lock that only their words open, and acts without a time.

No table here holds an order: keys are random, days are days, and sealed rows are written in the order of
their salted hashes.
"""

from typing import ClassVar

from django.db import models

from commonground.kernel.models.things import Attested, Thing, new_id


class Receipt(models.Model):
    """The keyed hash of a receipt's entropy; gone once the receipt is burnt."""

    lock = models.BinaryField(max_length=32, primary_key=True)


class Participant(models.Model):
    """One receipt within one container. The database cannot join two containers: the key that could is outside.

    Once its receipt is burnt no browser that still holds the participant can act or read as it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    container = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, blank=True, default="")
    imported = models.BooleanField(default=False)
    burnt = models.BooleanField(default=False)


class PendingAct(models.Model):
    """The latest unsealed act of a participant on a subject. A value of None takes an earlier one back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    container = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    value = models.SmallIntegerField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["container", "participant", "subject"], name="%(class)s_one_pending_act_on_a_subject"
            )
        ]


class Seal(Attested):
    """The root over one shuffled batch of a container's acts; its ledger entry carries the day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    container = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    table = models.CharField(max_length=60)
    count = models.PositiveIntegerField()
    root = models.BinaryField(max_length=32)


class SealedAct(models.Model):
    """One revision of an act; the last one stands. A value of None takes the act back.

    A superseded revision keeps its leaf and loses value and salt, so that nobody can test a guess against it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    container = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField()
    value = models.SmallIntegerField(null=True)
    salt = models.BinaryField(max_length=16, null=True)
    leaf = models.BinaryField(max_length=32)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["container", "participant", "subject", "revision"], name="%(class)s_one_row_a_revision"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(salt__isnull=False),
                name="%(class)s_no_value_without_salt",
            ),
        ]
