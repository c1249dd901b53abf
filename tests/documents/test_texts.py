"""Texts of papers: what each says, which columns a list has, which counts cannot be true; kept and read back."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kheo.documents.cautions import warnings_of
from kheo.documents.keeping import as_data, from_data
from kheo.documents.paper import Blank, Form, Paper, PaperKind, Paragraph, Table, words_of
from kheo.documents.texts import (
    REGISTRATION_ITEMS,
    Listed,
    Tally,
    Unequal,
    announcement_of_result,
    counting_minutes,
    decision_of_recognition,
    list_of,
    registration_form,
)
from tests.documents.samples import GROUNDS, NOON, OFFICES, SEASON, TODAY, papers

PARTY, STATE = OFFICES[Form.PARTY], OFFICES[Form.STATE]


def test_there_is_a_paper_of_every_kind_in_both_forms():
    for form in Form:
        assert {paper.kind for paper in papers(form).values()} == set(PaperKind)
        assert {paper.form for paper in papers(form).values()} == {form}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("name", papers(Form.PARTY, 1))
def test_a_kept_paper_comes_back_the_same(form, name):
    paper = papers(form)[name]

    assert from_data(json.loads(json.dumps(as_data(paper)))) == paper


def test_a_paper_kept_in_an_unknown_manner_is_refused():
    with pytest.raises(ValueError, match="kiểu 99"):
        from_data(as_data(papers(Form.PARTY)["list"]) | {"version": 99})


def test_a_decision_counts_its_list_and_names_who_carries_it_out():
    decision = decision_of_recognition(
        PARTY,
        decider="Ban Thường vụ Đảng ủy xã",
        level="cấp xã",
        rows=[Listed("A"), Listed("B")],
        grounds=GROUNDS,
        bound=("Văn phòng Đảng ủy", "các chi bộ"),
        **SEASON,
    )

    assert decision.body[len(GROUNDS)].text == "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ QUYẾT ĐỊNH"
    assert [article.text for article in decision.body[len(GROUNDS) + 1 :]] == [
        "Công nhận 02 mô hình, điển hình “Dân vận khéo” cấp xã năm 2026 (có danh sách kèm theo).",
        "Các đơn vị có mô hình, điển hình được công nhận tổ chức duy trì, nâng cao chất lượng và nhân rộng các mô hình, "
        "điển hình được công nhận.",
        "Văn phòng Đảng ủy, các chi bộ chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.",
    ]
    assert decision.recipients == ("Như Điều 3", "Lưu Đảng ủy")
    assert decision.annexes[0].body[0].rows == (("1", "A"), ("2", "B"))


def test_the_states_decision_names_the_decider_over_its_grounds():
    decision = papers(Form.STATE)["recognition"]

    assert decision.decider == "Ủy ban nhân dân xã Ái Tử"
    assert decision.body[len(GROUNDS)].text == "QUYẾT ĐỊNH:"
    assert decision.recipients[-1] == "Lưu: VT, VHXH"


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        ([Listed("A")], ["TT", "Tên mô hình, điển hình"]),
        (
            [Listed("A", unit="X"), Listed("B", score="0")],
            ["TT", "Tên mô hình, điển hình", "Đơn vị", "Điểm"],
        ),
    ],
)
def test_a_list_has_only_columns_that_say_something(rows, headings):
    table = next(block for block in list_of(PARTY, about="thử", rows=rows).body if isinstance(block, Table))

    assert [column.heading for column in table.columns] == headings


def counting(**differs):
    how = {
        "meeting": "Hội đồng thẩm định",
        "counted_at": NOON,
        "where": "Hội trường",
        "members": 7,
        "issued": 6,
        "returned": 5,
        "valid": 4,
        "tallies": [Tally("A", 3, 1), Tally("B", 2, 1, 1)],
        "counters": ("Lê A", "Lê B"),
    }
    return counting_minutes(PARTY, **how | differs)


def test_minutes_of_counting_say_each_count_in_figures_and_words():
    said = [block.text for block in counting().body if isinstance(block, Paragraph) and block.lead.startswith("- ")]

    assert said == ["7 (bảy).", "6 (sáu).", "5 (năm).", "4 (bốn).", "1 (một)."]


def test_minutes_of_counting_give_the_part_of_valid_ballots():
    table = next(block for block in counting().body if isinstance(block, Table))

    assert table.rows == (("1", "A", "3", "1", "0", "75%"), ("2", "B", "2", "1", "1", "50%"))


@pytest.mark.parametrize(
    ("differs", "told"),
    [
        ({"issued": 8}, "7 thành viên, phát ra 8"),
        ({"returned": 7}, "phát ra 6, thu về 7"),
        ({"valid": 6}, "thu về 5, hợp lệ 6"),
        ({"tallies": [Tally("A", 3, 2)]}, "“A” là 5, không bằng 4 phiếu hợp lệ"),
        ({"tallies": [Tally("A", 5, -1)]}, "“A” là 4"),
    ],
)
def test_counts_that_cannot_be_true_together_make_no_minutes(differs, told):
    with pytest.raises(Unequal, match=told):
        counting(**differs)


def test_no_valid_ballot_has_no_part():
    table = next(block for block in counting(valid=0, tallies=[Tally("A", 0, 0)]).body if isinstance(block, Table))

    assert table.rows[0][-1] == "-"


def test_a_registration_form_is_dotted_where_nothing_is_answered_yet():
    empty, begun = registration_form(PARTY, **SEASON), registration_form(PARTY, answers=("Đường hoa",), **SEASON)

    assert sum(isinstance(block, Blank) for block in empty.body) == len(REGISTRATION_ITEMS) + 2
    assert sum(isinstance(block, Blank) for block in begun.body) == len(REGISTRATION_ITEMS) + 1
    assert Paragraph("Đường hoa", lead="1. Tên mô hình (ngắn gọn, dễ nhớ):") in begun.body


def test_a_unit_is_told_of_its_own_models_and_reasons_only():
    told = announcement_of_result(
        STATE,
        unit="Thôn Hà Xá",
        level="cấp xã",
        decision="Quyết định số 156/QĐ-UBND",
        recognised=[],
        declined=[("Camera an ninh", "chưa có minh chứng.")],
        **SEASON,
    )

    assert [block.text for block in told.body[1:]] == [
        "1. Chưa công nhận: 01 mô hình, điển hình",
        "- Camera an ninh. Lý do: chưa có minh chứng.",
    ]


def test_papers_of_the_samples_name_nobody_that_is_no_more():
    for form in Form:
        for paper in papers(form).values():
            assert warnings_of(paper, today=TODAY) == []


@pytest.mark.parametrize(
    ("about", "on", "found"),
    [
        ("gửi Ban Thường vụ Huyện ủy Triệu Phong", date(2026, 3, 1), "Ban Thường vụ Huyện ủy"),
        ("gửi Ủy ban nhân dân huyện", None, "Ủy ban nhân dân huyện"),
        ("gửi Ban Dân vận Tỉnh ủy", date(2026, 3, 1), "Ban Dân vận"),
    ],
)
def test_a_body_that_is_no_more_is_told_once_by_the_papers_day(about, on, found):
    paper = replace(papers(Form.PARTY)["letter"], about=about, addressees=(about,), on=on)

    (said,) = warnings_of(paper, today=TODAY)

    assert said.startswith(f"“{found}”: ")


def test_a_paper_of_its_own_day_may_name_what_there_was_then():
    paper = replace(papers(Form.PARTY)["letter"], about="gửi Huyện ủy Triệu Phong", on=date(2024, 6, 1))

    assert warnings_of(paper, today=TODAY) == []


def test_every_word_of_a_paper_is_looked_at():
    paper = papers(Form.PARTY)["meeting"]

    said = list(words_of(paper))

    assert {"Phạm Đắc Lộc", "Tuyến đường hoa tự quản số 12", "Đảng ủy xã Ái Tử"} <= {
        part for text in said for part in text.replace(";", ".").rstrip(".").split(". ") for part in (part.strip(),)
    } | set(said)
    assert isinstance(paper, Paper)
    assert "party" not in said
