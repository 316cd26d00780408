"""The append-only chain, one per space, and the salted leaves that its entries commit to."""

import uuid
from typing import ClassVar

from django.db import models

from commonground.kernel.models.things import Space, new_id

START = bytes(32)


class Chain(models.Model):
    """The end of a space's chain; its row is the lock that keeps two writers from forking it.

    `stirred` counts what residents took back since: no entry tells of it, yet public pages must follow at once.
    """

    space = models.OneToOneField(Space, primary_key=True, on_delete=models.PROTECT)
    length = models.PositiveBigIntegerField(default=0)
    head = models.BinaryField(max_length=32, default=START)
    stirred = models.PositiveBigIntegerField(default=0)


class Entry(models.Model):
    """One act: who by role and party, the verb, the thing, and a commitment to the content.

    The thing is text without a foreign key, so that the entry outlives it. The day is the finest time kept.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    space_id: uuid.UUID
    space = models.ForeignKey(Space, on_delete=models.PROTECT)
    number = models.PositiveBigIntegerField()
    day = models.DateField()
    verb = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=32)
    role = models.CharField(max_length=40)
    party = models.CharField(max_length=65)
    commitment = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["space", "number"], name="a_chain_never_forks")]
        indexes: ClassVar = [models.Index(fields=["thing"], name="entries_of_a_thing")]


class Leaf(models.Model):
    """The salted digest of one row as an act left it. Without its salt it cannot be checked: that is redaction."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.DO_NOTHING, db_constraint=False, related_name="leaves")
    table = models.CharField(max_length=60)
    row = models.CharField(max_length=32)
    gone = models.BooleanField(default=False)
    salt = models.BinaryField(max_length=16, null=True)
    digest = models.BinaryField(max_length=32)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["table", "row"], name="leaves_of_a_row")]
