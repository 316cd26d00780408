from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "commonground.ui"
    label = "ui"
