"""The words of a rule set: a measure within its range, a style of letters, a layout with the days it holds."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from kheo.documents.paper import Form

Mark = Literal["star", "short rule", "text rule", "dashes", "none"]


@dataclass(frozen=True)
class Measure:
    """A length or size: what Khéo uses, what the rule permits, and where the rule is told."""

    value: float
    low: float
    high: float
    unit: Literal["mm", "pt"]
    source: str


def mm(value: float, low: float, high: float, source: str) -> Measure:
    """A length on the page."""
    return Measure(value, low, high, "mm", source)


def pt(value: float, low: float, high: float, source: str) -> Measure:
    """A size of letters or a pitch of lines."""
    return Measure(value, low, high, "pt", source)


@dataclass(frozen=True)
class Style:
    """How a part of the paper is lettered."""

    size: Measure
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False


@dataclass(frozen=True)
class Wording:
    """Signs and fixed words in which the forms differ."""

    number: str  # with {number}, {code}, {symbol}
    letter_number: str
    authority: str  # how the two letters of T/M, K/T, T/L are joined: {0}, {1}
    end: str  # after the last word of the body
    ground: str  # a căn cứ, with {text}
    last_ground: str
    recipient: str  # a line of Nơi nhận, with {text}
    letter_about: str  # the trích yếu of a công văn, with {text}
    source: str


@dataclass(frozen=True)
class Layout:
    """A rule set of layout: which form, since when, until when, every measure and style."""

    name: str
    form: Form
    starts: date
    ends: date | None

    page_width: Measure
    page_height: Measure
    margin_top: Measure
    margin_bottom: Measure
    margin_left: Measure
    margin_right: Measure
    number_from_edge: Measure
    indent: Measure
    line_pitch: Measure
    space_before: Measure

    nation: Style  # ĐẢNG CỘNG SẢN VIỆT NAM, or Quốc hiệu
    motto: Style | None  # Tiêu ngữ; the Party's form has none
    superior: Style
    issuer: Style
    number: Style
    place_and_date: Style
    kind: Style
    about: Style
    letter_about: Style
    decider: Style
    addressee: Style
    ground: Style
    body: Style
    heading: Style
    authority: Style
    signer_title: Style
    signer_name: Style
    recipients_title: Style
    recipients: Style
    table: Style
    page_number: Style

    issuer_mark: Mark
    about_mark: Mark
    short_rule: tuple[float, float, float] | None  # part of the text over it: used, least, most
    wording: Wording
    marks_source: str

    def measures(self) -> dict[str, Measure]:
        """Every measure by its name, sizes of letters among them."""
        found = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, Measure):
                found[one.name] = value
            elif isinstance(value, Style):
                found[f"{one.name}.size"] = value.size
        return found

    def styles(self) -> dict[str, Style]:
        """Every style by its name."""
        return {one.name: value for one in fields(self) if isinstance(value := getattr(self, one.name), Style)}

    @property
    def text_width(self) -> float:
        """Between the margins, in mm."""
        return self.width_between_margins(landscape=False)

    def width_between_margins(self, *, landscape: bool) -> float:
        """The same on a page that lies, or stands; the margins left and right are those of a standing page."""
        page = self.page_height if landscape else self.page_width
        return page.value - self.margin_left.value - self.margin_right.value
