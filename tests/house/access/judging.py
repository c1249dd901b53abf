"""Who may open which page over panels, sheets, conflicts of interest and ranking."""

from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kheo.accounts.roles import Role as R
from kheo.appraisal.models import Clearance, Column, Criterion, Kin, Profile, Score, ScoreSheet
from tests import make
from tests.appraisal import making

from .row import WRITES, Row

RUNS = {R.SPECIALIST, R.HEAD}
READS = RUNS | {R.STANDING}
SITS = {R.JUROR}
NAME = "Hội đồng thẩm định mùa thu"


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own, cast).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign, cast).pk, **kwargs},
    }


def juror_of(commune, cast):
    if commune is cast.own:
        return cast.people[R.JUROR]
    return make.member(R.JUROR, commune.unit, full_name="Giám khảo xã bạn")


def panel(commune, cast, **facts):
    rules = making.rule_set(commune.unit, profile=Profile.PROVINCE)
    name = f"{NAME} {'' if commune is cast.own else commune.exemplar.name}".strip()
    return making.panel(rules, seats=[juror_of(commune, cast)], name=name, round=make.round(), **facts)


def closed(commune, cast):
    return panel(commune, cast, closed_on=timezone.localdate())


def seat(commune, cast):
    return panel(commune, cast).seats.get()


def file(commune, cast, *, given=True):
    """A proposal of the commune's own model, given to the panel's juror."""
    judge = seat(commune, cast)
    made = making.nomination(commune.exemplar, rules=judge.panel.rule_set, round=judge.panel.round)
    if given:
        making.assignment(made, judge)
    return made


def free_file(commune, cast):
    return file(commune, cast, given=False)


def assignment(commune, cast):
    return file(commune, cast).assignments.get()


def tied(commune, cast):
    """A file that the juror wrote."""
    made = free_file(commune, cast)
    made.exemplar.author = juror_of(commune, cast) if commune is cast.own else made.exemplar.author
    made.exemplar.save()
    return made


def kin(commune, cast):
    made = file(commune, cast)
    person = cast.people[R.JUROR]
    return Kin.objects.create(exemplar=made.exemplar, user=person, kinship="other", declared_by=person)


def clearance(commune, cast):
    made = free_file(commune, cast)
    facts = {"user": cast.people[R.JUROR], "tie": "author", "reason": "Trùng tên", "by": make.user()}
    return Clearance.objects.create(nomination=made, **facts)


def sheet(commune, cast, *, column=Column.COUNCIL, **facts):
    made = file(commune, cast)
    person = made.assignments.get().seat.user
    row = making.sheet(made, column, total=10, juror=person, panel=made.assignments.get().seat.panel, **facts)
    Score.objects.bulk_create(
        Score(sheet=row, criterion=each, points=Decimal(1)) for each in Criterion.objects.filter(group__rule_set=made.rule_set)
    )  # fmt: skip
    return row


def paper(commune, cast):
    scan = SimpleUploadedFile("phieu.jpg", make.picture(), "image/jpeg")
    return sheet(commune, cast, entered_by=make.user(), scan=scan)


def late_tie(commune, cast):
    """A sheet whose juror proved to be the file's author."""
    row = sheet(commune, cast)
    row.nomination.exemplar.author = row.juror
    row.nomination.exemplar.save()
    return row


def left_out(commune, cast):
    row = sheet(commune, cast)
    ScoreSheet.objects.filter(pk=row.pk).update(left_out_reason="Có quan hệ lợi ích với hồ sơ, phát hiện hôm nay")
    return row


def listed(builder):
    def lists(cast):
        for commune in (cast.own, cast.foreign):
            builder(commune, cast)
        return {}

    return lists


def scored(cast):
    for commune in (cast.own, cast.foreign):
        sheet(commune, cast)
    return {}


def ranked(which):
    def keys(cast):
        row = sheet(getattr(cast, which), cast)
        made = row.nomination
        return {"unit": made.unit_id, "round_": made.round_id, "rules": made.rule_set_id}

    return keys


def reason(cast):
    return {"note": "Đã xem lại hồ sơ."}


def founding(cast):
    rules = making.rule_set(cast.own.unit)
    return {"name": NAME, "unit": cast.own.unit.pk, "round_": cast.round.pk, "rule_set": rules.pk}


