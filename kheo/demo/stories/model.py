"""What one hand-written story of the demo holds: plain frozen data, no Django, no database.

Dates are ISO text; numbers are in the measure named beside them ("triệu đồng", "m²", "ngày công"); None means nobody
has said so yet, which is not the same as zero.
"""

from dataclasses import dataclass
from typing import NamedTuple

THEMES = (
    "Nông thôn mới",
    "Đô thị văn minh",
    "Hiến đất làm đường",
    "Sản xuất, tiêu thụ nông sản",
    "Giảm nghèo",
    "Môi trường",
    "Nếp sống văn hóa",
    "Giáo dục, khuyến học",
    "Chăm lo người yếu thế",
    "Phòng, chống thiên tai",
    "An ninh trật tự",
    "Biên giới, biển đảo",
    "Khắc phục hậu quả bom mìn",
    "Chuyển đổi số",
    "Cải cách hành chính",
    "Nâng cao chất lượng sinh hoạt chi bộ",
    "Lắng nghe, đối thoại",
)


class Body(NamedTuple):
    """The body that leads: its name as people say it and the key of its kind (party, cell, front, mass, police...)."""

    label: str
    kind: str


class Participant(NamedTuple):
    """One force that takes part; role is lead, partner or member."""

    name: str
    role: str
    part: str


class Charge(NamedTuple):
    """Who answers for it, by office, since which day."""

    name: str
    title: str
    since: str


class Contribution(NamedTuple):
    """What people gave; kind is land, labour, money or in_kind; donors are always named as a group."""

    kind: str
    amount: float
    measure: str
    donors: str
    on: str


class Progress(NamedTuple):
    """One dated note of the people who do it."""

    on: str
    note: str


class Guidance(NamedTuple):
    """One dated word from the focal body (specialist) or the answer of the unit (officer)."""

    on: str
    by: str
    text: str


class Recognition(NamedTuple):
    """One decision; level is base, commune, district or province."""

    level: str
    year: int
    number: str
    decided_on: str
    issuer: str


class Verification(NamedTuple):
    """The answer to "còn hoạt động không?": effective, weak or dead."""

    verdict: str
    on: str


@dataclass(frozen=True)
class Outcome:
    """One thing that is counted; a resource outcome (land, labour, money) equals the sum of its contributions."""

    name: str
    measure: str
    baseline: float | None
    target: float
    actual: float | None = None
    actual_on: str | None = None
    main: bool = False
    resource: str | None = None
    missed_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Story:
    """One exemplar of the demo as its own people would tell it; invented, for illustration only."""

    key: str
    name: str
    kind: str
    bearer: str
    nature: str
    field: str
    themes: tuple[str, ...]
    unit: Body
    commune: str
    place_detail: str
    starts: str
    stage: str
    origin: str
    summary: str
    situation: str
    goal: str
    method: str
    audience: str
    resources_plan: str
    schedule: str
    products: str
    sustain: str
    participants: tuple[Participant, ...]
    charge: Charge
    outcomes: tuple[Outcome, ...]
    # Years in which it was registered; the first is new or replicated, the later ones are continued.
    rounds: tuple[int, ...] = (2026,)
    registration: str = "listed"
    registration_reason: str = ""
    stage_reason: str = ""
    merged_into: str = ""
    copied_from: str = ""
    # The unit it stood in before 01/7/2025, when it began there.
    old_unit: str = ""
    contributions: tuple[Contribution, ...] = ()
    progress: tuple[Progress, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    households: int | None = None
    beneficiaries: int | None = None
    members: int | None = None
    recognitions: tuple[Recognition, ...] = ()
    verification: Verification | None = None
    public: bool = True
    confirmed_by: str = ""
    consent: str = ""
    quote: str = ""
