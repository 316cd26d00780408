"""What eight organisations promised for the priority, and what came of it."""

from dataclasses import dataclass

from commonground.demo.texts.bilingual import Bilingual, french


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence and the days before loading on which it was shown."""

    on: int
    sentence: Bilingual
    link: str


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise: who made it, when (days before loading), for when, and how it ended, if it has."""

    by: str
    wording: Bilingual
    made: int
    due: int
    evidence: tuple[Shown, ...] = ()
    kept: int | None = None
    dropped: int | None = None
    reason: str = ""


LAMPS = Promised(
    "city-seat",
    Bilingual(
        "Repair or replace the four lamps at the loop that do not work.",
        "Réparer ou remplacer les quatre lampadaires de la boucle qui ne fonctionnent pas.",
        reviewed=True,
    ),
    made=200,
    due=170,
    evidence=(
        Shown(
            158,
            Bilingual(
                "Three of the four lamps work. The fourth needs a new cable under the road.",
                "Trois des quatre lampadaires fonctionnent. Le quatrième exige un nouveau câble sous la chaussée.",
            ),
            "https://example.org/alder-falls/works/foundry-lamps",
        ),
    ),
)
DROP_IN = Promised(
    "shelter",
    Bilingual(
        "Open an evening drop-in beside the loop from 20:00 to 00:30, Thursday to Saturday.",
        "Ouvrir une halte du soir près de la boucle, de 20 h à 0 h 30, du jeudi au samedi.",
        reviewed=True,
    ),
    made=200,
    due=160,
    evidence=(
        Shown(
            164,
            Bilingual(
                "The drop-in has opened in the old ticket hall. Its hours hang at the door and stand on the web.",
                "La halte est ouverte dans l’ancienne salle des guichets. L’horaire est affiché à la porte et sur le "
                "Web.",
            ),
            "https://example.org/harbour-house/drop-in",
        ),
    ),
    kept=163,
)
NURSE = Promised(
    "health-worker",
    french(
        "Assurer la présence d’une infirmière ou d’un infirmier à la halte deux soirs par semaine.",
        "Have a nurse at the drop-in two evenings a week.",
        reviewed=True,
    ),
    made=199,
    due=150,
    evidence=(
        Shown(
            139,
            french(
                "L’horaire des infirmières et infirmiers à la halte est publié chaque mois.",
                "The nurses’ hours at the drop-in are published every month.",
            ),
            "https://example.org/riverlight/evenings",
        ),
    ),
    kept=139,
)
HOSTS = Promised(
    "residents-chair",
    Bilingual(
        "Have two volunteer hosts at the stop from 20:00 until the last bus, Thursday to Saturday.",
        "Avoir deux hôtes bénévoles à l’arrêt de 20 h jusqu’au dernier autobus, du jeudi au samedi.",
    ),
    made=198,
    due=140,
    evidence=(
        Shown(
            146,
            Bilingual(
                "Hosts were at the stop on 11 of the first 12 evenings; the diary lists each one.",
                "Des hôtes étaient à l’arrêt 11 des 12 premiers soirs; le journal les énumère.",
            ),
            "https://example.org/foundry-flats/stop-diary",
        ),
    ),
    kept=141,
)
ON_FOOT = Promised(
    "officer",
    Bilingual(
        "Be at the loop on foot, out of the car, for six hours a week until the end of the year of trial.",
        "Être à la boucle à pied, hors de la voiture, six heures par semaine jusqu’à la fin de l’année d’essai.",
    ),
    made=197,
    due=-168,
    evidence=(
        Shown(
            20,
            Bilingual(
                "Hours walked in each of the last 14 weeks, beside the hours that the stop hosts confirm.",
                "Heures à pied de chacune des 14 dernières semaines, à côté de celles que confirment les hôtes de "
                "l’arrêt.",
            ),
            "https://example.org/alder-falls-police/foot-hours",
        ),
    ),
)
LATE_BUS = Promised(
    "transit",
    Bilingual(
        "Run one more bus from the loop at 00:50, as a trial of 20 weeks.",
        "Ajouter un autobus au départ de la boucle à 0 h 50, à l’essai pendant 20 semaines.",
    ),
    made=190,
    due=-9,
    evidence=(
        Shown(
            118,
            Bilingual(
                "The timetable with the 00:50 bus, and how many people got on each week.",
                "L’horaire avec l’autobus de 0 h 50, et le nombre de personnes à bord chaque semaine.",
            ),
            "https://example.org/transit-alder/0050",
        ),
    ),
)
YOUNG_HOSTS = Promised(
    "youth-worker",
    Bilingual(
        "Train six young people to host the stop on Friday evenings.",
        "Former six jeunes pour accueillir les gens à l’arrêt le vendredi soir.",
    ),
    made=196,
    due=120,
    dropped=131,
    reason=(
        "Parents asked that nobody under eighteen should be at the stop after eleven, and they are right. "
        "The six young people now plan the music evenings at the drop-in instead."
    ),
)
CIRCLES = Promised(
    "justice-worker",
    Bilingual(
        "Hold two evenings with families who stay away from the loop because of past stops, and say what may be "
        "shared.",
        "Tenir deux soirées avec des familles qui évitent la boucle à cause d’interpellations passées, et dire ce qui "
        "peut être communiqué.",
    ),
    made=180,
    due=-30,
)
PROMISES = (LAMPS, DROP_IN, NURSE, HOSTS, ON_FOOT, YOUNG_HOSTS, LATE_BUS, CIRCLES)
