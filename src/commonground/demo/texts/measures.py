"""How the priority is judged: seven measures, one of which went the wrong way and one that has no baseline."""

from dataclasses import dataclass

from commonground.demo.texts import people
from commonground.demo.texts.bilingual import Bilingual
from commonground.measure.models import Direction, Sample, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, how many it was taken from, and the days before loading on which it was measured."""

    on: int
    value: str
    n: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the priority with its figures; the first is the baseline unless there is none."""

    name: Bilingual
    description: Bilingual
    unit: Unit
    direction: Direction
    sample: Sample
    owner: str
    source: Bilingual
    method: Bilingual
    readings: tuple[Figure, ...]
    baseline: Figure | None = None
    target: str | None = None
    counted: Bilingual | None = None
    caution: Bilingual | None = None

    def in_french(self, figure: Figure) -> str:
        """One of its figures with its unit, as a line of a thread."""
        counted = f" {self.counted.fr}" if self.counted else ""
        unit = {Unit.SCORE: "/10", Unit.SHARE: " %", Unit.COUNT: counted, Unit.DAYS: ""}[self.unit]
        return f"{self.name.fr} : {figure.value.replace('.', ',')}{unit}"


SURVEY = Bilingual("Foundry loop survey, Halden College", "Sondage de la boucle Foundry, Halden College")
ASKED = Bilingual(
    "Mean of answers from 0 (disagree) to 10 (agree). “No experience” is left out. Asked at the loop, by link and on "
    "paper.",
    "Moyenne des réponses de 0 (en désaccord) à 10 (d’accord). « Aucune expérience » est exclu. Questions posées à la "
    "boucle, par lien et sur papier.",
    reviewed=True,
)
CHOSE = Bilingual(
    "People chose to answer. The figure tells of them, not of all residents.",
    "Les gens ont choisi de répondre. Le chiffre parle d’eux, pas de toute la population.",
    reviewed=True,
)
POLICE_FILE = Bilingual("Quarterly file of the police service", "Fichier trimestriel du service de police")
BEFORE, WEEK_12, WEEK_26 = 196, 112, 15


def _score(name: Bilingual, question: Bilingual, figures: tuple[tuple[str, int], ...], target: str) -> Measure:
    """A question of the survey, asked in three waves."""
    before, *after = (Figure(on, *figure) for on, figure in zip((BEFORE, WEEK_12, WEEK_26), figures, strict=True))
    return Measure(
        name=name,
        description=question,
        unit=Unit.SCORE,
        direction=Direction.UP,
        sample=Sample.OPT_IN,
        owner=people.COLLEGE,
        source=SURVEY,
        method=ASKED,
        readings=tuple(after),
        baseline=before,
        target=target,
        caution=CHOSE,
    )


TOLD_WHAT_HAPPENED = _score(
    Bilingual("Told what happened", "Savoir ce qui s’est passé", reviewed=True),
    Bilingual(
        "“When I report something, I am told what happened.”",
        "« Quand je signale quelque chose, on me dit ce qui s’est passé. »",
    ),
    (("3.8", 187), ("3.7", 109), ("3.5", 171)),
    "6",
)

