"""Addresses of the room."""

from django.urls import path

from commonground.agree import views

app_name = "agree"
urlpatterns = [
    path("agree/", views.index, name="index"),
    path("agree/tables/<uuid:table_id>/", views.table, name="table"),
    path("agree/themes/<uuid:theme_id>/put/", views.put, name="put"),
    path("agree/themes/<uuid:theme_id>/open/", views.open_motion, name="open-motion"),
    path("agree/motions/<uuid:motion_id>/", views.motion, name="motion"),
    path("agree/motions/<uuid:motion_id>/vote/", views.vote, name="vote"),
    path("agree/motions/<uuid:motion_id>/close/", views.close, name="close"),
    path("agree/motions/<uuid:motion_id>/adopt/", views.adopt, name="adopt"),
    path("agree/priorities/<uuid:priority_id>/", views.priority, name="priority"),
]
