"""Links that anybody can open safely, and the site each leads to."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from commonground.act.models import LINK
from commonground.kernel.refusals import RefusedAct

# Letters of the alphabet only: a name in look-alike letters would show readers another host than the one they visit.
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\\]")


class NoSuchLink(RefusedAct):
    """The link is not one that anybody can open safely."""

    def __init__(self) -> None:
        super().__init__(
            _("The link must begin with https://, name a public site, and hold no password, space or line break.")
        )


def host_of(link: str) -> str:
    """The site that a link leads to. Raises NoSuchLink for anything but a plain https address of a public site."""
    try:
        parts = urlsplit(link)
        port = parts.port
    except ValueError as error:
        raise NoSuchLink from error
    host = parts.hostname or ""
    plain = link.startswith("https://") and parts.username is None and parts.password is None and port in (None, 443)
    if not plain or len(link) > LINK or UNSEEN.search(link) or not HOST.fullmatch(host):
        raise NoSuchLink
    return host
