"""Addresses of the room."""

from django.urls import path

from commonground.act import views

app_name = "act"
urlpatterns = [
    path("act/", views.index, name="index"),
    path("act/priorities/<uuid:priority_id>/promise/", views.promise, name="promise"),
    path("act/priorities/<uuid:priority_id>/make/", views.make_promise, name="make-promise"),
    path("act/promises/<uuid:commitment_id>/", views.commitment, name="commitment"),
    path("act/promises/<uuid:commitment_id>/show/", views.show, name="show"),
    path("act/promises/<uuid:commitment_id>/keep/", views.keep, name="keep"),
    path("act/promises/<uuid:commitment_id>/drop/", views.drop, name="drop"),
]
