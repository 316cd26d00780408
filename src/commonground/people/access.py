"""Who may open the place, fill seats, and see who sits where. Default: nobody."""

from commonground.kernel.access import Policy, anyone, installer, own, role, signed_in
from commonground.kernel.actor import Role

policy = Policy("people")
policy.verb("place.open", to=signed_in)
policy.verb("party.found", to=installer)
policy.verb("organisation.enter", to=installer)
policy.verb("person.appoint", to=installer)
policy.verb("neighbourhood.enter", to=installer)
policy.verb("table.set-up", to=installer)
policy.verb("seat.found", to=signed_in)
policy.verb("seat.fill", to=role(Role.SEAT) & own("", "table"))
policy.verb("seat.empty", to=role(Role.SEAT) & own("party", "party"))
policy.verb("session.begin", to=anyone)
policy.verb("session.choose", to=signed_in)
policy.verb("session.end", to=signed_in)
policy.rows("place", to=anyone)
policy.rows("party", to=anyone)
policy.rows("organisation", to=anyone)
policy.rows("neighbourhood", to=anyone)
policy.rows("table", to=anyone)
