"""Numbers taken from a register, one after another without gap or double however many ask at once."""

import re
from datetime import date

from django.db import transaction

from kheo.accounts.access import require
from kheo.accounts.move import NotYet
from kheo.accounts.permissions import Permission
from kheo.audit.models import record, take_turn
from kheo.core.vietnamese import format_date
from kheo.documents.models import NumberRegister, PaperRecord, RegisterEntry, RegisterLine, numeral
from kheo.documents.paper import TYPE_CODES, PaperKind

NO_NUMBER = "Loại văn bản này không mang số nên không lấy số ở sổ."
LATER = "Số {last} đã lấy cho ngày {day}. Văn bản ngày {on} đến sau thì chèn số, ví dụ {last}a, có ghi lý do."
_INSERTED = re.compile(r"(\d{1,9})\s*([a-zđ])", re.IGNORECASE)


@transaction.atomic
def take(
    register: NumberRegister, *, kind: str, on: date, by, title: str = "", paper: PaperRecord | None = None
) -> RegisterEntry:
    """The next number for a paper of this kind and day, in the caller's transaction: undone with it, it leaves no gap.

    `title`: what the paper is, where it was not drafted here. Raises `NotYet`.
    """
    line = _locked_line(register, kind, on, by)
    if line.last_on and on < line.last_on:
        raise NotYet(LATER.format(last=numeral(line.last), day=format_date(line.last_on), on=format_date(on)))
    line.last, line.last_on = line.last + 1, on
    line.save(update_fields=["last", "last_on"])
    return _entered(line, line.last, "", kind=kind, on=on, by=by, title=title, paper=paper)


@transaction.atomic
def insert(
    register: NumberRegister, *, kind: str, on: date, said: str, reason: str, by, title: str = "",
    paper: PaperRecord | None = None,
) -> RegisterEntry:  # fmt: skip
    """A number for a paper that came late, put in by hand after one that was taken: "12a", with its reason.

    Raises `NotYet`.
    """
    found = _INSERTED.fullmatch(said.strip())
    if not found:
        raise NotYet("Hãy ghi số đã lấy và một chữ cái, ví dụ 12a.")
    if not reason.strip():
        raise NotYet("Cần ghi lý do chèn số.")
    line, number, suffix = _locked_line(register, kind, on, by), int(found[1]), found[2].lower()
    if not 1 <= number <= line.last:
        raise NotYet(f"Chưa có số {numeral(number)} trong sổ nên chưa chèn được; số cuối cùng là {numeral(line.last)}.")
    same = register.entries.filter(year=line.year, code=line.code, number=number, suffix=suffix)
    if same.exists():
        raise NotYet(f"Số {numeral(number)}{suffix} đã có trong sổ.")
    return _entered(line, number, suffix, kind=kind, on=on, by=by, title=title, paper=paper, reason=reason.strip())


@transaction.atomic
def begin_after(register: NumberRegister, *, kind: str, year: int, last: int, by) -> RegisterLine:
    """Say how many numbers were used before the register was kept here; only while none was taken. Raises `NotYet`."""
    take_turn()
    require(by, Permission.PAPER_WRITE, register.unit)
    place = register.line_of(_code(kind), date(year, 1, 1))
    line, _ = RegisterLine.objects.get_or_create(register=register, **place)
    line = RegisterLine.objects.select_for_update().get(pk=line.pk)
    if line.last != line.opening:
        raise NotYet(f"Đã lấy số đến {numeral(line.last)} nên không đặt lại được số bắt đầu.")
    before, line.opening, line.last = line.opening, last, last
    line.save(update_fields=["opening", "last"])
    if before != last:
        record("numberregister.begin_after", register, by=by, line=line.said, opening=[before, last])
    return line


def _locked_line(register: NumberRegister, kind: str, on: date, by) -> RegisterLine:
    """The line that counts this paper, locked to the end of the transaction."""
    take_turn()  # before any other lock: an act above may have recorded already, and so hold the trail's own
    require(by, Permission.PAPER_WRITE, register.unit)
    if sentence := register.why_not_on(on):
        raise NotYet(sentence)
    line, _ = RegisterLine.objects.get_or_create(register=register, **register.line_of(_code(kind), on))
    return RegisterLine.objects.select_for_update().get(pk=line.pk)


def _code(kind: str) -> str:
    code = TYPE_CODES.get(PaperKind(kind))
    if code is None:
        raise NotYet(NO_NUMBER)
    return code


def _entered(line: RegisterLine, number: int, suffix: str, *, kind: str, title: str, paper, **facts) -> RegisterEntry:
    entry = RegisterEntry.objects.create(
        register=line.register, year=line.year, code=line.code, number=number, suffix=suffix, type_code=_code(kind),
        title=(title or (paper.title if paper else ""))[:500], record=paper, taken_by=facts.pop("by"), **facts,
    )  # fmt: skip
    record(
        "numberregister.insert" if suffix else "numberregister.take", line.register, by=entry.taken_by,
        note=entry.reason, number=entry.said, line=line.said, on=entry.on, title=entry.title,
    )  # fmt: skip
    return entry
