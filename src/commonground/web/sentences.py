"""The ledger's verbs in plain words, for readers who have never seen one."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "conversation.close": _("closed a conversation and sealed its last votes"),
    "conversation.import": _("brought in a conversation that was held elsewhere"),
    "conversation.open": _("opened a conversation"),
    "conversation.seal": _("sealed what people said and voted that day"),
    "commitment.drop": _("gave up a promise, and said why"),
    "commitment.keep": _("kept a promise"),
    "commitment.promise": _("made a promise"),
    "day.turn": _("closed the books of the day before"),
    "engagement.close": _("closed an engagement"),
    "engagement.open": _("opened an engagement"),
    "evidence.show": _("showed evidence for a promise"),
    "indicator.agree": _("set down how a priority is measured"),
    "motion.close": _("closed a motion"),
    "motion.open": _("put a theme to a table"),
    "motion.vote": _("voted on a motion"),
    "neighbourhood.enter": _("entered a neighbourhood"),
    "organisation.enter": _("entered an organisation"),
    "party.found": _("entered a side of the place"),
    "person.appoint": _("gave somebody a role"),
    "place.open": _("opened this place, two sides together"),
    "priority.adopt": _("made a theme a shared priority"),
    "publication.publish": _("published a report"),
    "publication.withdraw": _("took back a report, and said why"),
    "reading.record": _("recorded a reading of an indicator"),
    "seat.empty": _("ended a seat"),
    "seat.fill": _("filled a seat"),
    "seat.found": _("made a first seat, two sides together"),
    "snapshot.make": _("worked out the results of a conversation"),
    "statement.pass": _("passed a statement, so that people can vote on it"),
    "statement.reject": _("rejected a statement, with a reason"),
    "table.set-up": _("set up a shared table with its rule"),
    "theme.assign": _("joined voices to a theme"),
    "theme.name": _("named a theme"),
    "theme.release": _("took a voice out of a theme"),
    "thing.translate": _("translated a text"),
}
ROLES: dict[str, Promise] = {
    "seat": _("A seat"),
    "coordinator": _("The coordinator"),
    "host": _("A host"),
    "member": _("A member"),
    "officer": _("An officer"),
    "manager": _("A manager"),
    "steward": _("A steward"),
    "remote": _("A party that hosts itself"),
    "clock": _("The clock"),
    "installer": _("The installer"),
}
REFUSED = " refused"


def said_of(verb: str) -> tuple[Promise | str, bool]:
    """A verb in plain words, and whether the act was refused."""
    refused = verb.endswith(REFUSED)
    plain = verb.removesuffix(REFUSED)
    return SENTENCES.get(plain, plain), refused
