"""Who may publish what became of an engagement, and who may take it back. Everybody sees both."""

from commonground.kernel.access import Policy, anyone, not_police, own, role, where
from commonground.kernel.actor import Role

policy = Policy("tell")
coordinator = role(Role.COORDINATOR) & not_police
policy.verb("publication.publish", to=coordinator & own("opened_by", "organisation"))
policy.verb(
    "publication.withdraw",
    to=coordinator & own("engagement__opened_by", "organisation"),
    when=where("the report stands", withdrawn__isnull=True),
)
policy.rows("publication", to=anyone)
