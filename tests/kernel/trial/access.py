from commonground.kernel.access import Policy, anyone, clock, installer, own, resident, where

policy = Policy("trial")
is_open = where("the meeting is open", status="open")
policy.verb("meeting.call", to=own("", "party") | installer)
policy.verb("meeting.rename", to=own("owner", "party"), when=is_open)
policy.verb("meeting.rename", to=installer)
policy.verb("meeting.scrap", to=installer)
policy.verb("meeting.seal", to=clock)
policy.verb("meeting.join", to=own("", "party"))
policy.verb("mark.make", to=resident, when=is_open)
policy.rows("meeting", to=anyone, when=is_open)
policy.rows("meeting", to=own("owner", "party"))
policy.fields("meeting", secret=own("owner", "party"))
