"""Working out results: never vote by vote, so that nobody's votes can be read off the difference."""

from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.analysis.opinion import Votes, analyse
from commonground.kernel import clock, seals, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.listen.models import Conversation, SealedVote, Snapshot, Voice
from commonground.listen.results import publishable

NEW_PEOPLE = 10
MODERATION: dict[str, int] = {Voice.Status.PASSED: 1, Voice.Status.REJECTED: -1, Voice.Status.WITHDRAWN: -1}


class TooFewNewPeople(RefusedAct):
    """Fewer than ten new people have voted since the last results."""

    def __init__(self) -> None:
        super().__init__(
            format_lazy(
                _(
                    "Results move only when at least {count} new people have voted since the last ones, or when the "
                    "conversation closes."
                ),
                count=NEW_PEOPLE,
            )
        )


@action("snapshot.make")
def make(*, conversation: Conversation, by: Actor) -> Snapshot:
    """Store the results as they stand today. Raises TooFewNewPeople."""
    if not due(conversation):
        raise TooFewNewPeople
    made = work_out(conversation)
    if made is None:
        raise TooFewNewPeople
    return made


def due(conversation: Conversation) -> bool:
    """Whether at least ten people more than in the last results have sealed votes."""
    last = Snapshot.objects.filter(conversation=conversation).order_by("-ordinal").first()
    return people_in(conversation) - (last.people if last else 0) >= NEW_PEOPLE


def people_in(conversation: Conversation) -> int:
    """How many people have a sealed vote that stands, on a statement that was judged."""
    counted = Voice.objects.filter(conversation=conversation, status__in=MODERATION).values("pk")
    votes = seals.standing(conversation, SealedVote).filter(subject__in=counted)
    count: int = votes.values("participant").distinct().count()
    return count


def work_out(conversation: Conversation, *, at_close: bool = False) -> Snapshot | None:
    """The analysis of all sealed votes, stored inside the act under way; None while nobody has voted.

    Rejected and withdrawn statements count towards who voted often enough, and nowhere else. At close the results
    move for any number of new votes, for they are the last.
    """
    labels = _labels(conversation)
    opinions = analyse(_votes(conversation, labels))
    last = Snapshot.objects.filter(conversation=conversation).order_by("-ordinal").first()
    if opinions.participants == 0:
        return None
    if not at_close and last is not None and opinions.participants - last.people < NEW_PEOPLE:
        return None
    made = Snapshot.register(
        language=conversation.thing.language,
        conversation=conversation,
        ordinal=last.ordinal + 1 if last else 1,
        as_of=clock.today(),
        people=opinions.participants,
        version=opinions.version,
        parameters=dict(opinions.parameters),
        results=publishable(opinions, {label: key.hex for key, (label, _moderation) in labels.items()}),
    )
    thread.link(conversation, "worked out in", made)
    return made


def _labels(conversation: Conversation) -> dict[UUID, tuple[str | int, int]]:
    """Label and moderation of each judged statement.

    Labels are the public numbers, as in an export, so that the analysis here and that of the export are one.
    """
    rows = Voice.objects.filter(conversation=conversation, status__in=MODERATION).values_list("pk", "number", "status")
    return {key: (key.hex if number is None else number, MODERATION[status]) for key, number, status in rows}


def _votes(conversation: Conversation, labels: dict[UUID, tuple[str | int, int]]) -> Votes:
    standing = seals.standing(conversation, SealedVote).values_list("participant_id", "subject_id", "value")
    return Votes.of(
        (
            (participant.hex, labels[subject][0], value)
            for participant, subject, value in standing.iterator(chunk_size=5000)
            if subject in labels
        ),
        moderation=dict(labels.values()),
    )