def new_seat(cast):
    return {"user": make.member(R.JUROR, cast.own.unit).pk, "part": "member"}


def giving(cast):
    """The ticks for the file and the seat made last."""
    made = making.Nomination.objects.latest("pk") if making.Nomination.objects.exists() else None
    seats = making.Seat.objects.filter(panel__unit=cast.own.unit).values_list("pk", flat=True)
    return {"hs": [made.pk] if made else [], "tv": list(seats)}


def with_free_file(commune, cast):
    return free_file(commune, cast).rule_set.panels.get()


def model(cast):
    return cast.own.exemplar.name


def name(cast):
    return NAME


def nothing_in_words(cast):
    """A picture or a spreadsheet."""
    return ""


def all_answers(cast):
    rules = making.RuleSet.objects.latest("pk")
    return {f"answer_{each.pk}": "1" for each in Criterion.objects.filter(group__rule_set=rules)}


def sending(cast):
    return all_answers(cast) | {"do": "send"}


def fewer(cast):
    return {"quorum": "50", "note": "Thiếu người"}


def correction(cast):
    return all_answers(cast) | {"reason": "Trên giấy ghi khác", f"answer_{min_key(cast)}": "2"}


def min_key(cast):
    rules = making.RuleSet.objects.latest("pk")
    return Criterion.objects.filter(group__rule_set=rules).first().pk


def on_paper(cast):
    scan = SimpleUploadedFile("phieu.jpg", make.picture(), "image/jpeg")
    return all_answers(cast) | {"juror": cast.people[R.JUROR].pk, "scan": scan}


def kin_said(cast):
    return {"user": cast.people[R.JUROR].pk, "kinship": "sibling"}


def cleared(cast):
    return {"nguoi": cast.people[R.JUROR].pk, "lien_quan": "author", "note": "Chỉ đánh máy hộ"}


def withdrawn(cast):
    made = making.Nomination.objects.filter(exemplar=cast.own.exemplar).last()
    return {"hs": made.pk if made else "", "note": "Khai nhầm"}


def ready(cast):
    """A finished sheet of the juror that was not sent."""
    row = sheet(cast.own, cast, sent_at=None)
    return {"hs": [row.nomination_id]}


def own_draft(column):
    def build(commune, cast):
        return sheet(commune, cast, column=column, sent_at=None).nomination

    return build


def photo(which):
    def keys(cast):
        made = file(getattr(cast, which), cast)
        proof = make.evidence(made.exemplar)
        return {"pk": made.pk, "evidence": proof.pk, "variant": "nho"}

    return keys


SEES_UNIT = {R.OFFICER, R.UNIT_LEADER, R.SPECIALIST, R.HEAD, R.STANDING, R.VIEWER}

