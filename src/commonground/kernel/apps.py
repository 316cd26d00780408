from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class KernelConfig(AppConfig):
    name = "commonground.kernel"
    label = "kernel"

    def ready(self) -> None:
        from commonground.kernel import rules  # noqa: F401 (policies are read once the models stand)

        post_migrate.connect(_common_space, sender=self)


def _common_space(using: str, **_: Any) -> None:
    """Every installation has the space that everybody shares, before anything can be entered."""
    from commonground.kernel.models import Space

    Space.objects.using(using).get_or_create(id=Space.common())
