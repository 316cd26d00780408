"""The living style guide: every component in every state."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from commonground.kernel.access import anyone, sees
from commonground.ui import specimens


@sees(anyone)
def design(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, in the language of the page."""
    return render(request, "ui/design.html", specimens.everything())
