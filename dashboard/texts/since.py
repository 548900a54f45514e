"""What a figure did since something was agreed, in words: then, now, and a direction only where a test allows it."""

THEN_AND_NOW = "{then_period}: {then}. {now_period}: {now}. {course}"
ONLY_NOW = "{now_period}: {now}."
NOTHING_NEW = "Nog geen nieuw cijfer. {now_period}: {now}."
BROKEN = "Ertussen is de reeks veranderd, dus deze cijfers zijn niet te vergelijken."
NO_FIGURE = "Er is geen cijfer."
