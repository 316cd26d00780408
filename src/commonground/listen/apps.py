from django.apps import AppConfig


class ListenConfig(AppConfig):
    name = "commonground.listen"
    label = "listen"

    def ready(self) -> None:
        from commonground.listen import access, kinds, slots  # noqa: F401 (policies and kinds are read once the models stand)
