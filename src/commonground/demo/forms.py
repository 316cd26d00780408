"""Choosing whom to walk in as."""

from django import forms

from commonground.ui.forms import Form


class WalkInForm(Form):
    """The seat or role to act in."""

    held = forms.UUIDField()
