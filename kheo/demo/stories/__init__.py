"""The hand-written stories of the demo, by field; invented exemplars on real communes of Quảng Trị."""

from kheo.demo.stories.culture_green import CULTURE_GREEN
from kheo.demo.stories.culture_people import CULTURE_PEOPLE
from kheo.demo.stories.defence import DEFENCE
from kheo.demo.stories.economy_crops import ECONOMY_CROPS
from kheo.demo.stories.economy_land import ECONOMY_LAND
from kheo.demo.stories.model import Story
from kheo.demo.stories.politics_desk import POLITICS_DESK
from kheo.demo.stories.politics_listening import POLITICS_LISTENING

STORIES: tuple[Story, ...] = (
    ECONOMY_LAND + ECONOMY_CROPS + CULTURE_GREEN + CULTURE_PEOPLE + DEFENCE + POLITICS_DESK + POLITICS_LISTENING
)
