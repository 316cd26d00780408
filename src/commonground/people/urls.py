"""Addresses of the room."""

from django.urls import path

from commonground.people import views

app_name = "people"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/check/", views.begin_session, name="begin-session"),
    path("seat/", views.choose, name="choose"),
    path("seat/choose/", views.choose_held, name="choose-held"),
    path("sign-out/", views.end_session, name="sign-out"),
]