MEASURES: tuple[Measure, ...] = (
    _score(
        Bilingual("Safe waiting at the loop", "Attente en sécurité à la boucle", reviewed=True),
        Bilingual(
            "“I feel safe when I wait at the Foundry loop after dark.”",
            "« Je me sens en sécurité quand j’attends à la boucle Foundry après la tombée de la nuit. »",
        ),
        (("3.4", 212), ("4.2", 124), ("5.1", 198)),
        "6",
    ),
    TOLD_WHAT_HAPPENED,
    _score(
        Bilingual("Something changes", "Quelque chose change"),
        Bilingual(
            "“When we raise a problem, something changes.”",
            "« Quand nous soulevons un problème, quelque chose change. »",
        ),
        (("2.9", 204), ("3.9", 117), ("4.6", 190)),
        "5",
    ),
    Measure(
        name=Bilingual("Car break-ins reported", "Vols dans des voitures signalés"),
        description=Bilingual(
            "Break-ins into cars within 80 metres of the loop, between 20:00 and 01:00.",
            "Vols dans des voitures à moins de 80 mètres de la boucle, entre 20 h et 1 h.",
        ),
        unit=Unit.COUNT,
        direction=Direction.DOWN,
        sample=Sample.ALL,
        owner=people.CITY,
        source=POLICE_FILE,
        method=Bilingual(
            "Every report in the 12 weeks before the day.", "Tous les signalements des 12 semaines précédentes."
        ),
        readings=(Figure(WEEK_12, "19", 19), Figure(WEEK_26, "15", 15)),
        baseline=Figure(BEFORE, "23", 23),
        target="12",
        counted=Bilingual("reports in 12 weeks", "signalements en 12 semaines"),
        caution=Bilingual(
            "Many people do not report. Fewer reports can also mean less trust.",
            "Beaucoup de gens ne signalent rien. Moins de signalements peut aussi vouloir dire moins de confiance.",
        ),
    ),
    Measure(
        name=Bilingual("Stops at the loop", "Interpellations à la boucle"),
        description=Bilingual(
            "Stops of people at the loop that the police recorded. Fewer stops of bystanders is a goal of the table.",
            "Interpellations à la boucle consignées par la police. Moins d’interpellations de passantes et passants "
            "est un "
            "but de la table.",
        ),
        unit=Unit.COUNT,
        direction=Direction.DOWN,
        sample=Sample.ALL,
        owner=people.CITY,
        source=POLICE_FILE,
        method=Bilingual(
            "Every recorded stop in the 12 weeks before the day.",
            "Toutes les interpellations des 12 semaines précédentes.",
        ),
        readings=(Figure(WEEK_12, "11", 11), Figure(WEEK_26, "9", 9)),
        baseline=Figure(BEFORE, "12", 12),
        counted=Bilingual("stops in 12 weeks", "interpellations en 12 semaines"),
    ),
    Measure(
        name=Bilingual("Hours on foot kept", "Heures à pied tenues"),
        description=Bilingual(
            "Hours that officers were at the loop on foot, as a share of the hours planned.",
            "Heures de présence à pied de la police à la boucle, en part des heures prévues.",
        ),
        unit=Unit.SHARE,
        direction=Direction.UP,
        sample=Sample.ALL,
        owner=people.CITY,
        source=Bilingual(
            "Team diary, confirmed by the stop hosts", "Journal d’équipe, confirmé par les hôtes de l’arrêt"
        ),
        method=Bilingual(
            "Hours confirmed, divided by hours planned; n is hours planned.",
            "Heures confirmées divisées par les heures prévues; n est le nombre d’heures prévues.",
        ),
        readings=(Figure(WEEK_12, "77", 72), Figure(WEEK_26, "91", 84)),
        baseline=Figure(BEFORE, "58", 72),
        target="90",
    ),
    Measure(
        name=Bilingual("Days until a request is answered", "Jours avant la réponse à une demande"),
        description=Bilingual(
            "Median number of days between a request about the loop and the city’s answer.",
            "Nombre médian de jours entre une demande sur la boucle et la réponse de la ville.",
        ),
        unit=Unit.DAYS,
        direction=Direction.DOWN,
        sample=Sample.ALL,
        owner=people.CITY,
        source=Bilingual("Request desk of the city", "Guichet des demandes de la ville"),
        method=Bilingual(
            "Median over every request answered in the 12 weeks before the day.",
            "Médiane de toutes les demandes répondues dans les 12 semaines précédentes.",
        ),
        readings=(Figure(WEEK_12, "27", 38), Figure(WEEK_26, "19", 44)),
        baseline=Figure(BEFORE, "41", 33),
        target="14",
    ),
    Measure(
        name=Bilingual("Visits to the evening drop-in", "Visites à la halte du soir"),
        description=Bilingual(
            "Visits to the drop-in beside the loop. It is new, so there is nothing to compare with.",
            "Visites à la halte près de la boucle. Elle est nouvelle; il n’y a donc rien à comparer.",
        ),
        unit=Unit.COUNT,
        direction=Direction.UP,
        sample=Sample.ALL,
        owner=people.SHELTER,
        source=Bilingual("Door count of Harbour House", "Comptage à la porte de Harbour House"),
        method=Bilingual(
            "Visits, not people: one person may come often.",
            "Des visites, pas des personnes : une personne peut venir souvent.",
        ),
        readings=(Figure(WEEK_12, "388", 388), Figure(WEEK_26, "441", 441)),
        counted=Bilingual("visits in 12 weeks", "visites en 12 semaines"),
    ),
)
