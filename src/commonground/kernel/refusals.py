"""Acts that did not happen, each with a sentence that says why and what would mend it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise


class RefusedAct(Exception):
    """A rule of the house said no. Nothing was changed. `sentence` is for the person who tried."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


class Forbidden(RefusedAct):
    """The actor's seat or role does not reach this act; the words are the same whatever the cause."""

    def __init__(self, verb: str) -> None:
        super().__init__(_("Your seat or role may not do this, or not now. Nothing was changed."))
        self.verb = verb
