"""What composing leans on: the layout at hand, the office's spelling, and lines in the styles of the layout."""

from dataclasses import dataclass, replace
from datetime import date

from kheo.core.vietnamese import clean
from kheo.core.vietnamese.tones import Style as ToneStyle
from kheo.documents.layouts import Layout
from kheo.documents.paper import Align
from kheo.documents.typesetting.elements import Line, Rule, Run
from kheo.documents.typesetting.letters import require_letters, width_mm
from kheo.documents.typesetting.spelling import spelled

TIGHT = 1.2  # from one base line to the next of heads, Nơi nhận and tables, in sizes of letters
HARD_SPACE = "\u00a0"


@dataclass(frozen=True)
class Desk:
    """A layout and a spelling; makes runs and lines of text that is clean, spelled and can be printed."""

    layout: Layout
    tones: ToneStyle | None = None

    def text(self, text: str, style: str) -> str:
        """The text as it goes on paper; raises MissingLetter."""
        cleaned, _ = clean(text)
        cleaned = spelled(cleaned.replace("\t", " "), self.tones)
        if self.layout.styles()[style].capitals:
            cleaned = cleaned.upper()
        require_letters(cleaned)
        return cleaned

    def run(self, text: str, style: str, **differs: bool) -> Run:
        """Letters of a style."""
        return Run(self.text(text, style), style, **differs)

    def line(self, text: str, style: str, align: Align = "center", **how: object) -> Line:
        """A tight line of one style, as the heads are made of."""
        return Line((self.run(text, style),), align, pitch=self.tight(style), **how)

    def lines(self, text: str, style: str, align: Align = "center", **how: object) -> tuple[Line, ...]:
        """A tight line for each line of the text; none for no text."""
        return tuple(self.line(one, style, align, **how) for one in text.splitlines() if one.strip())

    def balanced(self, text: str, style: str, room: float) -> tuple[Line, ...]:
        """Tight lines of a head; a name wider than its column is parted near its middle, not before its last word."""
        lines = self.lines(text, style)
        return tuple(part for line in lines for part in self._halves(line, room))

    def _halves(self, line: Line, room: float) -> tuple[Line, ...]:
        words = line.runs[0].text.split(" ")
        if self.width(line) <= room or len(words) == 1:
            return (line,)
        middle = min(
            range(1, len(words)), key=lambda place: abs(len(" ".join(words[:place])) * 2 - len(line.runs[0].text))
        )
        halves = (" ".join(words[:middle]), " ".join(words[middle:]))
        return tuple(replace(line, runs=(replace(line.runs[0], text=half),)) for half in halves)

    def body(self, *runs: Run, align: Align = "justify", indent: bool = True, **how: object) -> Line:
        """A paragraph of the body: the layout's pitch, indent and space before."""
        return Line(
            runs,
            align,
            indent=self.layout.indent.value if indent else 0,
            before=self.layout.space_before.value,
            pitch=self.layout.line_pitch.value,
            **how,
        )

    def tight(self, style: str) -> float:
        """The pitch of lines that are not of the body, in pt."""
        return round(self.layout.styles()[style].size.value * TIGHT, 2)

    def width(self, line: Line) -> float:
        """How wide a line of one style is, in mm."""
        style = self.layout.styles()[line.runs[0].style]
        text = "".join(run.text for run in line.runs)
        return width_mm(text, style.size.value, bold=style.bold, italic=style.italic)

    def rule_under(self, line: Line, part: float, room: float) -> Rule:
        """A rule as long as a part of the line over it, and never longer than that part of its column."""
        return Rule(round(min(self.width(line), room) * part, 2))


def day_in_words(on: date | None) -> str:
    """ngày 09 tháng 02 năm 2026: a day below ten and the first two months with a zero; blanks when not known yet."""
    if on is None:
        gap = HARD_SPACE * 6
        return f"ngày{gap}tháng{gap}năm{gap}"
    month = f"{on.month:02}" if on.month < 3 else str(on.month)
    return f"ngày {on.day:02} tháng {month} năm {on.year}"
