"""The routes of listening: what residents, hosts and coordinators do."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from commonground.kernel import clock
from tests.access.asking import NOBODY, Row, get, no, post
from tests.access.world import World

OTHERS = (
    no("other coordinator"), no("other host"), no("police host"), no("police coordinator"), no("officer"),
    no("author one"),
)  # fmt: skip
NOT_HOSTS = (
    no("other host"), no("police host"), no("police coordinator"), no("coordinator"), no("police member"),
    no("author one"),
)  # fmt: skip
ONE = ("conversation one",)


def engagement(world: World) -> Mapping[str, Any]:
    today = clock.today()
    return {
        "title": "Crossing the bridge", "purpose": "To learn what would help.", "promise": "consult",
        "host": str(world.organisations["tenants"].id), "police_see": "totals of five people or more.",
        "opens": today.isoformat(), "closes": (today + timedelta(days=9)).isoformat(),
    }  # fmt: skip


def hosted_by_police(world: World) -> Mapping[str, Any]:
    return {**engagement(world), "host": str(world.organisations["police"].id)}


def question(world: World) -> Mapping[str, Any]:
    return {"question": "What should change first?"}


def theme(world: World) -> Mapping[str, Any]:
    return {"name": "Crossings", "description": "Roads to cross.", "conversation": str(world.key("conversation one"))}


def theme_from_elsewhere(world: World) -> Mapping[str, Any]:
    return {**theme(world), "conversation": str(world.key("conversation two"))}


def reason(world: World) -> Mapping[str, Any]:
    return {"reason": "elsewhere", "note": ""}


def agree(world: World) -> Mapping[str, Any]:
    return {"choice": "1"}


def sentence(world: World) -> Mapping[str, Any]:
    return {"text": "A bench where one can see the bus come."}


def voice(world: World) -> Mapping[str, Any]:
    return {"voice": [str(world.key("passed one"))]}


def voice_from_elsewhere(world: World) -> Mapping[str, Any]:
    return {"voice": [str(world.key("passed two"))]}


def words(world: World) -> Mapping[str, Any]:
    return {"words": world.words["voter one"]}


def wrong_words(world: World) -> Mapping[str, Any]:
    return {"words": " ".join(["abandon"] * 12)}


PAGES: tuple[Row, ...] = (
    get("listen:index", NOBODY),
    get("listen:engagement", NOBODY, "engagement one"),
    get("listen:new-engagement", "coordinator", denied=(no("host"), no("manager"), no("steward"), no(NOBODY))),
    get("listen:new-conversation", "coordinator", "engagement one", denied=OTHERS),
    get("listen:new-theme", "coordinator", "engagement one", denied=OTHERS),
    get("listen:waiting", "host", "engagement one", denied=(*NOT_HOSTS, no("host", "engagement two"))),
    get(
        "listen:rejecting", "host", "engagement one", "waiting one",
        denied=(
            *NOT_HOSTS, no("host", "engagement two", "waiting two"), no("host", "engagement one", "passed one"),
            no("host", "engagement two", "waiting one"),
        ),
    ),
    get("listen:conversation", NOBODY, *ONE),
    get("listen:vote", "voter one", *ONE, denied=(no("coordinator"), no("voter two", *ONE, status=302))),
    get("listen:mine", "voter one", *ONE, denied=(no("host"), no("voter two", *ONE, status=302))),
    get("listen:say", "voter one", *ONE, denied=(no("officer"), no("voter two", *ONE, status=302))),
    get("listen:results", NOBODY, "conversation shown"),
    get("listen:map-csv", NOBODY, "conversation shown", denied=(no(NOBODY, *ONE),)),
    get("listen:map-svg", NOBODY, "conversation shown", denied=(no(NOBODY, *ONE),)),
    get(
        "listen:voice", NOBODY, "passed one",
        denied=tuple(
            no(who, f"{state} one")
            for state in ("waiting", "rejected", "withdrawn")
            for who in (NOBODY, "author one", "host", "police host", "police member")
        ),
    ),
    get("listen:theme", NOBODY, "light one"),
    get("listen:assign", "coordinator", "light one", denied=OTHERS),
    get("listen:find", NOBODY),
    get("listen:follow", "author one", denied=(no(NOBODY, status=302), no("officer", status=302))),
    get("listen:forgetting", NOBODY),
)  # fmt: skip

VERBS: tuple[Row, ...] = (
    post(
        "listen:open-engagement", "coordinator", typed=engagement,
        denied=(
            no("host"), no("manager"), no(NOBODY), no("police coordinator"),
            no("coordinator", typed=hosted_by_police, status=422),
        ),
    ),
    post("listen:open-conversation", "coordinator", "engagement one", typed=question, denied=OTHERS),
    post(
        "listen:name-theme", "coordinator", "engagement one", typed=theme,
        denied=(*OTHERS, no("coordinator", typed=theme_from_elsewhere, status=422)),
    ),
    post(
        "listen:pass", "host", "engagement one", "waiting one",
        denied=(
            *NOT_HOSTS, no("host", "engagement two", "waiting two"), no("host", "engagement two", "waiting one"),
            no("host", "engagement one", "passed one", status=409),
        ),
    ),
    post(
        "listen:reject", "host", "engagement one", "waiting one", typed=reason,
        denied=(
            *NOT_HOSTS, no("host", "engagement two", "waiting two"), no("host", "engagement one", "passed one"),
            no("host", "engagement two", "waiting one"),
        ),
    ),
    post("listen:begin", NOBODY, *ONE, status=200, denied=(no("coordinator"), no("officer"))),
    post(
        "listen:close", "coordinator", *ONE,
        denied=(
            no("other coordinator", status=409), no("other host", status=409), no("police host"),
            no("police coordinator"), no("voter one"),
        ),
    ),
    post(
        "listen:cast", "voter one", *ONE, "passed one", typed=agree,
        denied=(
            no("coordinator"), no("voter one", *ONE, "waiting one", status=409),
            no("voter one", *ONE, "rejected one", status=409), no("voter one", *ONE, "passed two", status=409),
        ),
    ),
    post(
        "listen:take-back", "voter one", *ONE, "passed one",
        denied=(no("host"), no("voter one", *ONE, "waiting one", status=409)),
    ),
    post("listen:show-mine", "voter one", *ONE, status=200, changes=False, denied=(no("officer"),)),
    post(
        "listen:withdraw", "author one", *ONE, "waiting one", status=200,
        denied=(
            no("voter one"), no("author two"), no(NOBODY), no("host"), no("officer"),
            no("author one", "conversation two", "waiting one"),
        ),
    ),
    post(
        "listen:record", "voter one", *ONE, typed=sentence, status=200,
        denied=(no("coordinator"), no("voter two", status=409), no(NOBODY, status=409)),
    ),
    post(
        "listen:join", "coordinator", "light one", typed=voice,
        denied=(*OTHERS, no("coordinator", typed=voice_from_elsewhere, status=409)),
    ),
    post("listen:release", "coordinator", "light one", "joined one", denied=OTHERS),
    post(
        "listen:open-words", NOBODY, typed=words, changes=False,
        denied=(no("officer"), no(NOBODY, typed=wrong_words, status=409)),
    ),
    post("listen:show-said", "author one", status=200, changes=False, denied=(no("officer"), no(NOBODY, status=302))),
    post(
        "listen:burn", NOBODY, typed=words, status=200,
        denied=(no("officer"), no(NOBODY, typed=wrong_words, status=409)),
    ),
    post("listen:leave", "author one", status=200, changes=False),
)  # fmt: skip
