"""Who may open which page over tờ trình and decision batches."""

from datetime import date
from itertools import cycle

from django.core.files.uploadedfile import SimpleUploadedFile

from kheo.accounts.roles import Role as R
from kheo.appraisal.actions import batches, submissions
from kheo.appraisal.models import Consultation, DecisionBatch
from kheo.units.models import Level, Unit
from tests import make
from tests.appraisal import making
from tests.appraisal.papers import scan

from .evidence import bytes_only
from .row import REVIEWS, Row

READS = {*REVIEWS, R.STANDING}
_year = cycle(range(1990, 2027))  # a model is recognised once a year
NAME = "Công nhận đợt 1"
DECISION = {"decision_no": "15-QĐ/ĐU", "issuer": "Đảng ủy xã", "signer": "Trần Văn Ký", "signer_title": "Bí thư"}


def file_of(commune, *, stage="submitted", **facts):
    """A judged file of the commune's own model, in a round of its own year; made without an event."""
    file = making.nomination(
        commune.exemplar, rules=making.rule_set(commune.unit), round=make.round(next(_year)), **facts
    )
    return making.passed(file, stage=stage)


def listing(commune, cast):
    return making.batch([file_of(commune)], name=NAME)


def entered(commune, cast):
    batch = listing(commune, cast)
    clerk = make.member(R.SPECIALIST, commune.unit)
    return batches.enter(batch, by=clerk, decided_on=date(2026, 10, 12), scan=scan(), scan_name="qd.pdf", **DECISION)


def decided(commune, cast):
    return batches.confirm(entered(commune, cast), by=make.member(R.HEAD, commune.unit))


def approved(commune, cast):
    return batches.approve(listing(commune, cast), by=make.member(R.HEAD, commune.unit))


def going_up(commune, cast):
    batch = decided(commune, cast)
    batch.items.update(propose_up=True)
    return batch


def submission(commune, cast):
    files = [file_of(commune, stage="appraised")]
    return submissions.submit(files, to="Ban Thường vụ Đảng ủy", by=make.member(R.SPECIALIST, commune.unit))


def of(builder, **kwargs):
    return {
        "own": lambda cast: {"pk": builder(cast.own, cast).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign, cast).pk, **kwargs},
    }


def item_of():
    def keys(commune, cast):
        batch = listing(commune, cast)
        return {"pk": batch.pk, "item": batch.items.get().pk}

    return {"own": lambda cast: keys(cast.own, cast), "foreign": lambda cast: keys(cast.foreign, cast)}


def waiting(cast):
    """One batch of the own commune is listed; the commune beside has one that must not be seen."""
    making.batch([file_of(cast.own)], name=NAME)
    making.batch([file_of(cast.foreign)], name=f"Công nhận {cast.foreign.exemplar.name}")
    return {}


def heap(cast):
    file = file_of(cast.own)
    return {"heap": f"{file.unit_id}-commune-{file.round_id}", "name": "Công nhận đợt 2"}


def ticked(cast):
    return {"nominations": str(file_of(cast.own, stage="appraised").pk), "to": "Ban Thường vụ Đảng ủy"}


def more(cast):
    """A second submitted file, for the list that was made last."""
    batch = DecisionBatch.objects.latest("pk")
    file = making.nomination(cast.own.drafted, rules=batch.items.get().nomination.rule_set, round=batch.round)
    return {"nominations": str(making.passed(file).pk)}


def paper(cast):
    return DECISION | {"decided_on": "12/10/2026", "scan": SimpleUploadedFile("qd.pdf", scan().read())}


def board(commune, cast):
    people = making.jurors(commune.unit, 3)
    return making.panel(making.rule_set(commune.unit), seats=people, round=make.round(next(_year)))


def asked(commune, cast):
    file = file_of(commune, stage="proposed")
    by = make.member(R.SPECIALIST, commune.unit)
    made = Consultation.objects.create(
        unit=commune.unit, round=file.round, name="Hiệp y", due_on=date(2026, 12, 1), by=by
    )
    made.nominations.add(file)
    made.bodies.create(name="Công an xã")
    return made


def counted(commune, cast):
    file = file_of(commune, stage="proposed")
    return making.counted_vote(making.panel(file.rule_set, round=file.round), [file])


def launch(commune, cast):
    """A round that the commune launches for two units below it."""
    for place in ("Thượng", "Hạ"):
        make.unit(f"chi bộ thôn {place}", under=commune.unit, level=Level.BASE)
    return make.round(next(_year), campaign=make.campaign(unit=commune.unit))


def invited(cast):
    return {"form": "party", "on": "31/12/2099", "at": "8:30", "where": "Phòng họp số 2"}


