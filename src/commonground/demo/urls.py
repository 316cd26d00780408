"""Addresses of the demo. A town has none of them: they are built only where the settings say demo."""

from django.conf import settings
from django.urls import URLPattern, path

from commonground.demo import views

app_name = "demo"
urlpatterns: list[URLPattern] = (
    [
        path("walk-in/", views.personas, name="personas"),
        path("walk-in/<slug:slug>/", views.walk_in, name="walk-in"),
    ]
    if settings.DEMO
    else []
)
