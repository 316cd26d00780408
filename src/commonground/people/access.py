"""Who may open the place, fill seats, and see who sits where. Default: nobody."""

from commonground.kernel.access import Policy, anyone, installer, own, seat_at, signed_in, where

policy = Policy("people")
policy.verb("place.open", to=signed_in)
policy.verb("party.found", to=installer)
policy.verb("organisation.enter", to=installer)
policy.verb("person.appoint", to=installer)
policy.verb("neighbourhood.enter", to=installer)
policy.verb("table.set-up", to=installer)
policy.verb("seat.found", to=signed_in)
policy.verb("seat.fill", to=seat_at(""))
policy.verb(
    "seat.empty",
    to=seat_at("table") & own("party", "party"),
    when=where("the seat is held", to_day__isnull=True),
)
policy.verb("session.begin", to=anyone)
policy.verb("session.choose", to=anyone)
policy.verb("session.end", to=anyone)
policy.rows("place", to=anyone)
policy.rows("party", to=anyone)
policy.rows("organisation", to=anyone)
policy.rows("neighbourhood", to=anyone)
policy.rows("table", to=anyone)
