"""Who may put themes to a table, vote on them and adopt them. Default: nobody."""

from commonground.kernel.access import Policy, anyone, seat_at, where

policy = Policy("agree")
policy.verb("motion.open", to=seat_at("", chairing=True))
policy.verb("motion.vote", to=seat_at("table"), when=where("the motion is open", status="open"))
policy.verb("motion.close", to=seat_at("table", chairing=True), when=where("the motion is open", status="open"))
policy.verb("priority.adopt", to=seat_at("table", chairing=True), when=where("the motion is closed", status="closed"))
policy.rows("motion", to=anyone)
policy.rows("priority", to=anyone)
