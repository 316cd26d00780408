from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "commonground.kernel"
    label = "kernel"
