"""The head of a paper: bodies on the left, nation on the right, number, place and day; then its title."""

from kheo.documents.layouts import Layout
from kheo.documents.paper import TYPE_CODES, Form, Paper, PaperKind
from kheo.documents.typesetting.desk import HARD_SPACE, Desk, day_in_words
from kheo.documents.typesetting.elements import Element, Line, Pair, Rule

NATION = {Form.PARTY: "Đảng Cộng sản Việt Nam", Form.STATE: "Cộng hòa xã hội chủ nghĩa Việt Nam"}
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RIGHT = {Form.PARTY: 82.0, Form.STATE: 91.0}  # mm: the nation's line must stand on one line
STAR, DASHES = "*", "-----"
UNDER_HEAD, OVER_TITLE, OVER_NUMBER = 4, 14, 4  # pt


def head(paper: Paper, desk: Desk) -> tuple[Element, ...]:
    """The two-column head."""
    right = RIGHT[Form(paper.form)]
    left = desk.layout.text_width - right
    widths = (left, right)
    bodies = (*desk.balanced(paper.superior, "superior", left), *marked(desk, paper.issuer, left))
    numbered = (*number_lines(paper, desk), *letter_about(paper, desk, left))
    return (Pair((bodies, nation(paper, desk)), widths), Pair((numbered, (dated(paper, desk),)), widths, OVER_NUMBER))


def nation(paper: Paper, desk: Desk) -> tuple[Line | Rule, ...]:
    """Whose country or Party it is, with a rule as long as the words."""
    lines = [desk.line(NATION[Form(paper.form)], "nation")]
    if desk.layout.motto:
        lines.append(desk.line(MOTTO, "motto"))
    return (*lines, desk.rule_under(lines[-1], 1, 1000))


def marked(desk: Desk, issuer: str, room: float) -> tuple[Line | Rule, ...]:
    """The issuing body with its mark: a star, or a rule of a third to a half of its width."""
    lines = desk.balanced(issuer, "issuer", room)
    if desk.layout.issuer_mark == "star":
        return (*lines, desk.line(STAR, "issuer"))
    return (*lines, desk.rule_under(lines[-1], short_part(desk.layout), room)) if lines else ()


def number_lines(paper: Paper, desk: Desk) -> tuple[Line, ...]:
    """Số, ký hiệu; blank where the office's own register will number it, absent where the kind bears none."""
    kind = PaperKind(paper.kind)
    if kind not in TYPE_CODES:
        return ()
    return (desk.line(number_line(desk.layout, kind, paper.symbol, paper.number), "number"),)


def number_line(layout: Layout, kind: PaperKind, symbol: str, number: str | None) -> str:
    """Số 05-TTr/ĐU, Số: 05/TTr-UBND."""
    wording = layout.wording
    pattern = wording.letter_number if kind == PaperKind.LETTER else wording.number
    return pattern.format(number=number or HARD_SPACE * 6, code=TYPE_CODES[kind], symbol=symbol or HARD_SPACE * 6)


def letter_about(paper: Paper, desk: Desk, room: float) -> tuple[Line, ...]:
    """What an official letter is about, under its number."""
    if paper.kind != PaperKind.LETTER:
        return ()
    return desk.balanced(desk.layout.wording.letter_about.format(text=paper.about), "letter_about", room)


def dated(paper: Paper, desk: Desk) -> Line:
    """Place and day."""
    day = day_in_words(paper.on)
    return desk.line(f"{paper.place}, {day}" if paper.place else day, "place_and_date")


def title(paper: Paper, desk: Desk) -> tuple[Element, ...]:
    """Kind and trích yếu in the middle, the mark under them, and who decides."""
    lines: list[Element] = list(desk.lines(paper.title, "kind", before=OVER_TITLE))
    if paper.kind != PaperKind.LETTER:
        about = desk.lines(_begun(paper.about, paper.form), "about", before=1)
        lines += [*about, *about_mark(about, desk)]
    lines += desk.lines(paper.decider, "decider", before=8)
    return tuple(lines)


def about_mark(about: tuple[Line, ...], desk: Desk) -> tuple[Element, ...]:
    """What stands under the trích yếu."""
    if not about:
        return ()
    if desk.layout.about_mark == "dashes":
        return (desk.line(DASHES, "about"),)
    return (desk.rule_under(about[-1], short_part(desk.layout), desk.layout.text_width),)


def short_part(layout: Layout) -> float:
    """The part of the words over it that a short rule is long."""
    assert layout.short_rule is not None
    return layout.short_rule[0]


def _begun(text: str, form: str) -> str:
    """Over a paper of the state the trích yếu begins with a capital; the Party's is written as it is given."""
    return text[:1].upper() + text[1:] if form == Form.STATE else text
