"""The demo, switched on for one file at a time: its settings, its addresses, and Alder Falls loaded once."""

import importlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from django.urls import clear_url_caches
from django.utils import translation

import commonground.demo.urls
import commonground.urls
from commonground.demo import load
from tests.demo.told import Told, told


def _addresses_anew() -> None:
    importlib.reload(commonground.demo.urls)
    importlib.reload(commonground.urls)
    clear_url_caches()


@pytest.fixture(scope="module")
def demo() -> Iterator[None]:
    """The mode and the addresses of the demo."""
    with override_settings(DEMO=True):
        _addresses_anew()
        yield
    _addresses_anew()


@pytest.fixture(scope="module")
def loaded_before(demo: None, django_db_setup: None, django_db_blocker: Any) -> Told:
    """What a first loading said; nothing of it is left."""
    with django_db_blocker.unblock(), transaction.atomic():
        load.alder_falls(tell=_quietly)
        said = told()
        transaction.set_rollback(True)
    return said


@pytest.fixture(scope="module")
def city(loaded_before: Told, django_db_blocker: Any) -> Iterator[None]:
    """Alder Falls, loaded once for a file."""
    with django_db_blocker.unblock(), transaction.atomic():
        load.alder_falls(tell=_quietly)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def alder_falls(city: None) -> Iterator[None]:
    """The loaded city, read in English; what a test changes in it is undone."""
    with translation.override("en"), transaction.atomic():
        yield
        transaction.set_rollback(True)


def _quietly(_line: str) -> None:
    return None
