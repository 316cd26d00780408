"""Telling the public what became of what it said, and taking a report back in public."""

from django.utils.translation import gettext_lazy as _

from commonground.kernel import clock, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.listen.actions.conversations import take_in
from commonground.listen.models import Conversation, Engagement
from commonground.listen.text import clean
from commonground.tell.frozen import to_plain
from commonground.tell.gathering import gather
from commonground.tell.models import Publication

TITLE, SUMMARY, REASON = 160, 2000, 1000


class NothingToTell(RefusedAct):
    """No theme was named yet."""

    def __init__(self) -> None:
        super().__init__(
            _("No theme has been named in this engagement yet, so there is nothing to tell. Name one first.")
        )


class AlreadyTold(RefusedAct):
    """A report of this title stands; sending a form twice makes one report."""

    def __init__(self) -> None:
        super().__init__(_("A report of this title stands already. To publish another one, give it another title."))


def check(*, title: str, summary: str) -> tuple[str, str]:
    """Both texts as they are stored. Raises the refusals of `listen.text`."""
    return clean(title, most=TITLE), clean(summary, most=SUMMARY)


@action("publication.publish")
def publish(*, engagement: Engagement, title: str, summary: str, language: str, by: Actor) -> Publication:
    """Publish what was said, agreed, done and changed, as it stands today.

    Residents' acts that wait for a seal are sealed first, so that the report stands on sealed ground. Raises
    NothingToTell, AlreadyTold and the refusals of `listen.text`.
    """
    named, said = check(title=title, summary=summary)
    if Publication.objects.filter(engagement=engagement, title=named, withdrawn=None).exists():
        raise AlreadyTold
    for conversation in Conversation.objects.select_for_update().filter(engagement=engagement, status="open"):
        take_in(conversation)
    gathered = gather(engagement)
    if not gathered.told.themes:
        raise NothingToTell
    publication = Publication.register(
        language=language,
        engagement=engagement,
        title=named,
        summary=said,
        published=clock.today(),
        content=to_plain(gathered.told),
    )
    thread.link_many(gathered.things, "told in", publication)
    return publication


@action("publication.withdraw")
def withdraw(*, publication: Publication, reason: str, by: Actor) -> Publication:
    """Take a report back today. Its page stays, with the reason. Raises the refusals of `listen.text`."""
    publication.reason = clean(reason, most=REASON)
    publication.withdrawn = clock.today()
    publication.save()
    return publication
