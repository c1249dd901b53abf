"""Reads of this room: how an office heads its papers, the list of papers, a register with who took which number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from kheo.accounts.permissions import Permission
from kheo.accounts.roles import GRANTS
from kheo.documents.models import (
    NumberRegister,
    OfficeStyle,
    PaperHead,
    PaperRecord,
    RegisterEntry,
    RegisterLine,
    Spelling,
)
from kheo.documents.paper import Form, Office, Signer
from kheo.units.models import Kind, Level, Unit

# What a body is called at the head of its papers, and its code in their symbol, until the office says otherwise.
# {short}: the name without its rank ("Ái Tử" of "xã Ái Tử").
NAMES = {
    (Form.PARTY, Kind.PARTY, Level.PROVINCE): ("Tỉnh ủy {short}", "TU"),
    (Form.PARTY, Kind.PARTY, Level.COMMUNE): ("Đảng ủy {name}", "ĐU"),
    (Form.STATE, Kind.PARTY, Level.PROVINCE): ("Ủy ban nhân dân {name}", "UBND"),
    (Form.STATE, Kind.PARTY, Level.COMMUNE): ("Ủy ban nhân dân {name}", "UBND"),
    (Form.STATE, Kind.STATE, Level.PROVINCE): ("Ủy ban nhân dân {name}", "UBND"),
    (Form.STATE, Kind.STATE, Level.COMMUNE): ("Ủy ban nhân dân {name}", "UBND"),
}
RANKS = ("xã ", "phường ", "đặc khu ", "thị trấn ", "tỉnh ", "thành phố ")


def head_for(unit: Unit, form: str | None = None) -> Office:
    """Who issues the unit's papers, as their heads name it: what the office said, and what follows from its name.

    `form`: the office's usual one unless given.
    """
    form = Form(form or usual_form(unit))
    said = PaperHead.objects.filter(unit=unit, form=form).first() or PaperHead(form=form)
    usual = usual_head(unit, form)
    signer = Signer(title=said.signer_title, name=said.signer, authority=said.authority)
    return Office(
        form=form,
        superior=said.superior or usual.superior,
        issuer=said.issuer or usual.issuer,
        symbol=said.symbol or usual.symbol,
        place=said.place or usual.place,
        signer=signer if signer != Signer("") else None,
        keeper=said.keeper,
    )


def usual_form(unit: Unit) -> Form:
    """The form the office chose; else the state's for bodies of the state, the Party's for all others."""
    style = OfficeStyle.objects.filter(unit=unit).first()
    if style:
        return Form(style.form)
    return Form.STATE if unit.kind in (Kind.STATE, Kind.SERVICE) else Form.PARTY


def spelling_of(unit: Unit) -> str:
    """The office's spelling, as `typesetting` takes it (`tones`)."""
    style = OfficeStyle.objects.filter(unit=unit).first()
    return style.spelling if style else Spelling.OLD


def usual_head(unit: Unit, form: Form) -> PaperHead:
    """What follows from the unit's name alone; not kept anywhere."""
    parent = unit.get_parent()
    issuer, symbol = _named(unit, form)
    superior = _named(parent, form)[0] if parent and form == Form.PARTY else ""
    place = _short((unit.place or unit).name)
    return PaperHead(unit=unit, form=form, superior=superior, issuer=issuer, symbol=symbol, place=place)


def _named(unit: Unit, form: Form) -> tuple[str, str]:
    pattern, symbol = NAMES.get((form, unit.kind, unit.level), ("{title}", ""))
    short = _short(unit.name)
    if unit.name.startswith("thành phố "):
        pattern = pattern.replace("Tỉnh ủy", "Thành ủy")
    return pattern.format(name=unit.name, short=short, title=unit.title), symbol


def _short(name: str) -> str:
    rank = next((one for one in RANKS if name.startswith(one)), "")
    return name[len(rank) :]


def paper_list(user, chosen: dict) -> QuerySet[PaperRecord]:
    """Papers this person may read, the latest first, by the filters of the page."""
    rows = PaperRecord.objects.visible_to(user).select_related("unit", "made_by")
    plain = {"loai": "kind", "the_thuc": "form", "buoc": "stage", "don_vi": "unit"}
    rows = rows.filter(**{plain[name]: value for name, value in chosen.items() if name in plain})
    if chosen.get("q"):
        rows = rows.matching(chosen["q"])
    if chosen.get("nam"):
        rows = rows.filter(issued_on__year=chosen["nam"])
    if chosen.get("con_thieu") == "ban-quet":
        rows = rows.waiting_for_scan()
    elif chosen.get("con_thieu") == "xac-nhan":
        rows = rows.waiting_for_confirmation()
    return rows


def waiting(user) -> int | None:
    """How many papers wait for a scan or for a second person; nothing where none does."""
    rows = PaperRecord.objects.visible_to(user)
    return (rows.waiting_for_scan() | rows.waiting_for_confirmation()).count() or None


def open_registers(row: PaperRecord, on: date | None = None) -> QuerySet[NumberRegister]:
    """Registers of the paper's own unit and form that are kept on a day."""
    return NumberRegister.objects.on(on or timezone.localdate()).filter(unit=row.unit_id, form=row.form)


def twins(row: PaperRecord) -> list[PaperRecord]:
    """Other papers of the unit that bear the same number and symbol in the same year: one of them is a slip."""
    if not row.symbol:
        return []
    same = PaperRecord.objects.issued().filter(unit=row.unit_id, symbol=row.symbol, issued_on__year=row.issued_on.year)
    return list(same.exclude(pk=row.pk).select_related("unit")[:5])


@dataclass(frozen=True)
class LineShown:
    """One line of a register: which papers, how many numbers were taken, the next one, and what is missing."""

    line: RegisterLine
    taken: int
    inserted: int
    missing: tuple[int, ...]


def register_lines(register: NumberRegister) -> list[LineShown]:
    """The lines of a register. Two queries."""
    held: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for year, code, number, suffix in register.entries.values_list("year", "code", "number", "suffix"):
        held.setdefault((year, code), []).append((number, suffix))
    return [_shown(line, held.get((line.year, line.code), [])) for line in register.lines.all()]


def _shown(line: RegisterLine, held: list[tuple[int, str]]) -> LineShown:
    plain = {number for number, suffix in held if not suffix}
    missing = tuple(number for number in range(line.opening + 1, line.last + 1) if number not in plain)
    return LineShown(line, len(plain), sum(1 for _, suffix in held if suffix), missing)


def register_entries(register: NumberRegister) -> QuerySet[RegisterEntry]:
    """Who took which number, the latest first."""
    return register.entries.select_related("taken_by", "record").order_by("-taken_at", "-pk")


def offices(user) -> list[Unit]:
    """Units in which this person keeps papers by a role held there itself, by name."""
    held = {one.unit_id for one in user.held if Permission.PAPER_WRITE in GRANTS[one.role]}
    return list(Unit.objects.filter(pk__in=held).by_name())


def styled(units: Iterable[Unit]) -> list[tuple[Unit, Office]]:
    """Each unit with the head of its usual papers."""
    return [(unit, head_for(unit)) for unit in units]
