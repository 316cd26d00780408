"""Who may promise, show evidence and settle. An organisation speaks for itself alone. Default: nobody."""

from commonground.kernel.access import Policy, anyone, counting, own, role, side, where
from commonground.kernel.actor import PartyKind, Role

members = role(Role.MEMBER) | (role(Role.SEAT) & counting)
promisers = members & side(*PartyKind)
promised = where("the promise stands", status="promised")

policy = Policy("act")
policy.verb("commitment.promise", to=promisers)
policy.verb("commitment.keep", to=members & own("organisation", "organisation"), when=promised)
policy.verb("commitment.drop", to=members & own("organisation", "organisation"), when=promised)
policy.verb(
    "evidence.show",
    to=members & own("organisation", "organisation"),
    when=where("the promise stands or was kept", status__in=("promised", "kept")),
)
policy.rows("commitment", to=anyone)
policy.rows("evidence", to=anyone)
