"""What each role is called on the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from commonground.kernel.actor import Role

WORDS = {
    Role.SEAT: _("seat at a table"),
    Role.COORDINATOR: _("coordinator"),
    Role.HOST: _("host"),
    Role.MEMBER: _("member"),
    Role.OFFICER: _("officer"),
    Role.MANAGER: _("manager"),
    Role.STEWARD: _("steward"),
}


def word_for(role: Role) -> Promise:
    """The role as people say it."""
    return WORDS[role]
