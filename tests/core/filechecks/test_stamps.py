"""Stamps of state secrets are found, and words that only look like them pass."""

import unicodedata

import pytest

from kheo.core.filechecks import stamp_in
from kheo.core.filechecks.stamps import BLOCK, Watch, stamp_in_name

STAMPED = [
    ("MẬT", "MẬT"),
    ("  TỐI MẬT  ", "TỐI MẬT"),
    ("TUYỆT MẬT", "TUYỆT MẬT"),
    ("[TUYỆT MẬT]", "TUYỆT MẬT"),
    ("(MẬT)", "MẬT"),
    ("*** MẬT ***", "MẬT"),
    ("M Ậ T", "MẬT"),
    ("T U Y Ệ T M Ậ T", "TUYỆT MẬT"),
    ("M\u00a0Ậ\u00a0T", "MẬT"),
    ("T Ố I  M Ậ T", "MẬT"),
    ("Tối mật", "TỐI MẬT"),
    ("Tuyệt Mật", "TUYỆT MẬT"),
    ("HUYỆN ỦY TRIỆU PHONG\nSố: 05-BC/HU\nMẬT\nBÁO CÁO", "MẬT"),
    ("Số: 05-BC/HU MẬT", "MẬT"),
    ("MẬT Ái Tử, ngày 3 tháng 5 năm 2026", "MẬT"),
    ("MẬT          Ái Tử, ngày 3 tháng 5 năm 2026", "MẬT"),
    ("Độ mật: Mật", "MẬT"),
    ("Độ mật: TỐI MẬT.", "TỐI MẬT"),
    ("Mức độ mật – tuyệt mật", "TUYỆT MẬT"),
    ("Độ mật:\tMật", "MẬT"),
    ("Độ mật\nTối mật", "TỐI MẬT"),
    ("TÀI LIỆU MẬT", "MẬT"),
    ("MẬT - HỎA TỐC", "MẬT"),
    ("TOI MAT", "TỐI MẬT"),
    ("TUYET MAT", "TUYỆT MẬT"),
    ("MAÄT", "MẬT"),
    ("mËt", "MẬT"),
    ("TUYEÄT MAÄT", "TUYỆT MẬT"),
    ("tèi mËt", "TỐI MẬT"),
]
FALSE_FRIENDS = [
    "",
    "Mật",
    "mật",
    "mật ong rừng",
    "MẬT ONG RỪNG NGUYÊN CHẤT",
    "Tổ hợp tác nuôi ong lấy mật",
    "NUÔI ONG LẤY MẬT Ở BẢN HƯỚNG SƠN",
    "MẬT ĐỘ DÂN SỐ",
    "Mật độ: 312 người/km²",
    "Giữ bí mật nhà nước là trách nhiệm của mỗi cán bộ",
    "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "QUY CHẾ VỀ TÀI LIỆU TUYỆT MẬT, TỐI MẬT, MẬT",
    "Mối quan hệ mật thiết giữa Đảng với Nhân dân",
    "MẬT THIẾT VỚI NHÂN DÂN",
    "Độ mật: không",
    "Độ mật: Thường",
    "Độ mật ong đạt chuẩn: mật ong loại 1",
    "mật khẩu đăng nhập",
    "MẬT KHẨU",
    "Số: 12/KH-UBND",
    "Số lượng 12 lít MẬT ONG",
    "bánh mật, mía mật",
    "TỔ HỢP TÁC MẬT ONG",
    "Bảo mật thông tin cá nhân",
    "BẢO MẬT",
    "MAT NA",
    "Tiếp cận kín đáo, tuyệt mật thì không làm dân vận được",
]


@pytest.mark.parametrize(("text", "stamp"), STAMPED)
def test_stamp_is_found_in_either_form_of_unicode(text, stamp):
    assert stamp_in(unicodedata.normalize("NFC", text)) == stamp
    assert stamp_in(unicodedata.normalize("NFD", text)) == stamp


@pytest.mark.parametrize("text", FALSE_FRIENDS)
def test_word_that_is_no_stamp_passes(text):
    assert stamp_in(text) is None


@pytest.mark.parametrize("name", ["(MẬT) Báo cáo.pdf", "Báo cáo [tối mật].docx", "TUYỆT MẬT.pdf"])
def test_name_of_a_file_can_carry_a_stamp(name):
    assert stamp_in_name(name) is not None


@pytest.mark.parametrize("name", ["nuôi ong lấy MẬT.jpg", "Mật ong.jpg", "bao-mat.pdf", "mật.jpg"])
def test_name_of_a_file_about_honey_passes(name):
    assert stamp_in_name(name) is None


def test_stamp_in_the_middle_of_a_long_document_is_found():
    watch = Watch()
    for number in range(20_000):
        watch.see(f"Dòng {number}: mật ong rừng")
        if number == 9_999:
            watch.see("Độ mật:")
            watch.see("Tối mật")

    assert watch.end() == "TỐI MẬT"


def test_label_at_the_end_of_one_block_is_read_with_its_degree_in_the_next():
    watch = Watch()
    watch.see("a" * (BLOCK - len("Độ mật:") - 1))
    watch.see("Độ mật:")
    watch.see("Mật")

    assert watch.end() == "MẬT"
    assert Watch().end() is None
