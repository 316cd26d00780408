"""Three motions at the table: one that became a priority, one that did not carry, one that waits for votes."""

from dataclasses import dataclass

from commonground.agree.rule import Choice
from commonground.demo.texts.bilingual import Bilingual, Tongue


@dataclass(frozen=True, slots=True)
class Said:
    """A ballot of one seat; the reason stands in the language it was given in."""

    seat: str
    choice: Choice
    reason: str = ""
    language: Tongue = Tongue.EN


SAFE_WAIT = Bilingual(
    "Every wait at the Foundry loop ends safely and with dignity.",
    "Chaque attente à la boucle Foundry se termine en sécurité et dans la dignité.",
    reviewed=True,
)
SAFE_WAIT_BALLOTS = (
    Said("residents-chair", Choice.AYE, "People named light, warmth and company before anything else. So do we."),
    Said("police-chair", Choice.AYE, "We can be on foot at the loop, and we can report in public whether we were."),
    Said("officer", Choice.AYE),
    Said("city-seat", Choice.AYE, "Les lampadaires relèvent de nous. Nous nous en occupons.", Tongue.FR),
    Said("justice-worker", Choice.AYE, "Dignity is in the sentence. We will hold everybody to that word."),
    Said("youth-worker", Choice.AYE),
    Said("health-worker", Choice.AYE),
    Said("transit", Choice.ABSTAIN, "We support it, but cannot promise a bus before the budget is known."),
    Said(
        "second-resident",
        Choice.NAY,
        "I wanted the sentence to name the lamps. Nobody can check a word like dignity; anybody can see a lamp.",
    ),
)

HEALTH_FIRST = Bilingual(
    "A health worker, not an officer, is the first to come when a person at the loop is in distress.",
    "Quand une personne est en détresse à la boucle, quelqu’un de la santé arrive en premier, et non la police.",
)
HEALTH_FIRST_BALLOTS = (
    Said("residents-chair", Choice.AYE, "Most people in both groups agreed with this."),
    Said("justice-worker", Choice.AYE),
    Said("health-worker", Choice.AYE, "We can do it on the evenings when we are there."),
    Said("youth-worker", Choice.AYE),
    Said(
        "police-chair",
        Choice.NAY,
        "After eleven no health worker is on duty. The sentence promises somebody whom nobody can send.",
    ),
    Said("officer", Choice.NAY),
    Said("transit", Choice.NAY, "Drivers need one number that answers at once, whoever then comes."),
    Said("second-resident", Choice.NAY, "Fund the night shift first, then bring this back."),
    Said("city-seat", Choice.ABSTAIN),
)

ANSWER_SOON = Bilingual(
    "Everybody who reports a problem at the loop hears within 14 days what became of it.",
    "Toute personne qui signale un problème à la boucle apprend dans les 14 jours ce qu’il en est advenu.",
    reviewed=True,
)
ANSWER_SOON_BALLOTS = (
    Said("second-resident", Choice.AYE, "Fourteen days can be counted. That is what I asked for the last time."),
    Said("health-worker", Choice.AYE),
    Said("officer", Choice.ABSTAIN, "I would like to see what people say in the open conversation first."),
)
