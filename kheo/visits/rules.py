"""How visits are counted: every constant in one place. The page *Cách tính* prints them; a change of meaning is dated."""

from dataclasses import dataclass
from datetime import date

HALF_HOUR = 30 * 60  # seconds, of the clock: within it one visitor's views of one page count once
PER_NETWORK = 600  # views counted of one network in a half-hour: an office of hundreds behind one address fits
ONLINE = 5 * 60  # seconds for which somebody is said to be here after opening a page
ONLINE_PER_NETWORK = 30  # visitors of one network that are said to be here, however many agents it shows
STEP = 60  # seconds after which a repeated view says anew that its visitor is here
SEAM = ONLINE  # seconds after midnight in which yesterday's hash of a visitor is still known
KEPT_DAYS = 7  # days after which raw hits are deleted; what was rolled up of them stays for ever
AGENT_LIMIT = 400  # characters of a browser's name that tell visitors apart


@dataclass(frozen=True)
class Definition:
    """What a view meant from a day on, in words for readers."""

    since: date
    words: str


DEFINITIONS = (
    Definition(
        date(2026, 11, 24),
        "Một lượt xem là một người xem mở một trang đã xuất bản, tính một lần trong mỗi nửa giờ; máy dò và trình duyệt "
        "không chạy JavaScript đếm riêng.",
    ),
)
