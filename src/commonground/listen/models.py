"""What was asked, said and voted, and what people named it: engagements, conversations, voices, votes, themes."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from commonground.kernel import clock
from commonground.kernel.models import Participant, PendingAct, Registered, SealedAct, new_id
from commonground.people.models import Neighbourhood, Organisation


class Level(models.TextChoices):
    """How far an engagement promises to go, on the spectrum of public participation."""

    INFORM = "inform", _("Inform")
    CONSULT = "consult", _("Consult")
    INVOLVE = "involve", _("Involve")
    COLLABORATE = "collaborate", _("Collaborate")
    EMPOWER = "empower", _("Empower")


MEANINGS: dict[str, LazyText] = {
    Level.INFORM: _("We tell you what is planned and what comes of it."),
    Level.CONSULT: _("We listen, and every theme gets a public answer."),
    Level.INVOLVE: _("At least one theme that people raised becomes a shared priority."),
    Level.COLLABORATE: _("Residents hold a voting seat, and both sides do part of the work."),
    Level.EMPOWER: _("The table decides, and a charter binds the authority to its vote."),
}


class Engagement(Registered):
    """One time of listening, with what it promises and a host who is not of the police.

    `police_see` says in plain words what the police can see of it; `closes` is the last day on which people can speak.
    """

    kind = "engagement"
    title = models.CharField(max_length=160)
    purpose = models.TextField()
    promise = models.CharField(max_length=12, choices=Level.choices)
    police_see = models.TextField()
    opened_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="engagements_opened")
    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="engagements")
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, on_delete=models.PROTECT, related_name="engagements")
    opens = models.DateField()
    closes = models.DateField()
    closed = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(closes__gte=models.F("opens")), name="an_engagement_closes_after_it_opens"
            ),
            models.CheckConstraint(condition=models.Q(promise__in=Level.values), name="a_promise_on_the_spectrum"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ended_on(self) -> date | None:
        """The last day on which people could speak, once it has passed."""
        if self.closed is not None:
            return self.closed
        return self.closes if self.closes < clock.today() else None


class Conversation(Registered):
    """One question that anybody answers with statements and votes."""

    kind = "conversation"
    read_with = ("engagement",)

    class Status(models.TextChoices):
        """Whether people can still speak."""

        OPEN = "open", _("open")
        CLOSED = "closed", _("closed")

    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="conversations")
    question = models.CharField(max_length=240)
    status = models.CharField(max_length=6, choices=Status.choices, default=Status.OPEN)
    opened = models.DateField()
    closed = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(status="open", closed__isnull=True)
                | models.Q(status="closed", closed__isnull=False),
                name="a_closed_conversation_has_its_day",
            )
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def ended_on(self) -> date | None:
        """The day it closed, once nobody can speak any more."""
        return self.closed or self.engagement.ended_on


class Voice(Registered):
    """One thing said. A statement is a voice open to votes; nobody but its host and its author sees it until passed.

    `number` is given on passing, so that it tells nothing of when it was written. `awaits_seal` stays true until an
    act attests the row. A withdrawn voice keeps its key and loses its text.
    """

    kind = "voice"

    class Form(models.TextChoices):
        """The kinds of thing said."""

        STATEMENT = "statement", _("statement")
        FEEDBACK = "feedback", _("feedback")
        NOTE = "note", _("note")

    class Status(models.TextChoices):
        """What became of it at its host's."""

        WAITING = "waiting", _("waiting")
        PASSED = "passed", _("passed")
        REJECTED = "rejected", _("rejected")
        QUARANTINED = "quarantined", _("held back")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Reason(models.TextChoices):
        """The published reasons for which a host may reject a statement, and no others."""

        PERSON = "person", _("It could identify a person")
        DUPLICATE = "duplicate", _("Another statement says the same")
        ELSEWHERE = "elsewhere", _("It is about another question")
        SEVERAL = "several", _("It says several things at once, so nobody could vote on it")
        HARM = "harm", _("It threatens or degrades people")

    unattested = frozenset({"awaits_seal"})
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="voices")
    conversation = models.ForeignKey(Conversation, null=True, on_delete=models.PROTECT, related_name="voices")
    form = models.CharField(max_length=9, choices=Form.choices, default=Form.STATEMENT)
    text = models.TextField()
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.WAITING)
    reason = models.CharField(max_length=9, choices=Reason.choices, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")
    participant = models.ForeignKey(Participant, null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(null=True)
    day = models.DateField()
    awaits_seal = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["conversation", "number"],
                condition=models.Q(number__isnull=False),
                name="one_statement_a_number",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="withdrawn") | models.Q(text=""), name="a_withdrawn_voice_has_no_text"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["conversation", "status"], name="voices_by_status")]


class Theme(Registered):
    """What several voices have in common, named by people."""

    kind = "theme"
    engagement = models.ForeignKey(Engagement, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=120)
    description = models.TextField()
    named_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="themes")
    named_on = models.DateField()

    def __str__(self) -> str:
        return self.name


class Snapshot(Registered):
    """The results of a conversation as they stood on a day: what pages show, instead of votes.

    `results` holds aggregates alone, already suppressed; never a position, a membership or a text.
    """

    kind = "snapshot"
    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="snapshots")
    ordinal = models.PositiveIntegerField()
    as_of = models.DateField()
    people = models.PositiveIntegerField()
    version = models.CharField(max_length=40)
    parameters = models.JSONField()
    results = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["conversation", "ordinal"], name="snapshots_of_a_conversation_in_order")
        ]


class Choice(models.IntegerChoices):
    """A vote on a statement."""

    AGREE = 1, pgettext_lazy("a vote", "Agree")
    DISAGREE = -1, pgettext_lazy("a vote", "Disagree")
    PASS = 0, pgettext_lazy("a vote", "Pass")


class PendingVote(PendingAct):
    """A vote that no seal has taken in yet."""


class SealedVote(SealedAct):
    """One revision of a vote under a seal."""


class StagedVote(models.Model):
    """A vote of an import before it goes live; `id`, `salt` and `leaf` are those it will have when sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    batch = models.UUIDField(db_index=True)
    participant = models.UUIDField()
    subject = models.UUIDField()
    value = models.SmallIntegerField()
    salt = models.BinaryField(max_length=16)
    leaf = models.BinaryField(max_length=32)
