"""From a proposal to the decision and the paper that proves it: rule sets, scores, panels, votes, decisions, awards."""
