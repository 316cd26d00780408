"""Organisations, the tables they sit at, who holds which seat or role, and the neighbourhoods of a place."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock
from commonground.kernel.actor import Role
from commonground.kernel.models import Attested, Party, Registered, new_id

PUBLIC_DAYS = 14


class People(BaseUserManager["Person"]):
    """Makes persons with a normalised address and a hashed password."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "Person":
        """A new account. Without a password nobody can sign in to it."""
        person = Person(email=self.normalize_email(email).lower(), name=name)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    """Somebody who took a role and signs in. Whoever merely speaks is never here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    demo_persona = models.SlugField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    last_login = None
    objects = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Place(Registered):
    """The one place this installation serves, opened by people of two parties."""

    kind = "place"
    name = models.CharField(max_length=120)
    opened = models.DateField()
    synthetic = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Organisation(Registered):
    """A police service, an office, an association. It belongs to at most one party; a steward's belongs to none."""

    kind = "organisation"
    name = models.CharField(max_length=160, unique=True)
    party = models.ForeignKey(Party, null=True, on_delete=models.PROTECT, related_name="organisations")

    def __str__(self) -> str:
        return self.name


class Neighbourhood(Registered):
    """A part of the place that residents would name."""

    kind = "neighbourhood"
    name = models.CharField(max_length=120, unique=True)
    population = models.PositiveIntegerField(null=True)

    def __str__(self) -> str:
        return self.name


class Table(Registered):
    """A shared table and its rule: how many must be present in all and of each side, and the share that is not police.

    `present_of_sides` maps a side's word to the seats of it that must be present.
    """

    kind = "table"
    name = models.CharField(max_length=160, unique=True)
    purpose = models.TextField()
    quorum = models.PositiveSmallIntegerField()
    share_not_police = models.FloatField(default=0.5)
    present_of_sides = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(quorum__gte=1), name="a_quorum_of_somebody"),
            models.CheckConstraint(
                condition=models.Q(share_not_police__gte=0) & models.Q(share_not_police__lte=1),
                name="a_share_between_none_and_all",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(Attested):
    """One seat of a party at a table, held by one person from one day to another.

    It counts for votes and quorum only after it has been public for 14 days; the first seats of a place, made in the
    opening ceremony by two parties, count at once.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    table = models.ForeignKey(Table, on_delete=models.PROTECT, related_name="seats")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    title = models.CharField(max_length=120)
    chairing = models.BooleanField(default=False)
    from_day = models.DateField()
    to_day = models.DateField(null=True)
    founding = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(to_day__isnull=True) | models.Q(to_day__gte=models.F("from_day")),
                name="a_seat_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["table", "person"],
                condition=models.Q(to_day__isnull=True),
                name="one_living_seat_a_person_at_a_table",
            ),
        ]

    @property
    def counts_from(self) -> date:
        """The first day on which this seat counts."""
        first: date = self.from_day
        return first if self.founding else first + timedelta(days=PUBLIC_DAYS)

    def counts_on(self, day: date) -> bool:
        """Whether the seat counts for votes and quorum on a day."""
        return self.counts_from <= day and (self.to_day is None or day <= self.to_day)


class Appointment(Attested):
    """A role that a person holds in an organisation: coordinator, host, steward, officer, manager, member."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role if role is not Role.SEAT])
    title = models.CharField(max_length=120)
    from_day = models.DateField()
    to_day = models.DateField(null=True)

    class Meta:
        verbose_name = _("appointment")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=models.Q(to_day__isnull=True),
                name="one_living_appointment_of_a_kind",
            )
        ]


def on(day: date | None = None, prefix: str = "") -> models.Q:
    """The filter for seats and appointments that are held on a day, by default today."""
    when = day or clock.today()
    ends: Any = {f"{prefix}to_day__gte": when}
    return models.Q(**{f"{prefix}from_day__lte": when}) & (
        models.Q(**{f"{prefix}to_day__isnull": True}) | models.Q(**ends)
    )
