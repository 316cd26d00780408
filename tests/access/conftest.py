"""The world, built once for a file; what a test changes in it is undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation

# The demo's addresses are settled when this module is first imported: here, in a town, before any test of the demo.
import commonground.urls  # noqa: F401
from tests.access.world import World, build


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Every row of the world, inside a transaction that never ends well."""
    folder: Path = tmp_path_factory.mktemp("export")
    with django_db_blocker.unblock(), translation.override("en"), transaction.atomic():
        yield build(folder)
        transaction.set_rollback(True)


@pytest.fixture
def world(built: World) -> Iterator[World]:
    """The world as it was built."""
    with translation.override("en"), transaction.atomic():
        yield built
        transaction.set_rollback(True)
