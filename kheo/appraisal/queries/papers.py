"""What the papers of a tờ trình and of a decision say, out of what is there: nothing is typed again."""

from collections import Counter
from dataclasses import replace

from django.db.models import Max

from kheo.accounts.move import NotYet
from kheo.appraisal.models import (
    BatchItem,
    Consultation,
    DecisionBatch,
    Nomination,
    Panel,
    Result,
    RuleSet,
    SeatPart,
    Submission,
)
from kheo.appraisal.queries.batches import ListedFile, batch_files, listed
from kheo.core.vietnamese import format_number
from kheo.documents.paper import Office, Paper
from kheo.documents.queries import head_for
from kheo.documents.texts.decisions import decision_of_commendation, decision_of_recognition, panel_decision
from kheo.documents.texts.notices import announcement, official_letter
from kheo.documents.texts.parts import Listed
from kheo.documents.texts.sheets import list_of
from kheo.documents.texts.submission import submission as submission_text
from kheo.units.models import FocalBody, Level, Unit

LEVEL = {Level.BASE: "cấp cơ sở", Level.COMMUNE: "cấp xã", Level.PROVINCE: "cấp tỉnh", Level.CENTRAL: "cấp trung ương"}


def submission_paper(submission: Submission, *, form: str | None = None) -> Paper:
    """Tờ trình of a list, with the list attached."""
    files = submission.nominations.select_related("exemplar__unit", "rule_set").order_by("group", "exemplar__sort")
    proposed = Nomination.objects.filter(unit=submission.unit, level=submission.level, round=submission.round)
    return submission_text(
        head_for(submission.unit, form), addressee=submission.to, addressed_as=submission.to,
        season=_season(submission.round), level=LEVEL[submission.level], grounds=_grounds(submission.nominations.all()),
        rows=[_row(file) for file in listed(list(files))], proposed=proposed.exclude(stage="dropped").count(),
        steps=[submission.opinion] if submission.opinion else (),
    )  # fmt: skip


def decision_paper(batch: DecisionBatch, *, form: str | None = None) -> Paper:
    """Quyết định công nhận with its list; number and day stay blank until the office has numbered it."""
    files = [file for file in batch_files(batch) if file.item.result == Result.GRANTED]
    office = head_for(batch.unit, form)
    grounds = [*_grounds(Nomination.objects.filter(batch_items__batch=batch)), *_proposal(batch, office)]
    return decision_of_recognition(
        office, decider=_decider(batch, office), level=LEVEL[batch.level], season=_season(batch.round),
        rows=[_row(file) for file in files], grounds=grounds, keeper_body=_focal_body(batch.unit),
    )  # fmt: skip


def commendation_paper(batch: DecisionBatch, *, form: str | None = None) -> Paper:
    """Quyết định khen thưởng for the files of a list that are commended, the most frequent form of award in its title."""
    files = [file for file in batch_files(batch) if file.item.award_form]
    if not files:
        raise NotYet("Danh sách chưa có hồ sơ nào được khen thưởng kèm theo.")
    office = head_for(batch.unit, form)
    (award, _), *_rest = Counter(file.item.award_form.name for file in files).most_common()
    return decision_of_commendation(
        office, decider=_decider(batch, office), award=award, season=_season(batch.round),
        rows=[_row(file) for file in files], grounds=_proposal(batch, office),
    )  # fmt: skip


def list_paper(batch: DecisionBatch, *, form: str | None = None) -> Paper:
    """Danh sách alone, with what is proposed for each file."""
    rows = [replace(_row(file), note=file.item.get_result_display()) for file in batch_files(batch)]
    about = f"mô hình, điển hình “Dân vận khéo” {LEVEL[batch.level]} {_season(batch.round)}"
    return list_of(head_for(batch.unit, form), about=about, rows=rows)


