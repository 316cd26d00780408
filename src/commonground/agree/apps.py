from django.apps import AppConfig


class AgreeConfig(AppConfig):
    name = "commonground.agree"
    label = "agree"
