"""All the usual kinds of model the seeded generator may draw from."""

from kheo.demo.stories.kind import ModelKind
from kheo.demo.stories.kinds_culture import CULTURE_KINDS
from kheo.demo.stories.kinds_defence import DEFENCE_KINDS
from kheo.demo.stories.kinds_economy import ECONOMY_KINDS
from kheo.demo.stories.kinds_politics import POLITICS_KINDS

KINDS: tuple[ModelKind, ...] = ECONOMY_KINDS + CULTURE_KINDS + DEFENCE_KINDS + POLITICS_KINDS
