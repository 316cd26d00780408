"""Which rows somebody sees, and whether they see this one, are one question with one answer."""

import pytest
from django.apps import apps
from django.http import Http404

from commonground.kernel import access, thread
from commonground.kernel.access import POLICIES
from commonground.kernel.actor import Actor, Holder, PartyKind, Resident
from commonground.kernel.matrix import archetypes
from commonground.kernel.models import Registered
from commonground.listen.models import Voice
from tests.access.world import World

pytestmark = pytest.mark.django_db
UNSEEN = {"waiting", "quarantined", "rejected", "withdrawn"}


def kinds() -> dict[str, type[Registered]]:
    """Every kind that the house has a rule of rows for."""
    models = {model.kind: model for model in apps.get_models() if issubclass(model, Registered)}
    return {kind: models[kind] for kind, rules in POLICIES.rows.items() if any(rule.room != "trial" for rule in rules)}


def judged(row: Registered, actor: Actor) -> bool:
    """Whether the rules, asked about one row in Python, show it."""
    rules = POLICIES.rows[row.kind]
    return access.in_reach(actor, row) and any(rule.to.holds(actor, row) and rule.when.holds(row) for rule in rules)


def everybody(world: World) -> dict[str, Actor]:
    return world.actors() | {f"a stranger: {name}": actor for name, actor in archetypes().items()}


def texts(actor: Actor, *states: str) -> set[str]:
    return set(access.visible(Voice, actor).filter(status__in=states).values_list("text", flat=True))


def test_which_ones_and_this_one_agree_for_every_actor_kind_and_row(world: World) -> None:
    pairs = shown = 0
    for kind, model in kinds().items():
        rows = list(model._default_manager.select_related("thing"))
        assert rows or kind == "neighbourhood", kind
        for name, actor in everybody(world).items():
            seen = {row.pk for row in access.visible(model, actor)}
            assert seen == {row.pk for row in rows if judged(row, actor)}, (kind, name)
            pairs, shown = pairs + len(rows), shown + len(seen)
    assert 0 < shown < pairs


def test_every_actor_sees_some_voices_and_not_all(world: World) -> None:
    all_of_them = Voice.objects.count()
    for name, actor in everybody(world).items():
        assert 0 < access.visible(Voice, actor).count() < all_of_them, name


def test_a_row_that_is_not_among_the_visible_ones_does_not_exist(world: World) -> None:
    hidden = list(Voice.objects.filter(status__in=UNSEEN))
    assert len(hidden) >= 6
    for name, actor in everybody(world).items():
        for voice in hidden:
            if judged(voice, actor):
                assert access.get(Voice, voice.id, actor).pk == voice.pk, name
            else:
                with pytest.raises(Http404):
                    access.get(Voice, voice.id, actor)


def test_a_host_sees_what_waits_at_home_and_nothing_of_the_next_host(world: World) -> None:
    assert texts(world.holders["host"], "waiting", "rejected") == {
        "The waiting sentence of one.", "The rejected sentence of one.",
    }  # fmt: skip
    assert texts(world.holders["other host"], "waiting", "rejected") == {
        "The waiting sentence of two.", "The rejected sentence of two.",
    }  # fmt: skip


def test_an_author_sees_their_own_words_and_a_neighbour_does_not(world: World) -> None:
    assert texts(world.residents["author one"], "waiting", "rejected") == {
        "The waiting sentence of one.", "The rejected sentence of one.",
    }  # fmt: skip
    assert texts(world.residents["voter one"], *UNSEEN) == set()


def test_nobody_of_the_police_sees_what_waits_or_was_rejected(world: World) -> None:
    police = {
        name: actor
        for name, actor in everybody(world).items()
        if isinstance(actor, Holder) and actor.kind is PartyKind.POLICE
    }
    assert len(police) > 6
    for name, actor in police.items():
        assert texts(actor, *UNSEEN) == set(), name


def test_nobody_at_all_sees_what_was_withdrawn(world: World) -> None:
    assert Voice.objects.filter(status="withdrawn").count() == 2
    for name, actor in everybody(world).items():
        assert not access.visible(Voice, actor).filter(status="withdrawn").exists(), name


def test_the_thread_shows_nobody_a_thing_whose_row_they_may_not_see(world: World) -> None:
    for name, actor in everybody(world).items():
        for start, walk in (("engagement one", thread.forward), ("report one", thread.back)):
            stations = walk([world.key(start)], for_=actor)
            assert stations, name
            for station in stations:
                assert judged(thread.KINDS[station.kind].model._default_manager.get(pk=station.id), actor), name


def test_a_withdrawn_voice_leaves_the_thread_it_was_joined_to(world: World) -> None:
    back = {station.id for station in thread.back([world.key("report one")], for_=Resident())}
    assert world.key("joined one") in back
    assert world.key("passed one") not in back
