"""The parties, organisations and people of Alder Falls, with what each persona may try."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from commonground.demo.texts.bilingual import Bilingual
from commonground.kernel.actor import PartyKind, Role

PLACE = "Alder Falls"
NEIGHBOURHOODS = (
    ("Millrace", 8_400),
    ("Foundry Flats", 11_900),
    ("Old Wharf", 6_200),
    ("North Terrace", 15_300),
    ("Lakeview Heights", 13_700),
    ("Campus Gate", 9_100),
)

POLICE = "Alder Falls Police Service"
BOARD = "Alder Falls Police Service Board"
CITY = "City CSWB Office"
RESIDENTS = "Foundry Flats Residents Association"
NEWCOMERS = "North Terrace Newcomer Centre"
HEALTH = "Riverlight Health Centre"
SHELTER = "Harbour House Shelter"
YOUTH = "Lakeview Youth Collective"
BUSINESS = "Old Wharf Business Circle"
INTERFAITH = "Interfaith Table"
SCHOOLS = "Public School Board"
NATION = "Cedar Narrows Justice Circle"
COLLEGE = "Halden College research unit"
TRANSIT = "Transit Alder"

PARTIES: tuple[tuple[str, PartyKind, tuple[str, ...]], ...] = (
    ("Alder Falls Police Service", PartyKind.POLICE, (POLICE,)),
    ("City of Alder Falls", PartyKind.AUTHORITY, (CITY,)),
    ("Alder Falls Police Service Board", PartyKind.AUTHORITY, (BOARD,)),
    ("Residents of Alder Falls", PartyKind.COMMUNITY, (RESIDENTS, BUSINESS, INTERFAITH)),
    (
        "Service agencies of Alder Falls",
        PartyKind.SERVICES,
        (NEWCOMERS, HEALTH, SHELTER, YOUTH, SCHOOLS, TRANSIT),
    ),
    ("Example First Nation at Cedar Narrows", PartyKind.NATION, (NATION,)),
)
APART = (COLLEGE,)

TABLE = Bilingual("Foundry Loop Safety Table", "Table de sécurité de la boucle Foundry", reviewed=True)
TABLE_PURPOSE = Bilingual(
    "Police, city, residents, services and the Nation decide together what is done about safety at the Foundry loop, "
    "and answer for it in public.",
    "La police, la ville, la population, les services et la Nation décident ensemble de ce qui se fait pour la "
    "sécurité "
    "à la boucle Foundry, et en répondent en public.",
    reviewed=True,
)
QUORUM = 6
NOT_POLICE = 0.5
PRESENT = {PartyKind.POLICE: 1, PartyKind.AUTHORITY: 1, PartyKind.COMMUNITY: 1, PartyKind.SERVICES: 1}


@dataclass(frozen=True, slots=True)
class Appointed:
    """A role in the person's organisation."""

    role: Role
    title: str


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody whom a visitor of the demo may walk in as."""

    slug: str
    name: str
    organisation: str
    who: str | Promise
    tries: str | Promise
    roles: tuple[Appointed, ...] = ()
    seat: str = ""
    chairing: bool = False


PERSONAS: tuple[Persona, ...] = (
    Persona(
        "coordinator",
        "Amara Osei",
        CITY,
        _("Community-safety coordinator of the city. Opens conversations, names themes, publishes reports."),
        _("Name a theme from what people said, or publish a report."),
        (Appointed(Role.COORDINATOR, gettext_noop("Community-safety coordinator")),),
    ),
    Persona(
        "residents-chair",
        "Rosa Delgado",
        RESIDENTS,
        _("Chairs the residents’ association, reads statements before they are shown, and co-chairs the table."),
        _("As host, pass a statement that waits. As co-chair, put a theme to the table."),
        (
            Appointed(Role.HOST, gettext_noop("Host of conversations")),
            Appointed(Role.MEMBER, gettext_noop("Chair of the residents’ association")),
        ),
        gettext_noop("Co-chair, residents"),
        chairing=True,
    ),
    Persona(
        "police-chair",
        "Margaret Doyle",
        POLICE,
        _("Inspector. Sits at the table for the police and co-chairs it."),
        _("Vote on the open motion, then look for a way to read what residents wrote and the host has not passed."),
        seat=gettext_noop("Co-chair, police"),
        chairing=True,
    ),
    Persona(
        "officer",
        "Danielle Roy",
        POLICE,
        _("Neighbourhood officer. Walks the loop in the evening and sits at the table."),
        _("Promise something for the priority and show what was done."),
        (Appointed(Role.OFFICER, gettext_noop("Neighbourhood officer, Foundry Flats")),),
        gettext_noop("Police seat"),
    ),
    Persona(
        "sergeant",
        "Peter Kowalczyk",
        POLICE,
        _("Staff sergeant. Answers for what his unit promised."),
        _("Settle a promise of the police, with evidence."),
        (
            Appointed(Role.MANAGER, gettext_noop("Staff sergeant")),
            Appointed(Role.MEMBER, gettext_noop("Unit lead for promises")),
        ),
    ),
    Persona(
        "board",
        "Helen Tran",
        BOARD,
        _("Member of the police service board. Sees the same figures as everybody else, on the same day."),
        _("Make a promise for the board."),
        (Appointed(Role.MEMBER, gettext_noop("Board member")),),
    ),
    Persona(
        "justice-worker",
        "J. Martin",
        NATION,
        _("Justice worker of the Nation at Cedar Narrows. Holds its seat and speaks for it alone."),
        _("Vote on the open motion and give a reason."),
        (Appointed(Role.MEMBER, gettext_noop("Justice worker")),),
        gettext_noop("Seat of the Nation"),
    ),
    Persona(
        "youth-worker",
        "Yusuf Haddad",
        YOUTH,
        _("Youth worker. Brings what young people say as themes, never as names."),
        _("Make a promise and show what was done."),
        (Appointed(Role.MEMBER, gettext_noop("Youth worker")),),
        gettext_noop("Youth seat"),
    ),
    Persona(
        "health-worker",
        "Claire Bouchard",
        HEALTH,
        _("Nurse at the health centre. Works two evenings a week at the drop-in."),
        _("Add evidence to a promise of the health centre."),
        (Appointed(Role.MEMBER, gettext_noop("Community nurse")),),
        gettext_noop("Health seat"),
    ),
    Persona(
        "transit",
        "Gurpreet Gill",
        TRANSIT,
        _("Plans the evening service of Transit Alder."),
        _("Settle the promise of the late bus."),
        (Appointed(Role.MEMBER, gettext_noop("Evening service planner")),),
        gettext_noop("Transit seat"),
    ),
    Persona(
        "shelter",
        "Tom Adeyemi",
        SHELTER,
        _("Manages Harbour House. Keeps its door open until the last bus has left."),
        _("Show what the drop-in did."),
        (Appointed(Role.MEMBER, gettext_noop("Shelter manager")),),
    ),
    Persona(
        "steward",
        "Ines Fournier",
        COLLEGE,
        _("Survey steward at Halden College, of no party. Holds the answers that the police can never open."),
        _("Record a reading of a measure."),
        (Appointed(Role.STEWARD, gettext_noop("Survey steward")),),
    ),
    Persona(
        "second-resident",
        "Samuel Wright",
        RESIDENTS,
        _("Works nights and takes the last bus. Holds the second seat of the residents."),
        _("Read why he voted no, then vote on the open motion."),
        seat=gettext_noop("Resident seat"),
    ),
    Persona(
        "city-seat",
        "Louise Gagnon",
        CITY,
        _("Director of public works. Holds the seat of the city and owes the table four lamps."),
        _("See a promise that is late, and what it takes to settle it."),
        (Appointed(Role.MEMBER, gettext_noop("Director of public works")),),
        gettext_noop("City seat"),
    ),
)
