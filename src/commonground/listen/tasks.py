"""What the passing of a day does to conversations. No task carries a resident's key."""

from django.tasks import task

from commonground.kernel import clock
from commonground.kernel.actor import Clock
from commonground.listen.actions import conversations, engagements, snapshots
from commonground.listen.models import Conversation, Engagement


@task
def daily() -> dict[str, int]:
    """Close what is past its last day, seal what people did, and work out results that are due; counts of each.

    Running it twice on a day does what was left to do, and else nothing.
    """
    done = {"closed": 0, "sealed": 0, "results": 0}
    for conversation in Conversation.objects.select_related("engagement", "thing").order_by("pk"):
        if conversation.status == Conversation.Status.OPEN and conversation.ended_on is not None:
            conversations.close(conversation=conversation, by=Clock())
            done["closed"] += 1
            continue
        # A vote may reach a conversation in the moment it closes; it is sealed with the next day.
        if conversations.awaits_seal(conversation):
            conversations.seal(conversation=conversation, by=Clock())
            done["sealed"] += 1
        if snapshots.due(conversation):
            snapshots.make(conversation=conversation, by=Clock())
            done["results"] += 1
    for engagement in Engagement.objects.filter(closed=None, closes__lt=clock.today()):
        engagements.close(engagement=engagement, by=Clock())
    return done
