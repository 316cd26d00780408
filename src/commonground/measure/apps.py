from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "commonground.measure"
    label = "measure"

    def ready(self) -> None:
        # Policies, kinds and slots are read once the models stand.
        from commonground.measure import access, kinds, slots  # noqa: F401
