from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "commonground.measure"
    label = "measure"
