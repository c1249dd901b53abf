"""What the papers of a tờ trình and of a decision say, out of what is there: nothing is typed again."""

from django.db.models import Max

from kheo.appraisal.models import BatchItem, DecisionBatch, Nomination, Result, RuleSet, Submission
from kheo.appraisal.queries.batches import ListedFile, batch_files, listed
from kheo.core.vietnamese import format_number
from kheo.documents.paper import Office, Paper
from kheo.documents.queries import head_for
from kheo.documents.texts.decisions import decision_of_recognition
from kheo.documents.texts.parts import Listed
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


def _season(round_) -> str:
    return f"năm {round_.year}"


def _grounds(nominations) -> list[str]:
    """The regulations that the files were judged by, as their rule sets name them; a sample names none."""
    rules = RuleSet.objects.filter(nominations__in=nominations, is_sample=False).exclude(source="")
    return [source if source.startswith("Căn cứ") else f"Căn cứ {source}" for source in _distinct(rules)]


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
