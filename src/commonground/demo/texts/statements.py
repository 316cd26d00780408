"""What residents said, with how likely each of the two planted groups is to agree.

Group A keeps its distance from the police and asks for services; group B asks for more presence.
"""

from dataclasses import dataclass

from commonground.demo.texts.bilingual import Bilingual, french


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and the share of each group that agrees with it."""

    said: Bilingual
    a: float
    b: float
    shown: bool = True


def _of_a(en: str, fr: str) -> Statement:
    return Statement(Bilingual(en, fr), 0.9, 0.1)


def _of_b(en: str, fr: str) -> Statement:
    return Statement(Bilingual(en, fr), 0.1, 0.9)


def _shared(en: str, fr: str, a: float = 0.9, b: float = 0.87, *, reviewed: bool = False) -> Statement:
    return Statement(Bilingual(en, fr, reviewed=reviewed), a, b)


LOOP: tuple[Statement, ...] = (
    _shared(
        "I know at least one officer by name and would call that person before a problem grows.",
        "Je connais par son nom au moins une personne de la police et je l’appellerais avant qu’un problème grossisse.",
        0.3,
        0.55,
    ),
    _shared(
        "Waiting at the Foundry loop after nine feels unsafe because of light, not because of people.",
        "Si l’attente à la boucle Foundry semble risquée après neuf heures, c’est à cause de la lumière, pas des gens.",
        reviewed=True,
    ),
    _of_a(
        "More patrols would make me feel watched rather than protected.",
        "Avec plus de patrouilles, je me sentirais sous surveillance plutôt qu’en sécurité.",
    ),
    _shared(
        "When we report something, nobody tells us what happened.",
        "Quand on signale quelque chose, personne ne nous dit ce qui s’est passé.",
        0.92,
        0.9,
        reviewed=True,
    ),
    _shared(
        "Officers should stay with us long enough to learn who our elders and coaches are.",
        "La police devrait rester chez nous assez longtemps pour savoir qui sont nos personnes aînées et nos "
        "entraîneurs.",
        0.7,
        0.78,
    ),
    _shared(
        "A person in distress should meet a health worker first.",
        "Une personne en détresse devrait d’abord rencontrer quelqu’un de la santé.",
        0.86,
        0.68,
    ),
    _shared(
        "Young people should help choose what safety money is spent on.",
        "Les jeunes devraient participer au choix des dépenses de sécurité.",
        0.72,
        0.58,
    ),
    _shared(
        "Police should publish complaint outcomes each quarter even when they look bad.",
        "La police devrait publier chaque trimestre les suites des plaintes, même quand elles font mauvaise figure.",
        0.94,
        0.84,
        reviewed=True,
    ),
    _shared(
        "Shelter space would reduce calls more than tickets would.",
        "Des places en refuge réduiraient les appels plus que des contraventions.",
        0.91,
        0.8,
    ),
    _of_a(
        "Past stops still make my family keep away from police events.",
        "À cause d’interpellations passées, ma famille évite encore les activités de la police.",
    ),
    _of_b(
        "Two officers on foot at the loop in the evening would calm me.",
        "Deux agentes ou agents à pied à la boucle, le soir, me rassureraient.",
    ),
    _of_a(
        "I would rather see a neighbour with a vest at the loop than a uniform.",
        "À la boucle, j’aimerais mieux voir une voisine ou un voisin avec un dossard qu’un uniforme.",
    ),
    _of_b(
        "Cameras at the loop would help me feel safe.",
        "Des caméras à la boucle m’aideraient à me sentir en sécurité.",
    ),
    _of_a(
        "Cameras record the people who wait, not the people who cause trouble.",
        "Les caméras filment les gens qui attendent, pas ceux qui causent des ennuis.",
    ),
    _shared(
        "The last bus is so full that people are left behind.",
        "Le dernier autobus est si plein que des gens restent à l’arrêt.",
    ),
    _shared(
        "A warm place to wait until the last bus would change my evening.",
        "Un endroit chaud où attendre le dernier autobus changerait mes soirées.",
        0.88,
        0.82,
    ),
    _of_b(
        "Drinking at the loop should bring a fine every time.",
        "Boire de l’alcool à la boucle devrait entraîner une amende chaque fois.",
    ),
    _of_a(
        "A fine does not help somebody who has no place to sleep.",
        "Une amende n’aide pas une personne qui n’a nulle part où dormir.",
    ),
    _shared(
        "Shops near the loop should leave a light on until the last bus.",
        "Les commerces près de la boucle devraient laisser une lumière allumée jusqu’au dernier autobus.",
        0.8,
        0.84,
    ),
    _shared(
        "I have turned down evening shifts because of the way home.",
        "J’ai refusé des quarts de soir à cause du trajet de retour.",
        0.42,
        0.45,
    ),
    _of_b(
        "Car break-ins are the first thing police should work on here.",
        "Les vols dans les voitures sont la première chose dont la police devrait s’occuper ici.",
    ),
    _of_a(
        "More money for police means less for places where young people can go.",
        "Plus d’argent pour la police, c’est moins d’argent pour les lieux ouverts aux jeunes.",
    ),
    _shared(
        "People who know the area should be at the stop from Thursday to Saturday.",
        "Des gens qui connaissent le quartier devraient être à l’arrêt du jeudi au samedi.",
        0.84,
        0.74,
    ),
    _shared(
        "I would help a stranger at the loop if I knew that help for me was near.",
        "J’aiderais une personne inconnue à la boucle si je savais que de l’aide est proche pour moi aussi.",
        0.74,
        0.7,
    ),
    _shared(
        "Young people stay at the loop because nothing else is open.",
        "Les jeunes restent à la boucle parce que rien d’autre n’est ouvert.",
        0.82,
        0.66,
    ),
    _of_a(
        "At the loop I have been asked for my name when nothing had happened.",
        "À la boucle, on m’a demandé mon nom alors que rien ne s’était passé.",
    ),
    _of_b(
        "I feel better when a police car goes by.",
        "Je me sens mieux quand une voiture de police passe.",
    ),
    _shared(
        "I should be able to report harassment without going to a station.",
        "Je devrais pouvoir signaler du harcèlement sans aller au poste.",
        0.92,
        0.88,
        reviewed=True,
    ),
    _shared(
        "I would report more if I could do it in my own language.",
        "Je ferais plus de signalements si je pouvais les faire dans ma langue.",
        0.66,
        0.55,
    ),
    _shared(
        "The stop should move to the front of the library, where there is light.",
        "L’arrêt devrait être déplacé devant la bibliothèque, où il y a de la lumière.",
        0.5,
        0.56,
    ),
    Statement(
        Bilingual(
            "Half-price bus passes, ask me at the stop.",
            "Laissez-passer d’autobus à moitié prix, demandez-moi à l’arrêt.",
        ),
        0.1,
        0.1,
        shown=False,
    ),
)

LOOP_ON_THE_SITE: tuple[Statement, ...] = (
    Statement(
        french(
            "Quand je rentre du travail à minuit, je prends le chemin le plus long parce qu’il est éclairé.",
            "When I come home from work at midnight, I take the longest way because it is lit.",
            reviewed=True,
        ),
        0.82,
        0.84,
    ),
    Statement(
        french(
            "On devrait pouvoir signaler un problème en français à toute heure.",
            "It should be possible to report a problem in French at any hour.",
        ),
        0.88,
        0.8,
    ),
    Statement(
        french(
            "Les mêmes agentes et agents devraient revenir chaque semaine, pour qu’on se connaisse.",
            "The same officers should come back every week, so that we get to know each other.",
        ),
        0.62,
        0.86,
    ),
    Statement(
        french(
            "Une halte chauffée vaut mieux qu’une patrouille de plus.",
            "A heated shelter is worth more than one more patrol.",
        ),
        0.93,
        0.1,
    ),
    Statement(
        french(
            "S’il y avait plus de police le soir, mes parents me laisseraient sortir.",
            "If there were more police in the evening, my parents would let me go out.",
        ),
        0.1,
        0.88,
    ),
    Statement(
        french(
            "L’équipe du refuge connaît les gens de la boucle mieux que personne.",
            "The shelter’s team knows the people at the loop better than anybody.",
            reviewed=True,
        ),
        0.86,
        0.74,
    ),
)

ANSWERS: tuple[Statement, ...] = (
    _shared(
        "I want a short message within a week, even if it says that nothing is known yet.",
        "Je veux un court message dans la semaine, même s’il dit qu’on ne sait encore rien.",
    ),
    _shared(
        "A list of what was reported and what came of it should hang at the stop.",
        "Une liste des signalements et de leurs suites devrait être affichée à l’arrêt.",
        0.85,
        0.78,
    ),
    _of_a(
        "I would not leave my telephone number with the police just to hear back.",
        "Je ne laisserais pas mon numéro de téléphone à la police seulement pour avoir une réponse.",
    ),
    _shared(
        "Whoever took my report should be the one who answers.",
        "La personne qui a reçu mon signalement devrait être celle qui répond.",
        0.5,
        0.68,
    ),
    _shared(
        "If nothing can be done, say so plainly and say why.",
        "Si on ne peut rien faire, il faut le dire clairement et dire pourquoi.",
        0.95,
        0.93,
        reviewed=True,
    ),
    _shared("A text message is enough for me.", "Un message texte me suffit.", 0.6, 0.52),
    _of_a(
        "I would rather hear back from somebody who is not of the police.",
        "J’aimerais mieux recevoir la réponse de quelqu’un qui n’est pas de la police.",
    ),
    _of_b("An officer should call me back in person.", "Une agente ou un agent devrait me rappeler en personne."),
    _shared(
        "Reports about lights and benches should not go to the police at all.",
        "Les signalements sur l’éclairage et les bancs ne devraient pas passer par la police.",
        0.88,
        0.7,
    ),
    _shared(
        "When I hear nothing, I stop reporting.",
        "Quand je n’ai pas de nouvelles, j’arrête de signaler.",
        0.9,
        0.82,
        reviewed=True,
    ),
    _shared(
        "The city should publish how long each kind of report waits.",
        "La ville devrait publier le temps d’attente de chaque sorte de signalement.",
        0.86,
        0.8,
    ),
    Statement(
        french(
            "Je veux pouvoir suivre mon signalement sans ouvrir de compte.",
            "I want to follow my report without opening an account.",
        ),
        0.9,
        0.76,
    ),
    Statement(
        french(
            "Une réponse dans ma langue vaut plus qu’une réponse rapide.",
            "An answer in my language is worth more than a quick answer.",
        ),
        0.6,
        0.5,
    ),
    Statement(
        french(
            "Si une plainte vise la police, la réponse devrait venir d’ailleurs.",
            "If a complaint is about the police, the answer should come from somewhere else.",
            reviewed=True,
        ),
        0.94,
        0.35,
    ),
)

WAITING: tuple[Bilingual, ...] = (
    Bilingual(
        "The counter should give me the number of my report before I leave.",
        "Le comptoir devrait me donner le numéro de mon signalement avant que je parte.",
    ),
    Bilingual(
        "Put the answers on the radio too, not only on the web.",
        "Donnez aussi les réponses à la radio, pas seulement sur le Web.",
    ),
    Bilingual(
        "Somebody should thank the people who take the time to report.",
        "On devrait remercier les gens qui prennent le temps de signaler.",
    ),
    french(
        "Il faudrait un seul endroit pour signaler, peu importe qui doit agir.",
        "There should be one place to report, whoever has to act.",
    ),
)
ELSEWHERE = Bilingual("Bus fares are too high.", "Le prix de l’autobus est trop élevé.")
ELSEWHERE_NOTE = "Fares are outside this question. Transit Alder asks about them at its own meeting."
FOLLOWED = Bilingual(
    "If one lamp at the stop worked, I would take the late bus again.",
    "Si une seule lampe de l’arrêt fonctionnait, je reprendrais l’autobus de fin de soirée.",
)
