"""Who may open which page over papers, number registers, an office's templates and its style."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from kheo.accounts.roles import Role as R
from kheo.documents.actions import numbers
from kheo.documents.models import NumberRegister, PaperTemplate
from tests import make

from .row import Row

READS = {R.SPECIALIST, R.HEAD, R.STANDING}
KEEPS = {R.SPECIALIST, R.HEAD}
ABOUT = "Đề nghị công nhận đợt một"
SIGNED = {"on": "09/10/2026", "signer": "Lê Quang Vinh", "signer_title": "Bí thư"}


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk, **kwargs},
    }


def drafted(commune):
    return make.paper_record(unit=commune.unit, about=ABOUT)


def issued(commune):
    return make.issued_paper(unit=commune.unit, about=ABOUT)


def register(commune):
    """The one register of the commune: no day may belong to two."""
    return NumberRegister.objects.filter(unit=commune.unit).first() or make.number_register(unit=commune.unit)


def used_register(commune):
    kept = register(commune)
    by = make.member(R.SPECIALIST, commune.unit)
    numbers.take(kept, kind="submission", on=date(2026, 10, 9), title=ABOUT, by=by)
    return kept


def template(commune):
    kept = PaperTemplate.objects.current().filter(unit=commune.unit).first()
    return kept or make.paper_template(unit=commune.unit)


def listed(builder):
    def rows(cast):
        builder(cast.own)
        builder(cast.foreign)
        return {}

    return rows


def papers(cast):
    """One of each commune; what the list says must be the own one alone."""
    drafted(cast.own)
    make.paper_record(unit=cast.foreign.unit, about=cast.foreign.exemplar.name)
    return {}


def unit(cast):
    return {"pk": cast.own.unit.pk}


def foreign_unit(cast):
    return {"pk": cast.foreign.unit.pk}


def title(cast):
    return ABOUT


def file(cast):
    return ""


def scan(cast):
    return {"scan": SimpleUploadedFile("ban-ky.pdf", make.scan(), "application/pdf")}


def uploaded(cast):
    word = SimpleUploadedFile("mau.docx", make.word_file("{{ trich_yeu }}"))
    return {"unit": str(cast.own.unit.pk), "kind": "decision", "form": "party", "file": word}


def headed(cast):
    return {"form": "party", "spelling": "new", "party-symbol": "ĐU", "state-symbol": "UBND"}


def set_up(cast):
    return {
        "unit": str(cast.own.unit.pk), "form": "party", "name": "Sổ văn bản đi", "starts": "01/07/2025",
        "ends": "30/06/2030", "manner": "loai",
    }  # fmt: skip


def numbered(**more):
    return lambda cast: {"kind": "submission", "on": "09/10/2026", "title": "Trích yếu", **more}


ROWS = [
    Row("documents:paper_list", READS, query=papers, sees=title),
    Row("documents:paper_detail", READS, **of(issued), sees=title),
    Row("documents:paper_file", READS, **of(drafted, variant="word"), sees=file),
    Row("documents:paper_file", READS, **of(drafted, variant="pdf"), sees=file),
    Row("documents:paper_file", READS, **of(issued, variant="ban-quet"), sees=file),
    Row("documents:paper_issue", KEEPS, **of(drafted), sees=lambda cast: "Ghi số, ngày ban hành"),
    Row(
        "documents:paper_issue", KEEPS, **of(drafted), method="POST", leaves="paperrecord.issue",
        data=lambda cast: {**SIGNED, "number": "05"},
    ),
    Row("documents:paper_correct", KEEPS, **of(issued), sees=lambda cast: "Lý do sửa"),
    Row(
        "documents:paper_correct", KEEPS, **of(issued), method="POST", leaves="paperrecord.correct",
        data=lambda cast: {**SIGNED, "number": "06", "note": "Gõ nhầm số"},
    ),
    Row("documents:paper_scan", KEEPS, **of(issued), method="POST", data=scan, leaves="paperrecord.add_scan"),
    Row("documents:paper_confirm", KEEPS, **of(issued), method="POST", leaves="paperrecord.confirm"),
    Row("documents:paper_withdraw", KEEPS, **of(issued), sees=lambda cast: "Văn bản thu hồi"),
    Row(
        "documents:paper_withdraw", KEEPS, **of(issued), method="POST", leaves="paperrecord.withdraw",
        data=lambda cast: {"by_paper": "Quyết định số 31-QĐ/ĐU", "on": "20/10/2026", "note": "Sai danh sách"},
    ),
    Row("documents:paper_drop", KEEPS, **of(drafted), method="POST", leaves="paperrecord.drop"),
    Row("documents:register_list", READS, query=listed(register), sees=lambda cast: "Sổ văn bản đi"),
    Row("documents:register_new", KEEPS, sees=lambda cast: "Cách đếm"),
    Row("documents:register_new", KEEPS, method="POST", data=set_up, leaves="numberregister.set_up"),
    Row("documents:register_detail", READS, **of(used_register), sees=title),
    Row("documents:register_edit", KEEPS, **of(register), sees=lambda cast: "Tên sổ"),
    Row(
        "documents:register_edit", KEEPS, **of(register), method="POST", leaves="numberregister.change",
        data=lambda cast: {"name": "Sổ đi nhiệm kỳ 2025 - 2030", "ends": "30/06/2030"},
    ),
    Row("documents:register_begin", KEEPS, **of(register), sees=lambda cast: "Số cuối cùng đã dùng"),
    Row(
        "documents:register_begin", KEEPS, **of(register), method="POST", leaves="numberregister.begin_after",
        data=lambda cast: {"kind": "submission", "last": "56"},
    ),
    Row("documents:register_take", KEEPS, **of(register), sees=lambda cast: "Trích yếu"),
    Row(
        "documents:register_take", KEEPS, **of(register), method="POST", leaves="numberregister.take", data=numbered(),
    ),
    Row("documents:register_insert", KEEPS, **of(used_register), sees=lambda cast: "Lý do chèn số"),
    Row(
        "documents:register_insert", KEEPS, **of(used_register), method="POST", leaves="numberregister.insert",
        data=numbered(said="1a", reason="Văn bản đến sau"),
    ),
    Row("documents:template_list", READS, query=listed(template), sees=lambda cast: "co_quan_ban_hanh"),
    Row("documents:template_new", KEEPS, sees=lambda cast: "Tệp mẫu (.docx)"),
    Row("documents:template_new", KEEPS, method="POST", data=uploaded, leaves="papertemplate.put_up"),
    Row("documents:template_starter_party", KEEPS, sees=file),
    Row("documents:template_starter_state", KEEPS, sees=file),
    Row("documents:template_file", READS, **of(template, variant="goc"), sees=file),
    Row("documents:template_file", READS, **of(template, variant="thu"), sees=file),
    Row("documents:template_take_out", KEEPS, **of(template), method="POST", leaves="papertemplate.take_out"),
    Row("documents:style_list", KEEPS, sees=lambda cast: cast.own.unit.title),
    Row("documents:style_edit", KEEPS, own=unit, foreign=foreign_unit, sees=lambda cast: "Thể thức thường dùng"),
    Row(
        "documents:style_edit", KEEPS, own=unit, foreign=foreign_unit, method="POST", data=headed,
        leaves="paperhead.write",
    ),
]  # fmt: skip
