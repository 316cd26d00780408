"""Addresses of the room."""

from django.urls import path

from commonground.measure import views

app_name = "measure"
urlpatterns = [
    path("measure/", views.index, name="index"),
    path("measure/<uuid:indicator_id>/", views.indicator, name="indicator"),
    path("measure/<uuid:indicator_id>/record/", views.record, name="record"),
    path("measure/<uuid:indicator_id>/readings.csv", views.as_table, name="csv"),
    path("measure/<uuid:indicator_id>/readings.svg", views.as_drawing, name="svg"),
    path("measure/of/<uuid:priority_id>/", views.new, name="new"),
    path("measure/of/<uuid:priority_id>/agree/", views.agree, name="agree"),
]
