"""The tables of polls: what is asked, and what was answered."""

from kheo.polls.models.poll import (
    NETWORK_LIMIT,
    SMALL_PANEL,
    Audience,
    Choice,
    Poll,
    PollKind,
    ResultsShown,
)
from kheo.polls.models.vote import NetworkKey, Tick, Vote, Voter, random_key

__all__ = [
    "NETWORK_LIMIT",
    "SMALL_PANEL",
    "Audience",
    "Choice",
    "NetworkKey",
    "Poll",
    "PollKind",
    "ResultsShown",
    "Tick",
    "Vote",
    "Voter",
    "random_key",
]
