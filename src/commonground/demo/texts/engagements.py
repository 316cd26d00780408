"""The two times of listening, and the four themes people named."""

from dataclasses import dataclass

from commonground.demo.texts.bilingual import Bilingual

POLICE_SEE = Bilingual(
    "Totals of five people or more, and statements that the host has passed. Never who wrote or voted, and never a "
    "statement that waits.",
    "Les totaux de cinq personnes ou plus, et les énoncés acceptés par l’hôte. Jamais qui a écrit ou voté, et jamais "
    "un "
    "énoncé en attente.",
    reviewed=True,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One engagement and its question."""

    title: Bilingual
    purpose: Bilingual
    question: Bilingual


LOOP = Asked(
    Bilingual("Waiting safely at the Foundry loop", "Attendre en sécurité à la boucle Foundry", reviewed=True),
    Bilingual(
        "Shift workers and students told us that they fear the wait at the Foundry Street loop between eight in the "
        "evening and one at night. In twelve weeks there were 47 contact notes and 23 reports of car break-ins. We "
        "want "
        "to learn what makes the wait hard, and what would change it.",
        "Des personnes qui travaillent par quarts et des étudiantes et étudiants nous ont dit craindre l’attente à la "
        "boucle de la rue Foundry entre vingt heures et une heure du matin. En douze semaines, il y a eu 47 notes de "
        "contact et 23 signalements de vols dans des voitures. Nous voulons savoir ce qui rend l’attente difficile et "
        "ce qui la changerait.",
    ),
    Bilingual(
        "What would make the wait at the Foundry loop safe for you?",
        "Qu’est-ce qui rendrait l’attente à la boucle Foundry sécuritaire pour vous?",
        reviewed=True,
    ),
)

ANSWERS = Asked(
    Bilingual("After you report a problem", "Après votre signalement", reviewed=True),
    Bilingual(
        "Our last report had one figure that went the wrong way: fewer people said that they were told what happened "
        "after they reported something. Before the table votes on a promise, we want to know what a good answer is.",
        "Dans notre dernier rapport, un chiffre allait dans le mauvais sens : moins de gens ont dit avoir su ce qui "
        "s’était passé après leur signalement. Avant que la table vote sur une promesse, nous voulons savoir ce "
        "qu’est une bonne réponse.",
    ),
    Bilingual(
        "When you report a problem, what should come back to you?",
        "Quand vous signalez un problème, qu’est-ce qui devrait vous revenir?",
        reviewed=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Raised:
    """A theme and the numbers of the statements that people joined to it."""

    name: Bilingual
    description: Bilingual
    numbers: tuple[int, ...]


WAIT = Raised(
    Bilingual("A lit and warm wait at the loop", "Une attente éclairée et chaude à la boucle", reviewed=True),
    Bilingual(
        "People describe the same ten minutes: dark corners, closed doors, a last bus that is full. They ask for "
        "light, "
        "warmth and somebody who knows the place.",
        "Les gens décrivent les mêmes dix minutes : des coins sombres, des portes fermées, un dernier autobus plein. "
        "Ils "
        "demandent de la lumière, de la chaleur et quelqu’un qui connaît l’endroit.",
    ),
    (2, 15, 16, 19, 20, 23, 24, 30, 32, 38),
)
TOLD = Raised(
    Bilingual("Being told what happened", "Savoir ce qui s’est passé", reviewed=True),
    Bilingual(
        "People report something and hear nothing. They want an answer, in their language, good news or bad.",
        "Les gens signalent quelque chose et n’entendent plus rien. Ils veulent une réponse, dans leur langue, que la "
        "nouvelle soit bonne ou mauvaise.",
    ),
    (4, 8, 28, 29, 33),
)
HELPER = Raised(
    Bilingual("The right helper first", "D’abord la bonne personne pour aider"),
    Bilingual(
        "Distress, homelessness and boredom are not crimes. People ask who should come first, and whether a fine "
        "helps.",
        "La détresse, l’itinérance et l’ennui ne sont pas des crimes. Les gens demandent qui devrait venir en premier, "
        "et si une amende aide.",
    ),
    (6, 7, 9, 17, 18, 25, 35, 37),
)
FACES = Raised(
    Bilingual("Known faces, fair treatment", "Des visages connus, un traitement juste"),
    Bilingual(
        "Some want to see the same officers more often; some keep away because of past stops. Both ask to be known and "
        "treated with respect.",
        "Certaines personnes veulent voir plus souvent les mêmes agentes et agents; d’autres les évitent à cause "
        "d’interpellations passées. Les unes et les autres demandent d’être connues et respectées.",
    ),
    (1, 3, 5, 10, 11, 12, 26, 27, 34, 36),
)
