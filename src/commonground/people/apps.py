from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "commonground.people"
    label = "people"

    def ready(self) -> None:
        from commonground.people import access, place  # noqa: F401 (policies are read once the models stand)
