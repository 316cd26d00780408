from django.apps import AppConfig


class TellConfig(AppConfig):
    name = "commonground.tell"
    label = "tell"
