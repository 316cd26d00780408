"""Addresses of the room."""

from django.urls import path

from commonground.web import views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("workspace/", views.workspace, name="workspace"),
    path("ledger/", views.ledger, name="ledger"),
    path("ledger/of/<uuid:key>/", views.thing, name="thing"),
    path("never/", views.never, name="never"),
    path("method/", views.method, name="method"),
]
