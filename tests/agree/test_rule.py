"""The rule of a table, as a plain value: no side can be outvoted by not being there."""

from hypothesis import given
from hypothesis import strategies as st

from commonground.agree.rule import Absence, Choice, Rule, Tally, Vote
from commonground.kernel.actor import PartyKind

POLICE, AUTHORITY, COMMUNITY = PartyKind.POLICE, PartyKind.AUTHORITY, PartyKind.COMMUNITY
RULE = Rule(quorum=4, present_of_sides={POLICE: 1, COMMUNITY: 2}, share_not_police=0.5)
tallies = st.lists(st.builds(Vote, st.sampled_from(PartyKind), st.sampled_from(Choice)), max_size=12).map(
    lambda votes: Tally(tuple(votes))
)
rules = st.builds(
    Rule,
    quorum=st.integers(1, 8),
    present_of_sides=st.dictionaries(st.sampled_from(PartyKind), st.integers(0, 3)),
    share_not_police=st.sampled_from([0, 0.3, 0.5, 0.6, 2 / 3, 1]),
)


def tally(*votes: tuple[PartyKind, Choice]) -> Tally:
    return Tally(tuple(Vote(side, choice) for side, choice in votes))


def test_an_absent_side_is_named_with_how_many_came() -> None:
    present = tally((POLICE, Choice.AYE), (AUTHORITY, Choice.AYE), (COMMUNITY, Choice.AYE), (AUTHORITY, Choice.AYE))
    assert RULE.absent_sides(present) == (Absence(COMMUNITY, present=1, wanted=2),)
    assert not RULE.carries(present)


def test_a_seat_that_abstains_is_present_and_on_neither_side() -> None:
    present = tally(
        (POLICE, Choice.AYE), (COMMUNITY, Choice.ABSTAIN), (COMMUNITY, Choice.ABSTAIN), (AUTHORITY, Choice.ABSTAIN)
    )
    assert RULE.carries(present)


def test_as_many_noes_as_ayes_do_not_carry() -> None:
    present = tally((POLICE, Choice.AYE), (COMMUNITY, Choice.NAY), (COMMUNITY, Choice.AYE), (AUTHORITY, Choice.NAY))
    assert RULE.stands(present)
    assert not RULE.carries(present)


def test_three_of_five_not_police_meets_a_share_of_six_tenths() -> None:
    present = tally(*[(POLICE, Choice.AYE)] * 2, *[(COMMUNITY, Choice.AYE)] * 3)
    assert not Rule(1, {}, 0.6).police_outweigh(present)
    assert Rule(1, {}, 0.61).police_outweigh(present)


@given(rules, tallies)
def test_whatever_carries_had_its_quorum_its_sides_its_share_and_more_ayes(rule: Rule, present: Tally) -> None:
    carried = rule.carries(present)
    others = [vote for vote in present.votes if vote.side is not POLICE]
    assert carried == (
        len(present.votes) >= rule.quorum
        and all(
            sum(vote.side is side for vote in present.votes) >= wanted for side, wanted in rule.present_of_sides.items()
        )
        and len(others) >= rule.share_not_police * len(present.votes) - 1e-9
        and present.ayes > present.nays
    )


@given(rules, st.integers(1, 12))
def test_police_alone_never_carry_where_anybody_else_is_asked_for(rule: Rule, seats: int) -> None:
    alone = tally(*[(POLICE, Choice.AYE)] * seats)
    asked = rule.share_not_police > 0 or any(
        count for side, count in rule.present_of_sides.items() if side is not POLICE
    )
    assert not (asked and rule.carries(alone))
