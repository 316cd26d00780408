"""Evidence: a sentence, and a link under which anybody can look for themselves."""

from django.utils.translation import gettext_lazy as _

from commonground.act.links import host_of
from commonground.act.models import SENTENCE, Commitment, Evidence
from commonground.kernel import clock, thread
from commonground.kernel.actions import action
from commonground.kernel.actor import Actor
from commonground.kernel.refusals import RefusedAct
from commonground.listen.text import clean


class AlreadyShown(RefusedAct):
    """The same evidence stands; sending a form twice shows it once."""

    def __init__(self) -> None:
        super().__init__(_("This evidence is shown here already."))


@action("evidence.show")
def show(*, commitment: Commitment, sentence: str, link: str, language: str, by: Actor) -> Evidence:
    """Show something for one's own promise. Raises NoSuchLink, AlreadyShown and the refusals of `text.clean`."""
    said, address = clean(sentence, most=SENTENCE), link.strip()
    host_of(address)
    if Evidence.objects.filter(commitment=commitment, sentence=said, link=address).exists():
        raise AlreadyShown
    shown = Evidence.register(language=language, commitment=commitment, sentence=said, link=address, day=clock.today())
    thread.link(commitment, "shown by", shown)
    return shown
