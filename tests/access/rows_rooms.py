"""The routes of the other rooms: tables, promises, measures, reports, accounts and doors."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from commonground.kernel import clock
from tests.access.asking import NOBODY, Row, get, no, post
from tests.access.world import PASSWORD, World

ASKED_IN = (no(NOBODY, status=302), no("author one", status=302))
OUTSIDE = (no("coordinator"), no("officer"), no("steward"), no(NOBODY))
RESIDENTS_CHAIR, TENANTS_CHAIR = "chair of residents at one", "chair of tenants at two"
NO_PROMISERS = (
    no("steward"), no("officer"), no("manager"), no("coordinator"), no("host"), no("new seat of residents at one"),
    no(NOBODY),
)  # fmt: skip
MINE = "promise of health member"
# Youth is of the same party as health, and another organisation.
NOT_MINE = (
    no("youth member", status=409), no("police member", status=409), no("seat of youth at two", status=409),
    no("health member", "promise of youth member", status=409), *NO_PROMISERS,
)  # fmt: skip


def wording(world: World) -> Mapping[str, Any]:
    return {"wording": "A bench at every stop."}


def aye(world: World) -> Mapping[str, Any]:
    return {"choice": "aye", "reason": ""}


def promise(world: World) -> Mapping[str, Any]:
    return {"wording": "Two benches.", "due": (clock.today() + timedelta(days=5)).isoformat()}


def shown(world: World) -> Mapping[str, Any]:
    return {"sentence": "One bench stands.", "link": "https://example.org/bench"}


def reason(world: World) -> Mapping[str, Any]:
    return {"reason": "The bench cannot stand there."}


def reading(world: World) -> Mapping[str, Any]:
    return {"day": clock.today().isoformat(), "value": "5.1", "n": "150", "method_note": ""}


def measure(world: World) -> Mapping[str, Any]:
    return {
        "name": "Waiting alone", "description": "How often do you wait alone?", "unit": "score", "direction": "down",
        "sample": "opt-in", "owner": str(world.organisations["college"].id), "source": "Survey", "method": "Mean.",
    }  # fmt: skip


def report(world: World) -> Mapping[str, Any]:
    return {"title": "A second report", "summary": "What came of it.", "step": "publish"}


def account(world: World) -> Mapping[str, Any]:
    return {"email": world.person("officer").email, "password": PASSWORD}


def wrong_password(world: World) -> Mapping[str, Any]:
    return {"email": world.person("officer").email, "password": "another password"}


def held(world: World) -> Mapping[str, Any]:
    return {"held": str(world.seats[RESIDENTS_CHAIR].id)}


AGREE: tuple[Row, ...] = (
    get("agree:index", NOBODY),
    get("agree:table", NOBODY, "table one"),
    get("agree:motion", NOBODY, "open motion one"),
    get("agree:priority", NOBODY, "priority one"),
    get("agree:put", RESIDENTS_CHAIR, "benches one", denied=(no("seat of city at one"), *OUTSIDE)),
    post(
        "agree:open-motion", RESIDENTS_CHAIR, "benches one", typed=wording,
        denied=(
            no("seat of city at one"), no("new seat of residents at one"), no("residents member"), *OUTSIDE,
            no(RESIDENTS_CHAIR, "shelter one", status=409),
        ),
    ),
    post(
        "agree:vote", "seat of city at one", "open motion one", typed=aye,
        denied=(
            no("seat of board at two", status=409), no("new seat of residents at one"), *OUTSIDE,
            no("seat of city at one", "open motion two", status=409),
            no("seat of city at one", "carried motion one", status=409),
        ),
    ),
    post(
        "agree:close", RESIDENTS_CHAIR, "open motion one",
        denied=(no(TENANTS_CHAIR, status=409), no("seat of city at one"), *OUTSIDE),
    ),
    post(
        "agree:adopt", RESIDENTS_CHAIR, "carried motion one",
        denied=(
            no(TENANTS_CHAIR, status=409), no("seat of city at one"), *OUTSIDE,
            no(RESIDENTS_CHAIR, "open motion one", status=409), no(RESIDENTS_CHAIR, "carried motion two", status=409),
        ),
    ),
)  # fmt: skip

ACT: tuple[Row, ...] = (
    get("act:index", NOBODY),
    get("act:commitment", NOBODY, MINE),
    get("act:promise", "health member", "priority one", denied=NO_PROMISERS),
    post("act:make-promise", "health member", "priority one", typed=promise, denied=NO_PROMISERS),
    post("act:show", "health member", MINE, typed=shown, denied=NOT_MINE),
    post("act:keep", "health member", MINE, denied=NOT_MINE),
    post("act:drop", "health member", MINE, typed=reason, denied=NOT_MINE),
)

MEASURE: tuple[Row, ...] = (
    get("measure:index", NOBODY),
    get("measure:indicator", NOBODY, "measure of college"),
    get("measure:csv", NOBODY, "measure of college"),
    get("measure:svg", NOBODY, "measure of college"),
    get("measure:new", "coordinator", "priority one", denied=(no("host"), no("manager"), no("steward"), no(NOBODY))),
    post(
        "measure:agree", "coordinator", "priority one", typed=measure,
        denied=(
            no("other coordinator", status=404), no("police coordinator"), no("host"), no("manager"), no("steward"),
            no(NOBODY), no("coordinator", "priority two", status=404),
        ),
    ),
    post(
        "measure:record", "steward", "measure of college", typed=reading,
        denied=(
            no("other steward", status=409), no("police member", status=409), no("coordinator", status=409),
            no("steward", "measure of university", status=409), no("officer"), no("host"), no(NOBODY),
        ),
    ),
)  # fmt: skip

TELL: tuple[Row, ...] = (
    get("tell:index", NOBODY),
    get("tell:publication", NOBODY, "report one"),
    get(
        "tell:new", "coordinator", "engagement one",
        denied=(no("other coordinator"), no("police coordinator"), no("host"), no("manager")),
    ),
    post(
        "tell:publish", "coordinator", "engagement one", typed=report,
        denied=(
            no("other coordinator"), no("police coordinator"), no("host"), no("manager"), no(NOBODY),
            no("coordinator", "engagement two"),
        ),
    ),
    post(
        "tell:withdraw", "coordinator", "report one", typed=reason,
        denied=(
            no("other coordinator", status=409), no("coordinator", "report two", status=409), no("host"),
            no("manager"), no("police member"), no("police coordinator"), no(NOBODY),
        ),
    ),
)  # fmt: skip

DOORS: tuple[Row, ...] = (
    get("root", NOBODY, status=302),
    get("web:home", NOBODY),
    get("web:ledger", NOBODY),
    get("web:never", NOBODY),
    get("web:method", NOBODY),
    get(
        "web:thing", NOBODY, "priority one", status=302,
        denied=(no(NOBODY, "waiting one"), no("officer", "waiting one"), no("other host", "waiting one")),
    ),
    get("web:workspace", "officer", denied=ASKED_IN),
    get("ui:design", NOBODY),
    get("people:sign-in", NOBODY),
    get("people:choose", "officer", denied=ASKED_IN),
    post(
        "people:begin-session", NOBODY, typed=account, changes=False,
        denied=(no(NOBODY, typed=wrong_password, status=422),),
    ),
    post("people:choose-held", RESIDENTS_CHAIR, typed=held, changes=False, denied=ASKED_IN),
    post("people:sign-out", "officer", changes=False, denied=ASKED_IN),
)  # fmt: skip
