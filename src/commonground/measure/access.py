"""Who may agree on an indicator and who may record its readings. Everybody sees both."""

from commonground.kernel.access import Policy, anyone, not_police, own, role
from commonground.kernel.actor import Role

policy = Policy("measure")
policy.verb(
    "indicator.agree", to=role(Role.COORDINATOR) & not_police & own("theme__engagement__opened_by", "organisation")
)
policy.verb("reading.record", to=role(Role.MEMBER, Role.COORDINATOR, Role.STEWARD) & own("owner", "organisation"))
policy.rows("indicator", to=anyone)
policy.rows("reading", to=anyone)
