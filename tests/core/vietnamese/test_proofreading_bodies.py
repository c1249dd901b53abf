"""Names of bodies and papers that are no more: told in new writing, not in old writing, quotations or history."""

import datetime as dt

import pytest

from kheo.core.vietnamese import Kind, proofread
from kheo.core.vietnamese.proofreading import GONE

NOW = dt.date(2026, 11, 23)


def told(text, on=NOW):
    return [(mark.found, mark.mend) for mark in proofread(text, on=on) if mark.kind == Kind.BODY]


@pytest.mark.parametrize(
    ("text", "found", "mend"),
    [
        ("Ban Dân vận Tỉnh ủy hướng dẫn", "Ban Dân vận", "Ban Tuyên giáo và Dân vận"),
        ("Ban Dân vận Trung ương hướng dẫn", "Ban Dân vận", "Ban Tuyên giáo và Dân vận"),
        ("Ban Tuyên giáo Tỉnh uỷ hướng dẫn", "Ban Tuyên giáo", "Ban Tuyên giáo và Dân vận"),
        ("Ban Dân vận Huyện ủy hướng dẫn", "Ban Dân vận Huyện ủy", None),
        ("Ban Thường vụ Huyện uỷ chỉ đạo", "Ban Thường vụ Huyện uỷ", None),
        ("UBND huyện chỉ đạo", "UBND huyện", None),
        ("Ủy ban nhân dân huyện Gio Linh chỉ đạo", "Ủy ban nhân dân huyện", None),
        ("các ban, ngành cấp huyện", "cấp huyện", None),
        ("ở huyện Triệu Phong có", "huyện Triệu Phong", None),
        ("ở huyện Đakrông có", "huyện Đakrông", None),
        ("tại thị trấn Ái Tử có", "thị trấn Ái Tử", None),
        ("theo Hướng dẫn 36-HD/VPTW", "36-HD/VPTW", None),
        ("theo Quy định số 66-QĐ/TW ngày 06/02/2017", "66-QĐ/TW", None),
        ("căn cứ Nghị định số 13/2023/NĐ-CP", "13/2023/NĐ-CP", None),
        ("căn cứ Nghị định số 98/2023/NĐ-CP", "98/2023/NĐ-CP", None),
        ("căn cứ Nghị định 42/2022/NĐ-CP", "42/2022/NĐ-CP", None),
    ],
)
def test_names_no_longer_used_are_told_in_new_writing(text, found, mend):
    assert told(text) == [(found, mend)]


@pytest.mark.parametrize(
    "text",
    [
        "Ban Tuyên giáo và Dân vận Tỉnh ủy; Ban Tuyên giáo Trung ương Hội; Hội Phụ nữ huyện bạn",
        "đường liên huyện ấy, các huyện ở xa, thị trấn ổn định",
        "nguyên Phó Trưởng Ban Dân vận Tỉnh ủy",
        "ông từng là cán bộ huyện Triệu Phong (cũ)",
        "Trước đây Huyện ủy đã chỉ đạo việc này",
        "Năm 2019, Huyện ủy Triệu Phong phát động phong trào",
        "trong năm 2025 UBND huyện đã bàn giao",
        "giai đoạn 2016-2020 huyện Hướng Hóa làm được 30 km",
        "sáp nhập huyện Gio Linh và Vĩnh Linh",
        "bài “Ban Dân vận Huyện ủy Triệu Phong làm gì” đăng trên báo",
        "Hướng dẫn 05-HD/VPTW thay thế Hướng dẫn 36-HD/VPTW",
        "số 136-HD/VPTW; 13/2023/TT-BNV; công văn 166-QĐ/TW",
    ],
)
def test_history_quotations_and_like_names_are_left_alone(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "last_day"),
    [
        ("Ban Dân vận Tỉnh ủy", dt.date(2025, 2, 28)),
        ("Huyện ủy Triệu Phong", dt.date(2025, 6, 30)),
        ("huyện Triệu Phong", dt.date(2025, 6, 30)),
        ("Nghị định 13/2023/NĐ-CP", dt.date(2025, 12, 31)),
        ("Hướng dẫn 36-HD/VPTW", dt.date(2026, 5, 26)),
        ("Quy định 66-QĐ/TW", dt.date(2026, 1, 8)),
        ("Nghị định 42/2022/NĐ-CP", dt.date(2026, 6, 30)),
    ],
)
def test_a_name_is_told_from_the_day_it_ended_and_not_before(text, last_day):
    assert told(text, on=last_day) == []
    assert len(told(text, on=last_day + dt.timedelta(days=1))) == 1


def test_a_name_that_only_a_person_can_mend_is_told_once():
    text = "huyện Gio Linh, Huyện Gio Linh, huyện Gio Linh và huyện Hướng Hóa"

    assert told(text) == [("huyện Gio Linh", None), ("huyện Hướng Hóa", None)]
    assert len(told("Ban Dân vận; Ban Dân vận")) == 2


def test_a_year_in_another_sentence_excuses_nothing():
    assert told("Năm 2019 mưa nhiều. Huyện ủy chỉ đạo.") == [("Huyện ủy", None)]


def test_every_row_says_its_advice_in_one_sentence_and_names_a_public_source():
    for gone in GONE:
        assert gone.advice.endswith(".")
        assert gone.source.startswith("https://") or gone.is_paper
