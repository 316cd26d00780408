from django.apps import AppConfig


class TellConfig(AppConfig):
    name = "commonground.tell"
    label = "tell"

    def ready(self) -> None:
        # Policies, kinds and slots are read once the models stand.
        from commonground.tell import access, kinds, slots  # noqa: F401
