"""What a host does with statements that wait: pass them, or reject them for a published reason."""

from django.db.models import Max

from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.listen.models import Conversation, Voice
from commonground.listen.text import clean

LONGEST_NOTE = 300


@action("statement.pass")
def pass_(*, voice: Voice, by: Actor) -> Voice:
    """Let a statement be seen and voted on, under the next number of its conversation."""
    if voice.conversation_id is not None and voice.number is None:
        # Locked, so that two hosts at once do not give one number twice.
        Conversation.objects.select_for_update().get(pk=voice.conversation_id)
        last = Voice.objects.filter(conversation=voice.conversation_id).aggregate(last=Max("number"))["last"]
        voice.number = 1 if last is None else last + 1
    voice.status = Voice.Status.PASSED
    voice.awaits_seal = False
    voice.save()
    return voice


@action("statement.reject")
def reject(*, voice: Voice, reason: Voice.Reason, note: str, by: Actor) -> Voice:
    """Keep a statement back, for a published reason that its author can read."""
    voice.status = Voice.Status.REJECTED
    voice.reason = Voice.Reason(reason).value
    voice.note = clean(note, most=LONGEST_NOTE) if note.strip() else ""
    voice.awaits_seal = False
    voice.save()
    return voice
