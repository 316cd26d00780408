"""Addresses of the room."""

from django.urls import URLPattern

app_name = "tell"
urlpatterns: list[URLPattern] = []
