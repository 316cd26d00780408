"""The kernel's own policy."""

from commonground.kernel.access import Policy, clock, installer, role
from commonground.kernel.actor import Role

policy = Policy("kernel")
policy.verb("thing.translate", to=installer | role(Role.COORDINATOR))
policy.verb("day.turn", to=clock)
