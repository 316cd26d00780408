"""Addresses of the room."""

from django.urls import path

from commonground.tell import views

app_name = "tell"
urlpatterns = [
    path("tell/", views.index, name="index"),
    path("tell/<uuid:publication_id>/", views.publication, name="publication"),
    path("tell/<uuid:publication_id>/withdraw/", views.withdraw, name="withdraw"),
    path("tell/of/<uuid:engagement_id>/", views.new, name="new"),
    path("tell/of/<uuid:engagement_id>/publish/", views.publish, name="publish"),
]
