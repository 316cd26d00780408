from django.apps import AppConfig


class ActConfig(AppConfig):
    name = "commonground.act"
    label = "act"

    def ready(self) -> None:
        # Policies, kinds and slots are read once the models stand.
        from commonground.act import access, kinds, slots  # noqa: F401