def announcement_paper(batch: DecisionBatch, *, form: str | None = None) -> Paper:
    """Thông báo to all units of what was recognised; nobody's reason for not yet stands in it."""
    files = [file for file in batch_files(batch) if file.item.result == Result.GRANTED]
    if batch.decided_on is None:
        raise NotYet("Chưa có quyết định để thông báo.")
    number = f" số {batch.decision_no}" if batch.decision_no else ""
    what = f"mô hình, điển hình “Dân vận khéo” {LEVEL[batch.level]} {_season(batch.round)}"
    text = f"Tại Quyết định{number} ngày {batch.decided_on:%d/%m/%Y}, {batch.issuer} công nhận {len(files)} {what}."
    return announcement(
        head_for(batch.unit, form), about=f"kết quả xét công nhận {what}", paragraphs=[text],
        recipients=["Các đơn vị trực thuộc"], rows=[_row(file) for file in files], list_about=what,
    )  # fmt: skip


def panel_paper(panel: Panel, *, form: str | None = None) -> Paper:
    """Quyết định thành lập hội đồng with its members."""
    office = head_for(panel.unit, form)
    seats = panel.seats.filter(left_on=None).select_related("user").order_by("pk")
    ranked = sorted(seats, key=lambda seat: list(SeatPart).index(SeatPart(seat.part)))
    if not ranked:
        raise NotYet("Hội đồng chưa có thành viên nào.")
    source = [] if panel.rule_set.is_sample or not panel.rule_set.source else [_ground(panel.rule_set.source)]
    return panel_decision(
        office, decider=office.issuer, season=_season(panel.round), standing_body=_focal_body(panel.unit),
        members=[(seat.user.full_name, seat.title, seat.get_part_display()) for seat in ranked],
        grounds=[*source, f"Xét đề nghị của {_focal_body(panel.unit) or office.issuer}"],
    )  # fmt: skip


def consultation_paper(consultation: Consultation, *, form: str | None = None) -> Paper:
    """Công văn that asks the bodies about the files of a list, by when."""
    files = consultation.nominations.select_related("exemplar__unit").order_by("exemplar__sort")
    named = [f"{place}. {file.exemplar.name} ({file.exemplar.unit.title})" for place, file in enumerate(files, 1)]
    office = head_for(consultation.unit, form)
    ask = f"Để có căn cứ xét công nhận, {office.issuer} đề nghị các cơ quan cho ý kiến về các mô hình, điển hình sau:"
    until = f"Ý kiến bằng văn bản gửi về {office.issuer} trước ngày {consultation.due_on:%d/%m/%Y}."
    return official_letter(
        office, about=f"hiệp y {_inside(consultation.name)}",
        addressees=list(consultation.bodies.values_list("name", flat=True)), paragraphs=[ask, *named, until],
    )  # fmt: skip


def _inside(text: str) -> str:
    """A name within a sentence: its first letter small, unless it is a word of capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _ground(source: str) -> str:
    return source if source.startswith("Căn cứ") else f"Căn cứ {source}"


def _season(round_) -> str:
    return f"năm {round_.year}"


def _grounds(nominations) -> list[str]:
    """The regulations that the files were judged by, as their rule sets name them; a sample names none."""
    rules = RuleSet.objects.filter(nominations__in=nominations, is_sample=False).exclude(source="")
    return [_ground(source) for source in _distinct(rules)]


def _distinct(rules) -> list[str]:
    return list(rules.order_by("source").values_list("source", flat=True).distinct())


def _proposal(batch: DecisionBatch, office: Office) -> list[str]:
    """The last căn cứ: whose proposal it answers."""
    at = batch.items.aggregate(at=Max("nomination__submission__at"))["at"]
    body = _focal_body(batch.unit) or office.issuer
    return [f"Xét đề nghị của {body} tại Tờ trình ngày {at:%d/%m/%Y}" if at else f"Xét đề nghị của {body}"]


def _decider(batch: DecisionBatch, office: Office) -> str:
    return batch.issuer or office.issuer


def _focal_body(unit: Unit) -> str:
    body = FocalBody.objects.filter(unit=unit, ends=None).first()
    return body.name if body else ""


def _row(file: ListedFile) -> Listed:
    exemplar = file.nomination.exemplar
    item: BatchItem | None = file.item
    return Listed(
        name=exemplar.name, unit=exemplar.unit.title, field=exemplar.get_field_display(),
        score=format_number(round(file.mark, 2)) if file.mark is not None else "",
        votes=f"{file.vote.agreed}/{file.vote.entitled}" if file.vote else "",
        award=item.award_form.name if item and item.award_form else "",
    )  # fmt: skip
