"""Signing in, and choosing the seat or role to act in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commonground.ui.forms import Form


class SignInForm(Form):
    """E-mail and password."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class ChooseForm(Form):
    """One of the seats and roles that the person holds."""

    held = forms.UUIDField()
