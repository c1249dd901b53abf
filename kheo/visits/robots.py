"""Is a browser's name a robot's? The plain ones by a short expression, the rest by crawlerdetect's list, once a name."""

import re
from functools import lru_cache

from crawlerdetect import CrawlerDetect

PLAIN = re.compile(r"bot\b|crawl|spider|slurp|curl/|wget/|python|java/|go-http|headless|scrapy|^$", re.IGNORECASE)
REMEMBERED = 4096


@lru_cache(maxsize=REMEMBERED)
def is_robot(agent: str) -> bool:
    """Whether it says so itself; who pretends to be a browser is held by the allowance of the network."""
    return bool(PLAIN.search(agent)) or CrawlerDetect(user_agent=agent).is_crawler()
