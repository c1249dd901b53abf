"""An office's own Word files: filled with the same facts, refused with a sentence where they may hurt or cannot be filled."""

import io
import zipfile
from datetime import date

import docx
import pytest
from django.core.exceptions import PermissionDenied

from kheo.accounts.move import NotYet
from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.core.filechecks import BadFile
from kheo.documents import own_templates
from kheo.documents.actions import templates
from kheo.documents.models import PaperTemplate
from kheo.documents.own_templates import FIELDS, BadTemplate, child
from kheo.documents.own_templates.fields import values_of, written
from kheo.documents.paper import Annex, Column, Ground, Paragraph, Table
from tests import make

DAY = date(2026, 10, 9)
TABLE = (("{%tr for hang in danh_sach %}", ""), ("{{ hang[0] }}", "{{ hang[1] }}"), ("{%tr endfor %}", ""))
COMMAND = "Mẫu có lệnh hoặc phép tính không dùng được; chỉ dùng for, if và tên trường"
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(*lines, table=(), header=""):
    document = docx.Document(io.BytesIO(make.word_file(*lines)))
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, texts in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content, part, old, new):
    """The file with a piece of one part written differently."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            body = before.read(one)
            if one.filename == part:
                assert old.encode() in body
                body = body.replace(old.encode(), new.encode(), 1)
            after.writestr(one.filename, body)
    return out.getvalue()


def related(kind, target, mode=""):
    """A file with one more relationship."""
    one = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(word("{{ trich_yeu }}"), RELATIONS, "</Relationships>", one)


def of_type(main):
    """A file that says another type of its main part."""
    return changed(word("{{ trich_yeu }}"), "[Content_Types].xml", "wordprocessingml.document.main", main)


def coded(fields):
    """A file with the codes of Word fields in its text."""
    return changed(word("{{ trich_yeu }} x"), "word/document.xml", "<w:t", f"{fields}<w:t")


def read(content):
    document = docx.Document(io.BytesIO(content))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [paragraph.text for paragraph in document.paragraphs], rows, document.sections[0].header.paragraphs[0].text


def wrong(content):
    with pytest.raises(BadTemplate) as caught:
        own_templates.try_out(content, kind="decision", form="party")
    return list(caught.value.sentences)


def test_every_field_is_filled_with_what_the_paper_says():
    columns = (Column("TT"), Column("Tên"))
    listed = Annex("Danh sách", "được công nhận", (Table(columns, (("1", "Đường hoa"), ("2", "<Tổ & đội>"))),))
    paper = make.paper(
        kind="decision", number="05", on=DAY, addressees=("Ban Thường vụ Tỉnh ủy",), decider="Ban Thường vụ",
        body=(Ground("Căn cứ Điều lệ Đảng"), Paragraph("Nội dung.", lead="Một là,")), annexes=(listed,), about="về {{ x }} <&>",
    )  # fmt: skip
    lines = [
        "{{ co_quan_ban_hanh | upper }}", "{{ so_ky_hieu }}; {{ dia_danh }}, {{ ngay_thang }}", "{{ trich_yeu }}",
        "{%p for dong in can_cu %}", "- {{ dong }}", "{%p endfor %}",
        "{% for dong in noi_dung %}{{ dong }}{% endfor %}", "{{ tham_quyen_ky }} {{ chuc_vu }} {{ nguoi_ky }}",
    ]  # fmt: skip

    paragraphs, rows, header = read(
        own_templates.fill(word(*lines, table=TABLE, header="{{ ten_loai }}"), paper, today=DAY)
    )

    assert paragraphs == [
        "ĐẢNG ỦY XÃ ÁI TỬ", "Số 05-QĐ/ĐU; Ái Tử, ngày 09 tháng 10 năm 2026", "về {{ x }} <&>",
        "- Căn cứ Điều lệ Đảng", "Một là, Nội dung.", "T/M Ban Thường vụ Bí thư Lê Quang Vinh",
    ]  # fmt: skip
    assert (rows, header) == ([["1", "Đường hoa"], ["2", "<Tổ & đội>"]], "Quyết định")


def test_values_have_exactly_the_fields_that_are_told():
    for kind in ("decision", "letter", "score_sheet"):
        assert list(values_of(make.paper(kind=kind), today=DAY)) == list(FIELDS)


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_can_be_written_as_its_table_says(name):
    text = written(name)
    if text.startswith("{%tr"):
        content = word(table=((text.split(" … ")[0],), (text.split(" … ")[1],), (text.split(" … ")[2],)))
    else:
        content = word(*text.split(" … "))

    values = values_of(own_templates.sample_paper("decision", "party"), today=DAY)
    assert child.answer(content, values)["used"] == [name]


def test_the_office_s_spelling_is_kept():
    filled = own_templates.fill(word("{{ co_quan_ban_hanh }}"), make.paper(), today=DAY, tones="new")

    assert read(filled)[0] == ["Đảng uỷ xã Ái Tử"]


@pytest.mark.parametrize(
    ("line", "sentences"),
    [
        ("Gửi {{ ai }}", ["Không có trường tên “ai”. Xem tên đúng ở bảng các trường (thân văn bản, đoạn 2: “Gửi {{ ai }}”)."]),
        ("{{ trich_yeu", ["Có dấu {{ hoặc {% viết chưa đúng, hoặc chưa đóng (thân văn bản, đoạn 2: “{{ trich_yeu”)."]),
        ("{{ hang[0] }}", ["Không có trường tên “hang”. Xem tên đúng ở bảng các trường (thân văn bản, đoạn 2: “{{ hang[0] }}”)."]),
        ("{{ trich_yeu|tojson }}", ["Không có cách viết “| tojson” (thân văn bản, đoạn 2: “{{ trich_yeu|tojson }}”)."]),
        ("{{r trich_yeu }}", ["Không dùng được “{{r”, “{{p”; chỉ viết {{ tên trường }} (thân văn bản, đoạn 2)."]),
        ("{% set a = 1 %}", [f"{COMMAND} (thân văn bản, đoạn 2: “{{% set a = 1 %}}”)."]),
        ("{{ trich_yeu * 999999999 }}", [f"{COMMAND}."]),
        (3 * "{% for a in cot %}" + "x" + 3 * "{% endfor %}", ["Lặp lồng nhau quá sâu; nhiều nhất hai lớp."]),
        ("chỉ có chữ", [own_templates.filling.NO_FIELD]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(line, sentences):
    assert wrong(word("Dòng đầu", line)) == sentences


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ trich_yeu.__class__ }}",
        "{{ trich_yeu['__class__'] }}",
        "{{ trich_yeu.format(1) }}",
        "{{ range(999999999) }}",
        "{{ lipsum() }}",
        "{{ self.__init__ }}",
        "{% include 'config/settings.py' %}",
        "{% import 'os' as os %}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
        "{% for a in danh_sach recursive %}{{ loop(a) }}{% endfor %}",
        "{{ ('a' ~ trich_yeu) }}",
        "{{ cot | map(attribute='__class__') | list }}",
        "{{ trich_yeu if trich_yeu is sameas 1 }}",
        "{% block a %}{% endblock %}",
    ],
)
def test_nothing_reaches_beyond_the_fields(line):
    assert wrong(word(line))


def test_a_field_that_is_wrong_in_a_header_or_a_table_is_told_there():
    assert wrong(word("{{ trich_yeu }}", header="{{ dau }}"))[0].endswith("(đầu trang, đoạn 1: “{{ dau }}”).")
    assert wrong(word("{{ trich_yeu }}", table=(("{{ o }}",),)))[0].endswith(
        "(thân văn bản, bảng 1, ô thứ 1: “{{ o }}”)."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (related("hyperlink", "https://example.vn/a", ' TargetMode="External"'), "liên kết ra ngoài tới “https://example.vn/a”"),
        (related("attachedTemplate", "file:///x/mau.dotm", ' TargetMode="External"'), "mẫu Word ở nơi khác (“file:///x/mau.dotm”)"),
        (related("image", "https://example.vn/a.png", ' TargetMode="External"'), "liên kết ra ngoài"),
        (related("oleObject", "embeddings/oleObject1.bin"), "nhúng một tệp hay đối tượng"),
        (related("aFChunk", "part.html"), "nhúng một tệp hay đối tượng"),
        (related("control", "activeX/activeX1.xml"), "nhúng một tệp hay đối tượng"),
        (of_type("wordprocessingml.template.main"), ".dotx"),
        (of_type("macroEnabled.main"), "macro"),
        (coded('<w:instrText>INCLUDE</w:instrText><w:instrText>TEXT "c:\\a"</w:instrText>'), "trường “INCLUDETEXT”"),
        (coded('<w:fldSimple w:instr=" DDEAUTO cmd "/>'), "trường “DDEAUTO”"),
    ],
)  # fmt: skip
def test_what_runs_or_fetches_is_refused(content, sentence):
    assert any(sentence in told for told in wrong(content))


def test_a_page_number_and_a_word_that_holds_link_are_no_fetching():
    content = coded('<w:fldSimple w:instr=" PAGE "/><w:fldSimple w:instr=" HYPERLINK \\l a "/>')

    assert own_templates.try_out(content, kind="decision", form="party")


def test_a_template_that_loops_too_much_is_given_up(monkeypatch):
    rows = [["x" * 200] * 10 for _ in range(20_000)]
    values = {**values_of(own_templates.sample_paper("decision", "party"), today=DAY), "danh_sach": rows}
    monkeypatch.setattr(own_templates.filling, "values_of", lambda *args, **kwargs: values)
    monkeypatch.setattr(own_templates.filling, "SECONDS", 2)
    content = word("{% for a in danh_sach %}{% for b in danh_sach %}{{ a[0] }}{% endfor %}{% endfor %}")

    with pytest.raises(BadTemplate, match="lặp quá nhiều"):
        own_templates.fill(content, make.paper(), today=DAY)


def test_the_child_says_what_it_could_not_do(monkeypatch):
    def hungry(*args):
        raise MemoryError

    assert child.answer(b"khong phai zip", {}) == {"bad": "broken"}
    monkeypatch.setattr(child, "filled_with", hungry)
    assert child.answer(word("{{ a }}"), {"a": "b"}) == {"bad": "long"}


def test_a_filled_file_that_is_too_large_is_not_handed_on(monkeypatch):
    monkeypatch.setattr(child, "LARGEST", 10)

    assert child.answer(word("{{ a }}"), {"a": "b"}) == {"bad": "long"}


@pytest.fixture
def unit(db):
    return make.unit()


@pytest.fixture
def clerk(unit):
    return make.member(Role.SPECIALIST, unit)


def put_up(content, unit, by, name="mau.docx", **facts):
    return templates.put_up(
        io.BytesIO(content), name, unit=unit, by=by, **{"kind": "decision", "form": "party", **facts}
    )


def test_a_template_takes_the_place_of_the_one_before(unit, clerk):
    first = put_up(word("{{ trich_yeu }}"), unit, clerk)
    other = put_up(word("{{ trich_yeu }}"), unit, clerk, form="state")
    second = put_up(word("{{ trich_yeu }} hai"), unit, clerk, "mới.docx")

    first.refresh_from_db()
    assert list(PaperTemplate.objects.current().order_by("pk")) == [other, second]
    assert (first.retired_by, first.retired_at is not None) == (clerk, True)
    event = Event.objects.order_by("number").last()
    assert (event.verb, event.changes["replaces"]) == ("papertemplate.put_up", "mau.docx")


def test_a_template_is_taken_out_once(unit, clerk):
    row = put_up(word("{{ trich_yeu }}"), unit, clerk)

    templates.take_out(row, by=clerk)

    assert not PaperTemplate.objects.current().exists()
    with pytest.raises(NotYet, match="đã thôi dùng"):
        templates.take_out(row, by=clerk)


@pytest.mark.parametrize(
    ("content", "problem", "sentence"),
    [
        (word("{{ la }}"), BadTemplate, "Không có trường tên “la”"),
        (make.picture(), NotYet, "tệp Word .docx"),
        (word("MẬT", "{{ trich_yeu }}"), BadFile, "MẬT"),
        (b"", BadFile, "Tệp rỗng"),
    ],
)
def test_a_bad_template_is_refused_and_the_one_in_use_stays(unit, clerk, content, problem, sentence):
    kept = put_up(word("{{ trich_yeu }}"), unit, clerk)

    with pytest.raises(problem, match=sentence):
        put_up(content, unit, clerk)

    assert list(PaperTemplate.objects.current()) == [kept]


def test_a_template_of_too_many_bytes_is_refused(unit, clerk, monkeypatch):
    monkeypatch.setattr(templates, "LIMIT", 100)

    with pytest.raises(NotYet, match="nặng quá"):
        put_up(word("{{ trich_yeu }}"), unit, clerk)


def test_nobody_without_the_permission_puts_up_or_takes_out(unit, clerk):
    row = put_up(word("{{ trich_yeu }}"), unit, clerk)
    for by in (make.member(Role.STANDING, unit), make.member(Role.HEAD, make.unit())):
        with pytest.raises(PermissionDenied):
            put_up(word("{{ trich_yeu }}"), unit, by)
        with pytest.raises(PermissionDenied):
            templates.take_out(row, by=by)
    assert list(PaperTemplate.objects.current()) == [row]


@pytest.mark.parametrize(("form", "number"), [("party", "Số 05-QĐ/ĐU"), ("state", "Số: 05/QĐ-UBND")])
def test_the_file_to_begin_with_can_be_put_up_as_it_is(form, number):
    content = own_templates.starter(form, DAY)

    filled = docx.Document(io.BytesIO(own_templates.try_out(content, kind="decision", form=form)))

    lines = [one.text for one in filled.paragraphs if one.text.strip()]
    cells = [cell.text for table in filled.tables for cell in table._cells]
    paper = own_templates.sample_paper("decision", form)
    values = values_of(paper, today=DAY)
    assert lines[:2] == ["QUYẾT ĐỊNH", paper.about]
    assert "Qua thẩm định, có 02 mô hình, điển hình đủ điều kiện (có danh sách kèm theo)." in lines
    assert lines[-1] == " – ".join(values["danh_sach"][1])
    assert any(paper.issuer.upper() in cell for cell in cells)
    assert [number in cells, "Mẫu, ngày 09 tháng 10 năm 2026" in cells] == [True, True]
    assert any(f"- {paper.recipients[1]};" in cell for cell in cells)
    assert child.answer(content, values)["used"] == sorted(set(FIELDS) - {"cot"})
