from django.apps import AppConfig


class AgreeConfig(AppConfig):
    name = "commonground.agree"
    label = "agree"

    def ready(self) -> None:
        # Policies, kinds and slots are read once the models stand.
        from commonground.agree import access, kinds, slots  # noqa: F401
