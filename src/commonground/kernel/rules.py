"""The kernel's own policy."""

from commonground.kernel.access import Policy, clock, installer

policy = Policy("kernel")
policy.verb("thing.translate", to=installer)
policy.verb("day.turn", to=clock)
