"""Who may publish what became of an engagement, and who may take it back. Everybody sees both."""

from commonground.kernel.access import Policy, anyone, role, where
from commonground.kernel.actor import Role

policy = Policy("tell")
policy.verb("publication.publish", to=role(Role.COORDINATOR))
policy.verb("publication.withdraw", to=role(Role.COORDINATOR), when=where("the report stands", withdrawn__isnull=True))
policy.rows("publication", to=anyone)
