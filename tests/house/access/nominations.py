"""Who may open which page over proposals: lists, one file, moves, acts on many."""

from datetime import date

from kheo.accounts.roles import Role as R
from kheo.appraisal.models import Consultation, Nomination, PublicComment
from tests import make
from tests.appraisal import making

from .row import REVIEWS, SEES, Row

JUDGES = {R.SPECIALIST, R.HEAD, R.STANDING}
PROPOSES = {R.UNIT_LEADER, R.HEAD}


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own, cast).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign, cast).pk, **kwargs},
    }


def in_stage(stage, **facts):
    """A file of the commune's own model, judged by the commune, with all that its rules ask for."""

    def build(commune, cast):
        rules = making.rule_set(commune.unit, comment_days=10)
        file = making.nomination(commune.exemplar, rules=rules)
        making.passed(file, stage=stage)
        if facts:
            Nomination.objects.filter(pk=file.pk).update(**facts)
        return file

    return build


proposed = in_stage("proposed")


def listed(cast):
    for commune in (cast.own, cast.foreign):
        proposed(commune, cast)
    return {}


def ripe(commune, cast):
    making.rule_set(commune.unit)
    return making.ripen(commune.exemplar)


def ticked(cast):
    return {"hs": [proposed(cast.own, cast).pk], "note": "Thiếu ảnh nghiệm thu.", "confirm": "1", "move": "send_back"}


def name(cast):
    return cast.own.exemplar.name


def reason(cast):
    return {"note": "Thiếu ảnh nghiệm thu."}


def held(commune, cast):
    return commune.exemplar.holds.open().first() or making.hold(commune.exemplar)


def holds_listed(cast):
    for commune in (cast.own, cast.foreign):
        held(commune, cast)
    return {}


def seen(cast):
    return {"on": "01/10/2026", "people": "Tổ khảo sát", "findings": "Đường đã rải xong, bà con đi lại được."}


def visited(commune, cast):
    return proposed(commune, cast).visits.get()


def asked(commune, cast):
    """Asked of a body that answers on paper."""
    file = proposed(commune, cast)
    made = Consultation.objects.create(
        unit=file.unit, round=file.round, name="Hỏi ý kiến", due_on=date(2099, 12, 31), by=above()
    )
    made.nominations.add(file)
    made.bodies.create(name="Thanh tra tỉnh")
    return made


def above():
    return make.member(R.SPECIALIST, make.province())


def asked_body(commune, cast):
    return asked(commune, cast).bodies.get()


def opinions():
    file = Nomination.objects.order_by("pk").last()
    return {f"hs{file.pk}-opinion": "agree"}


def asked_listed(cast):
    """The own commune runs one and is asked in another; the list of the commune beside is not seen."""
    asked(cast.own, cast)
    asked(cast.foreign, cast)
    above_all = asked(cast.foreign, cast)
    above_all.bodies.create(name="Xã Ái Tử", unit=cast.own.unit)
    return {}


def comment(commune, cast):
    file = in_stage("published")(commune, cast)
    return PublicComment.objects.create(nomination=file, text="Đường này bà con cùng làm.")


def comments_listed(cast):
    for commune in (cast.own, cast.foreign):
        comment(commune, cast)
    return {}


def move(name, who, builder, data=None):
    return Row(
        "appraisal:nomination_advance", who, **of(builder, move=name), method="POST", leaves=f"nomination.{name}",
        data=data or (lambda cast: {}),
    )  # fmt: skip


