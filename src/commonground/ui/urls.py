"""The living style guide."""

from django.urls import path

from commonground.ui import views

app_name = "ui"
urlpatterns = [path("design/", views.design, name="design")]
