"""Addresses of the room."""

from django.urls import URLPattern

app_name = "agree"
urlpatterns: list[URLPattern] = []
