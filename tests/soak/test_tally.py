"""The comparison that decides whether a soak lost anything finds each kind of loss."""

from scripts.soak.tally import Cell, differences, percentile

KEY = ("aa" * 16, "bb" * 16)
OTHER = ("aa" * 16, "cc" * 16)


def acknowledged(value: int | None, *, then_unanswered: int | None = None, sent_again: bool = False) -> Cell:
    cell = Cell()
    cell.answered(value)
    if sent_again:
        cell.unanswered.add(then_unanswered)
    return cell


def test_votes_that_stand_as_acknowledged_are_no_difference() -> None:
    assert differences({KEY: acknowledged(1), OTHER: acknowledged(None)}, [(KEY, 1)]) == []


def test_a_lost_vote_is_found() -> None:
    (found,) = differences({KEY: acknowledged(0)}, [])
    assert found.endswith("was acknowledged as 0, but None stands.")


def test_an_older_vote_that_came_back_is_found() -> None:
    cell = acknowledged(1)
    cell.answered(-1)
    assert len(differences({KEY: cell}, [(KEY, 1)])) == 1


def test_a_vote_that_was_taken_back_and_still_stands_is_found() -> None:
    assert len(differences({KEY: acknowledged(None)}, [(KEY, 1)])) == 1


def test_a_vote_that_stands_twice_is_found() -> None:
    (found,) = differences({KEY: acknowledged(1)}, [(KEY, 1), (KEY, 1)])
    assert found.endswith("stands 2 times.")


def test_a_vote_that_nobody_sent_is_found() -> None:
    (found,) = differences({KEY: acknowledged(1)}, [(KEY, 1), (OTHER, 1)])
    assert found.startswith("Nobody sent")


def test_an_unanswered_change_may_have_arrived_or_not_but_nothing_else_may_stand() -> None:
    told = {KEY: acknowledged(1, then_unanswered=-1, sent_again=True)}
    assert differences(told, [(KEY, 1)]) == []
    assert differences(told, [(KEY, -1)]) == []
    assert len(differences(told, [(KEY, 0)])) == 1
    assert len(differences(told, [])) == 1


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert (percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1)) == (51.0, 100.0, 100.0)
    assert percentile([], 0.5) == 0.0
