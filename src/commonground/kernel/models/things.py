"""Things, the parties that own them, the spaces they lie in and the edges that thread them."""

import secrets
import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.kernel import act
from commonground.kernel.actor import PartyKind

COMMON = uuid.UUID(int=0)


def new_id() -> uuid.UUID:
    """128 random bits: an identifier that tells neither order nor number."""
    return uuid.UUID(bytes=secrets.token_bytes(16))


class AttestedQuerySet[M: "Attested"](models.QuerySet[M]):
    """Refuses the bulk writes that would slip past the ledger."""

    def update(self, **kwargs: Any) -> int:
        raise act.OutsideAnAct("Attested rows are saved one by one, so that each leaves its leaf.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise act.OutsideAnAct("Attested rows are deleted one by one, so that each leaves its leaf.")

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        made = super().bulk_create(objs, *args, **kwargs)
        for row in made:
            act.under_way().touch(row)
        return made


class Attested(models.Model):
    """A row whose every change happens inside an action and leaves a salted leaf in the ledger.

    All its columns are attested but those named in `unattested`.
    """

    unattested: ClassVar[frozenset[str]] = frozenset()
    objects: ClassVar[Any] = AttestedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        act.under_way().touch(self)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        act.under_way().touch(self, gone=True)
        return super().delete(*args, **kwargs)


class Space(models.Model):
    """A container that one party owns and only its people see; the common space has no owner and is for all."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.ForeignKey("kernel.Party", null=True, on_delete=models.PROTECT, related_name="owned_spaces")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(id=COMMON) | models.Q(owner__isnull=False), name="only_the_common_space_is_unowned"
            )
        ]

    @classmethod
    def common(cls) -> uuid.UUID:
        """The key of the space that everybody shares."""
        return COMMON


class Thing(models.Model):
    """The key that every registered row shares: what the thread, the ledger and translations point at."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=40)
    space = models.ForeignKey(Space, on_delete=models.PROTECT, default=Space.common)
    language = models.CharField(max_length=35, help_text="BCP-47 tag of the source text")


class Registered(Attested):
    """A row that is a Thing. `kind` names it in the thread, the policy and the ledger.

    `read_with` names the rows that its rules always ask about, so that an act reads them in one query with it.
    """

    kind: ClassVar[str]
    read_with: ClassVar[tuple[str, ...]] = ()
    thing = models.OneToOneField(Thing, primary_key=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    @classmethod
    def register(cls, *, language: str, space: uuid.UUID = COMMON, **columns: Any) -> Self:
        """Make the Thing and the row that shares its key."""
        thing = Thing.objects.create(kind=cls.kind, space_id=space, language=language)
        row = cls(thing=thing, **columns)
        row.save(force_insert=True)
        return row

    @classmethod
    def register_many(cls, rows: Iterable[dict[str, Any]], *, language: str, space: uuid.UUID = COMMON) -> list[Self]:
        """Many rows at once, as imports need; each dict holds one row's columns, and may hold its own `language`."""
        made = []
        things = []
        for columns in rows:
            own = dict(columns)
            thing = Thing(kind=cls.kind, space_id=space, language=own.pop("language", language))
            things.append(thing)
            made.append(cls(thing=thing, **own))
        Thing.objects.bulk_create(things, batch_size=500)
        cls.objects.bulk_create(made, batch_size=200)
        return made

    @property
    def id(self) -> uuid.UUID:
        """The Thing's key."""
        key: uuid.UUID = self.thing_id
        return key


class Party(Registered):
    """A side that owns, signs and is counted: one police service, one board, one Nation, the residents.

    Two Nations are two parties; one cannot sign for the other.
    """

    kind = "party"
    side = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in PartyKind])
    name = models.CharField(max_length=160, unique=True)

    class Meta:
        verbose_name = _("party")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(side__in=[kind.value for kind in PartyKind]), name="party_side_known"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Edge(Attested):
    """One step of the thread, from what was to what became of it. Ended, never deleted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="leads_to")
    target = models.ForeignKey(Thing, on_delete=models.PROTECT, related_name="comes_from")
    relation = models.CharField(max_length=40)
    made = models.DateField()
    ended = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "target", "relation"],
                condition=models.Q(ended__isnull=True),
                name="one_living_edge_of_a_kind",
            ),
            models.CheckConstraint(condition=~models.Q(source=models.F("target")), name="no_edge_to_itself"),
        ]
