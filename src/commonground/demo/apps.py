from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "commonground.demo"
    label = "demo"

    def ready(self) -> None:
        from commonground.demo import access  # noqa: F401 (the policy is read once the models stand)
