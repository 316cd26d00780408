"""Only the demo shifts the clock; keys are files, made whole, never replaced."""

import datetime as dt
import multiprocessing
from pathlib import Path

import pytest

from commonground.kernel import clock
from commonground.kernel.keys import KeyMissing, Keyring

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


def test_a_town_cannot_shift_the_clock(settings: object) -> None:
    assert settings.DEMO is False  # type: ignore[attr-defined]
    with pytest.raises(clock.ClockIsFixed), clock.at(LONG_AGO):
        pass
    assert clock.today().year > 2001


def test_the_demo_shifts_it_and_gives_it_back(settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    with clock.at(LONG_AGO):
        assert clock.today().year in (2000, 2001)
    assert clock.today().year > 2001


def test_a_missing_key_stops_the_house_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeyMissing, match="keys create"):
        Keyring(tmp_path).secret("receipts")


def test_a_damaged_key_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "receipts.key").write_bytes(b"short")
    with pytest.raises(KeyMissing):
        Keyring(tmp_path, create=True).secret("receipts")


def _make(folder: Path) -> bytes:
    return Keyring(folder, create=True).secret("ledger")


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(_make, [tmp_path] * 8))) == 1
