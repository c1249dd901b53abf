"""The verbs of this room: people invited and looked after, memberships given and ended, work handed over."""