ROWS = [
    Row("appraisal:panel_list", READS | SITS, query=listed(panel), sees=name),
    Row("appraisal:panel_new", RUNS, sees=lambda cast: "Chấm theo bộ tiêu chí"),
    Row("appraisal:panel_new", RUNS, method="POST", data=founding, leaves="panel.found"),
    Row("appraisal:panel_detail", READS | SITS, **of(panel), sees=name),
    Row("appraisal:panel_edit", RUNS, **of(panel), sees=name),
    Row("appraisal:panel_edit", RUNS, **of(panel), method="POST", data=lambda cast: {"name": "Tổ văn hóa"}, leaves="panel.write"),
    Row("appraisal:seat_add", RUNS, **of(panel), method="POST", data=new_seat, leaves="panel.seat"),
    Row("appraisal:seat_leave", RUNS, **of(seat), method="POST", data=reason, leaves="panel.leave"),
    Row("appraisal:panel_quorum", RUNS, **of(panel), method="POST", data=fewer, leaves="panel.set_quorum"),
    Row("appraisal:panel_close", RUNS, **of(panel), method="POST", leaves="panel.close"),
    Row("appraisal:panel_reopen", RUNS, **of(closed), method="POST", data=reason, leaves="panel.reopen"),
    Row("appraisal:panel_calibration", READS | SITS, **of(panel), sees=name),
    Row("appraisal:panel_files", RUNS, **of(with_free_file), sees=model),
    Row("appraisal:panel_files", RUNS, **of(with_free_file), method="POST", data=giving, leaves="panel.assign"),
    Row("appraisal:panel_share_out", RUNS, **of(with_free_file), sees=model),
    Row("appraisal:panel_share_out", RUNS, **of(with_free_file), method="POST", leaves="panel.share_out"),
    Row("appraisal:assignment_take_back", RUNS, **of(assignment), method="POST", data=reason, leaves="panel.take_back"),
    Row("appraisal:panel_conflicts", RUNS, **of(panel), sees=name),
    Row("appraisal:kin_declare", RUNS | SITS, **of(file), sees=model),
    Row("appraisal:kin_declare", RUNS | SITS, **of(file), method="POST", data=kin_said, leaves="nomination.keep_out"),
    Row("appraisal:kin_withdraw", {R.HEAD}, **of(kin), method="POST", data=withdrawn, leaves="nomination.withdraw_kin"),
    Row("appraisal:conflict_clear", {R.HEAD}, **of(tied), method="POST", data=cleared, leaves="nomination.clear_conflict"),
    Row("appraisal:conflict_restore", {R.HEAD}, **of(clearance), method="POST", data=reason, leaves="nomination.restore_conflict"),
    Row("appraisal:sheet_leave_out", RUNS, **of(late_tie), method="POST", leaves="nomination.keep_out"),
    Row("appraisal:sheet_count_again", {R.HEAD}, **of(left_out), method="POST", data=reason, leaves="nomination.count_again"),
    Row("appraisal:my_files", SITS, query=listed(file), sees=model),
    Row("appraisal:sheet_review", SITS, query=listed(own_draft(Column.COUNCIL)), sees=model),
    Row("appraisal:sheet_review", SITS, method="POST", data=ready, leaves="nomination.send_sheet"),
    Row("appraisal:sheet_edit", SITS, **of(file, column="hoi-dong"), sees=model),
    Row("appraisal:sheet_edit", SITS, **of(file, column="hoi-dong"), method="POST", data=all_answers),
    Row("appraisal:sheet_edit", RUNS, **of(file, column="tham-dinh"), sees=model),
    Row(
        "appraisal:sheet_edit", RUNS, **of(file, column="tham-dinh"), method="POST", data=sending,
        leaves="nomination.send_sheet",
    ),
    Row("appraisal:sheet_edit", WRITES, **of(file, column="tu-cham"), sees=model),
    Row(
        "appraisal:sheet_edit", {R.UNIT_LEADER, R.HEAD}, **of(own_draft(Column.SELF), column="tu-cham"),
        method="POST", data=sending, leaves="nomination.send_sheet",
    ),
    Row("appraisal:sheet_autosave", SITS, **of(file, column="hoi-dong"), method="POST", data=all_answers),
    Row(
        "appraisal:sheet_send", {R.UNIT_LEADER, R.HEAD}, **of(own_draft(Column.SELF), column="tu-cham"),
        method="POST", leaves="nomination.send_sheet",
    ),
    Row("appraisal:sheet_abstain", SITS, **of(file), method="POST", data=reason, leaves="nomination.abstain"),
    Row("appraisal:sheet_reopen", SITS, **of(sheet), method="POST", data=reason, leaves="nomination.reopen_sheet"),
    Row("appraisal:file_proof", SEES_UNIT | SITS, own=photo("own"), foreign=photo("foreign"), sees=nothing_in_words),
    Row("appraisal:paper_new", RUNS, **of(file), sees=model),
    Row("appraisal:paper_new", RUNS, **of(file), method="POST", data=on_paper, leaves="nomination.enter_paper"),
    Row("appraisal:paper_detail", RUNS, **of(paper), sees=model),
    Row("appraisal:paper_check", RUNS, **of(paper), method="POST", leaves="nomination.check_paper"),
    Row("appraisal:sheet_correct", RUNS, **of(paper), method="POST", data=correction, leaves="nomination.correct_sheet"),
    Row("appraisal:paper_scan", RUNS, **of(paper), sees=nothing_in_words),
    Row("appraisal:ranking_list", READS, query=scored, sees=lambda cast: cast.round.name),
    Row("appraisal:ranking_detail", READS, own=ranked("own"), foreign=ranked("foreign"), sees=model),
    Row("appraisal:ranking_export", READS, own=ranked("own"), foreign=ranked("foreign"), sees=nothing_in_words),
]  # fmt: skip
