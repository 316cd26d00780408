from django.apps import AppConfig


class ListenConfig(AppConfig):
    name = "commonground.listen"
    label = "listen"
