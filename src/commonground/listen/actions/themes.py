"""Naming what several voices have in common, and joining voices to it."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock, seals, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor, Holder
from commonground.kernel.refusals import RefusedAct
from commonground.listen.models import Conversation, Engagement, Theme, Voice
from commonground.listen.text import clean

LONGEST_NAME = 120
LONGEST_DESCRIPTION = 1000


class NotOfThisEngagement(RefusedAct):
    """A voice or conversation belongs elsewhere, or a voice was not passed."""

    def __init__(self) -> None:
        super().__init__(
            _("Only passed statements of this engagement can be joined to its themes. Nothing was changed.")
        )


class NobodyNamedIt(RefusedAct):
    """A theme is named by people, in a role."""

    def __init__(self) -> None:
        super().__init__(_("A theme is named by somebody with a role in an organisation."))


class AlreadyNamed(RefusedAct):
    """The engagement has a theme of this name."""

    def __init__(self) -> None:
        super().__init__(_("This engagement has a theme of this name. Nothing was added a second time."))


@action("theme.name")
def name(
    *, engagement: Engagement, name: str, description: str, conversation: Conversation, language: str, by: Actor
) -> Theme:
    """Name a theme that a conversation raised. Raises NotOfThisEngagement and AlreadyNamed."""
    if not isinstance(by, Holder) or by.organisation is None:
        raise NobodyNamedIt
    if conversation.engagement_id != engagement.id:
        raise NotOfThisEngagement
    said = clean(name, most=LONGEST_NAME)
    if Theme.objects.filter(engagement=engagement, name=said).exists():
        raise AlreadyNamed
    made = Theme.register(
        language=language,
        engagement=engagement,
        name=said,
        description=clean(description, most=LONGEST_DESCRIPTION),
        named_by_id=by.organisation,
        named_on=clock.today(),
    )
    thread.link(conversation, "raised", made)
    return made


@action("theme.assign")
def assign(*, theme: Theme, voices: Iterable[Voice], by: Actor) -> Theme:
    """Join voices to a theme; those already joined stay. Raises NotOfThisEngagement."""
    joined = [
        voice
        for some in seals.chunks([voice.id for voice in voices])
        for voice in Voice.objects.select_related("thing").filter(pk__in=some)
    ]
    if any(voice.engagement_id != theme.engagement_id or voice.status != Voice.Status.PASSED for voice in joined):
        raise NotOfThisEngagement
    thread.link_many(joined, "assigned", theme)
    return theme


@action("theme.release")
def release(*, theme: Theme, voice: Voice, by: Actor) -> Theme:
    """Take a voice out of a theme from today; that it was joined stays on record."""
    thread.end(voice, "assigned", theme)
    return theme
