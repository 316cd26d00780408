"""What residents say, and how they take it back."""

from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock, ledger
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.models import Translation
from commonground.kernel.refusals import RefusedAct
from commonground.listen.actions.conversations import participant_in, require_open
from commonground.listen.models import Conversation, Voice
from commonground.listen.text import clean, same

LONGEST_STATEMENT = 500


class AlreadySaid(RefusedAct):
    """A passed statement of the conversation says the same. Carries it."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        super().__init__(
            format_lazy(
                _(
                    "Statement {number} says the same: “{text}”. Vote on that one, so that its votes are not split "
                    "in two."
                ),
                number=voice.number,
                text=voice.text,
            )
        )


@action("voice.record", sealed=True)
def record(*, conversation: Conversation, text: str, language: str, by: Actor) -> Voice:
    """Say something in a conversation. It waits, seen by its author and its host alone, until the host passes it.

    Sending the same text twice is the same as once. Raises NotOpen, NotBegun, AlreadySaid, what `clean` raises.
    """
    require_open(conversation)
    participant = participant_in(conversation, by)
    said = clean(text, most=LONGEST_STATEMENT)
    own, passed = _twins(conversation, said, participant)
    if passed is not None:
        raise AlreadySaid(passed)
    if own is not None:
        return own
    return Voice.register(
        language=language,
        engagement=conversation.engagement,
        conversation=conversation,
        text=said,
        participant_id=participant,
        day=clock.today(),
        awaits_seal=True,
    )


def _twins(conversation: Conversation, said: str, participant: UUID) -> tuple[Voice | None, Voice | None]:
    """The author's own waiting statement, and the passed one, that say the same.

    Another author's waiting statement is not looked at: nobody but its host may learn that it is there.
    """
    wanted = same(said)
    waiting = Voice.objects.filter(conversation=conversation, participant=participant, status=Voice.Status.WAITING)
    passed = Voice.objects.filter(conversation=conversation, status=Voice.Status.PASSED)
    return (
        next((voice for voice in waiting if same(voice.text) == wanted), None),
        next((voice for voice in passed.order_by("number") if same(voice.text) == wanted), None),
    )


@action("voice.withdraw", sealed=True)
def withdraw(*, voice: Voice, by: Actor) -> Voice:
    """Take back what one said: its text and translations are erased and can no longer be tested against the ledger.

    It leaves every page, and the analysis as a rejected statement would: votes on it count only towards how many
    people voted how often. The row stays empty, so that those votes and the thread stay whole.
    """
    for translation in Translation.objects.filter(thing=voice.thing):
        translation.text = ""
        # The hash of a short sentence can be guessed; the key keeps translations of one text apart.
        translation.source = translation.pk.hex
        translation.save()
        ledger.redact([translation])
    voice.text, voice.note, voice.reason = "", "", ""
    voice.status = Voice.Status.WITHDRAWN
    voice.awaits_seal = True
    voice.save()
    ledger.redact([voice])
    ledger.stir()
    return voice
