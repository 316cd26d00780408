from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "commonground.demo"
    label = "demo"

    def ready(self) -> None:
        from commonground.demo import access, slots  # noqa: F401 (policy and slots are read once the models stand)
