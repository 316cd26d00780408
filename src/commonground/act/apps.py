from django.apps import AppConfig


class ActConfig(AppConfig):
    name = "commonground.act"
    label = "act"
