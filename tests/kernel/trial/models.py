"""The smallest room that uses every part of the kernel, so that the kernel is tested without any real room."""

from typing import ClassVar

from django.db import models

from commonground.kernel.models import Party, PendingAct, Registered, SealedAct


class Meeting(Registered):
    """Something a party owns, that is open or not and may be voted in."""

    kind = "meeting"
    name = models.CharField(max_length=100)
    status = models.CharField(max_length=10, default="open")
    owner = models.ForeignKey(Party, null=True, on_delete=models.PROTECT)
    secret = models.CharField(max_length=100, default="")


class PendingMark(PendingAct):
    class Meta(PendingAct.Meta):
        pass


class SealedMark(SealedAct):
    class Meta(SealedAct.Meta):
        constraints: ClassVar = [*SealedAct.Meta.constraints]
