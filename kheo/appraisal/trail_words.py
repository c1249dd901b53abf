"""What the acts of this room are called on the page of the trail; moves are called as on their buttons."""

from kheo.accounts import trail
from kheo.appraisal.lifecycle.batch import BATCH
from kheo.appraisal.lifecycle.nomination import NOMINATION
from kheo.appraisal.lifecycle.rules import RULE_SET
from kheo.appraisal.lifecycle.vote import VOTE

VERBS = {
    **{f"nomination.{move.name}": move.label for move in NOMINATION},
    **{f"ruleset.{move.name}": f"{move.label} bộ tiêu chí" for move in RULE_SET},
    **{f"panelvote.{move.name}": move.label for move in VOTE},
    **{f"decisionbatch.{move.name}": move.label for move in BATCH},
}
FACTS: dict[str, str] = {}


def tell() -> None:
    trail.register(VERBS, FACTS)
