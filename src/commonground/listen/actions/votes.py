"""Votes on statements: one row a person and statement, overwritten until it is sealed."""

from django.utils.translation import gettext_lazy as _

from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.listen.actions.conversations import participant_in, require_open
from commonground.listen.models import Choice, Conversation, PendingVote, Voice


class NotVotable(RefusedAct):
    """The statement is not open to votes in this conversation."""

    def __init__(self) -> None:
        super().__init__(
            _("This statement is not open to votes here. It may have been withdrawn. Go on with the next one.")
        )


@action("vote.cast", sealed=True)
def cast(*, conversation: Conversation, voice: Voice, choice: Choice, by: Actor) -> None:
    """Vote on a statement, or change the vote; the last one counts. Raises NotOpen, NotBegun, NotVotable."""
    if voice.conversation_id != conversation.id or voice.status != Voice.Status.PASSED:
        raise NotVotable
    _write(conversation, voice, Choice(choice).value, by)


@action("vote.take-back", sealed=True)
def take_back(*, conversation: Conversation, voice: Voice, by: Actor) -> None:
    """Take a vote back; a sealed one loses its value at the next seal. Raises NotOpen, NotBegun, NotVotable."""
    if voice.conversation_id != conversation.id:
        raise NotVotable
    _write(conversation, voice, None, by)


def _write(conversation: Conversation, voice: Voice, value: int | None, by: Actor) -> None:
    require_open(conversation)
    vote = PendingVote(
        container_id=conversation.id,
        participant_id=participant_in(conversation, by),
        subject_id=voice.id,
        value=value,
    )
    # One statement of SQL: two browsers, or one impatient finger, cannot make two rows of one vote.
    PendingVote.objects.bulk_create(
        [vote], update_conflicts=True, unique_fields=["container", "participant", "subject"], update_fields=["value"]
    )