def pledged(cast):
    units = [str(unit.pk) for unit in Unit.objects.get(pk=cast.own.unit.pk).get_children()]
    return {"form": "party", "units": units, "contents": "Mỗi chi bộ một mô hình mới"}


DRAFTED = {
    "to-trinh": submission, "quyet-dinh": listing, "danh-sach": listing, "thong-bao": decided, "thanh-lap": board,
    "hiep-y": asked, "ket-luan": counted,
}  # fmt: skip
# Those that ask something first: what they are about, a word of their form, and what is sent.
ASKED = {
    "giay-moi": (board, "Giờ họp", invited), "giao-uoc": (launch, "Nội dung giao ước", pledged),
}  # fmt: skip

ROWS = [
    Row("appraisal:batch_list", READS, query=waiting, sees=lambda cast: NAME),
    Row("appraisal:batch_new", REVIEWS, sees=lambda cast: "Lập danh sách công nhận"),
    Row("appraisal:batch_new", REVIEWS, method="POST", data=heap, leaves="batch.put"),
    Row("appraisal:batch_detail", READS, **of(listing), sees=lambda cast: NAME),
    Row("appraisal:batch_put", REVIEWS, **of(listing), method="POST", data=more, leaves="batch.put"),
    Row("appraisal:batch_item", REVIEWS, **item_of(), sees=lambda cast: "Lý do chưa công nhận"),
    Row(
        "appraisal:batch_item", REVIEWS, **item_of(), method="POST", leaves="batch.set_result",
        data=lambda cast: {"result": "declined", "reason": "Cần theo dõi thêm"},
    ),
    Row("appraisal:batch_take_off", REVIEWS, **item_of(), method="POST", leaves="batch.take_off"),
    Row("appraisal:batch_enter", REVIEWS, **of(listing), sees=lambda cast: "Bản quét quyết định đã ký"),
    Row("appraisal:batch_enter", REVIEWS, **of(listing), method="POST", data=paper, leaves="decisionbatch.enter"),
    Row("appraisal:batch_scan", READS, **of(entered), sees=bytes_only),
    Row(
        "appraisal:batch_advance", REVIEWS, **of(entered, move="correct"), method="POST",
        leaves="decisionbatch.correct", data=lambda cast: {"note": "Sai ngày"},
    ),
    Row("appraisal:batch_advance", REVIEWS, **of(entered, move="confirm"), method="POST", leaves="decisionbatch.confirm"),
    Row(
        "appraisal:batch_advance", {R.HEAD, R.STANDING}, **of(listing, move="approve"), method="POST",
        leaves="decisionbatch.approve",
    ),
    Row("appraisal:batch_number", REVIEWS, **of(approved), sees=lambda cast: "Số, ký hiệu quyết định"),
    Row(
        "appraisal:batch_number", REVIEWS, **of(approved), method="POST", leaves="batch.number",
        data=lambda cast: {"decision_no": "15-QĐ/ĐU"},
    ),
    Row("appraisal:batch_withdraw", REVIEWS, **of(decided), sees=lambda cast: "Số quyết định hủy bỏ"),
    Row(
        "appraisal:batch_withdraw", REVIEWS, **of(decided), method="POST", leaves="decisionbatch.withdraw",
        data=lambda cast: {"decision": "20-QĐ/ĐU", "on": "01/11/2026", "note": "Sai thẩm quyền"},
    ),
    Row(
        "appraisal:batch_carry", {R.HEAD}, **of(going_up), method="POST", leaves="batch.carry_up",
        data=lambda cast: {"round": str(DecisionBatch.objects.latest("pk").round_id)},
    ),
    *(
        Row("appraisal:draft", REVIEWS, **of(builder, key=key), method="POST", leaves="paperrecord.keep")
        for key, builder in DRAFTED.items()
    ),
    *(
        Row("appraisal:draft_asked", REVIEWS, **of(builder, key=key), sees=lambda cast, word=word: word)
        for key, (builder, word, _) in ASKED.items()
    ),
    *(
        Row(
            "appraisal:draft_asked", REVIEWS, **of(builder, key=key), method="POST", data=data,
            leaves="paperrecord.keep",
        )
        for key, (builder, _, data) in ASKED.items()
    ),
    Row("appraisal:submission_list", READS, sees=lambda cast: "Tờ trình"),
    Row("appraisal:submission_new", REVIEWS, sees=lambda cast: "Trình hồ sơ"),
    Row("appraisal:submission_new", REVIEWS, method="POST", data=ticked, leaves="submission.send"),
    Row("appraisal:submission_detail", READS, **of(submission), sees=lambda cast: "Ban Thường vụ Đảng ủy"),
    Row(
        "appraisal:submission_hand_on", REVIEWS, **of(submission), method="POST", leaves="submission.hand_on",
        data=lambda cast: {"desk": "Văn phòng"},
    ),
]  # fmt: skip