ROWS = [
    Row("appraisal:nomination_list", JUDGES, query=listed, sees=name),
    Row("appraisal:nomination_export", JUDGES, query=lambda cast: {**listed(cast), "dang": "csv"}, sees=lambda cast: ""),
    Row("appraisal:proposal_list", SEES, query=listed, sees=name),
    Row("appraisal:nomination_detail", SEES, **of(proposed), sees=name),
    Row("appraisal:nomination_new", PROPOSES, **of(ripe), sees=name),
    Row(
        "appraisal:nomination_new", PROPOSES, **of(ripe), method="POST", leaves="nomination.propose",
        data=lambda cast: {"level": "commune", "round_": cast.round.pk, "case": "Làm tốt."},
    ),
    move("send_back", REVIEWS, proposed, reason),
    move("appraise", REVIEWS, proposed),
    move("publish", REVIEWS, in_stage("appraised"), reason),
    move("decline", {R.HEAD, R.STANDING}, proposed, reason),
    move("drop", PROPOSES, proposed),
    move("propose", PROPOSES, lambda commune, cast: returned(commune, cast)),
    Row(
        "appraisal:nomination_group", REVIEWS, **of(proposed), method="POST", leaves="nomination.rank_in",
        data=lambda cast: {"group": "offices"},
    ),
    Row("appraisal:hold_list", {R.SPECIALIST, R.HEAD, R.STANDING}, query=holds_listed, sees=name),
    Row("appraisal:hold_new", REVIEWS, **of(lambda commune, cast: commune.exemplar), sees=name),
    Row(
        "appraisal:hold_new", REVIEWS, **of(lambda commune, cast: commune.exemplar), method="POST", leaves="hold.put",
        data=lambda cast: {"reason": "Đang xác minh một việc."},
    ),
    Row("appraisal:hold_release", REVIEWS, **of(held), sees=name),
    Row(
        "appraisal:hold_release", REVIEWS, **of(held), method="POST", leaves="hold.release",
        data=lambda cast: {"reason": "Đã xác minh xong."},
    ),
    Row("appraisal:visit_new", REVIEWS, **of(proposed), sees=name),
    Row("appraisal:visit_new", REVIEWS, **of(proposed), method="POST", leaves="nomination.visit", data=seen),
    Row("appraisal:visit_edit", REVIEWS, **of(visited), sees=name),
    Row("appraisal:visit_edit", REVIEWS, **of(visited), method="POST", leaves="nomination.correct_visit", data=seen),
    Row("appraisal:consultation_list", {*REVIEWS, R.UNIT_LEADER}, query=asked_listed, sees=lambda cast: "Hỏi ý kiến"),
    Row("appraisal:consultation_new", REVIEWS, query=lambda cast: {"hs": proposed(cast.own, cast).pk}, sees=name),
    Row(
        "appraisal:consultation_new", REVIEWS, method="POST", leaves="consultation.ask",
        data=lambda cast: {
            "hs": [proposed(cast.own, cast).pk], "name": "Hỏi ý kiến", "due_on": "31/12/2099", "names": "Thanh tra tỉnh",
        },
    ),
    Row("appraisal:consultation_detail", REVIEWS, **of(asked), sees=name),
    Row("appraisal:consultation_close", REVIEWS, **of(asked), method="POST", leaves="consultation.close"),
    Row("appraisal:consultation_answer", REVIEWS, **of(asked_body), sees=name),
    Row(
        "appraisal:consultation_answer", REVIEWS, **of(asked_body), method="POST", leaves="consultation.answer",
        data=lambda cast: {"paper_no": "12-CV", **opinions()},
    ),
    Row("appraisal:comment_list", REVIEWS, query=comments_listed, sees=name),
    Row("appraisal:comment_detail", REVIEWS, **of(comment), sees=name),
    Row(
        "appraisal:comment_detail", REVIEWS, **of(comment), method="POST", leaves="comment.answer",
        data=lambda cast: {"text": "Đã xác minh, đúng hồ sơ."},
    ),
    Row("appraisal:comment_restrict", REVIEWS, **of(comment), method="POST", leaves="comment.restrict"),
    Row(
        "appraisal:nomination_bulk", REVIEWS, method="POST", data=ticked, leaves="nomination.send_back",
    ),
]  # fmt: skip


def returned(commune, cast):
    making.ripen(commune.exemplar)
    return in_stage("returned")(commune, cast)
