"""Models that seem to stand twice are pointed at; the same work elsewhere, or by a usual pattern, is not."""

import random
import time

from kheo.movement.importing import Caution, Known, Row, find_duplicates

LONG = "Vận động hộ dân chuyển đổi đất lúa kém hiệu quả sang trồng ném sạch theo chuỗi liên kết"


def rows(*names, unit="u1"):
    return [Row("A", number, name, unit=unit) for number, name in enumerate(names, start=2)]


def test_same_name_in_one_unit_is_pointed_at_whatever_its_spelling():
    found = find_duplicates(rows("Thắp sáng đường quê", "Tổ tự quản", "THẮP  SÁNG đường quê."))

    assert found == [Caution("A", 4, "", "THẮP  SÁNG đường quê.", "trùng tên với dòng 2 trang “A”, cùng đơn vị")]


def test_same_name_in_another_unit_is_another_model():
    assert find_duplicates(rows("Thắp sáng đường quê") + rows("Thắp sáng đường quê", unit="u2")) == []


def test_altered_copy_is_pointed_at():
    altered = LONG.replace("sạch", "an toàn").replace("Vận động", "Tuyên truyền, vận động")

    (found,) = find_duplicates(rows(LONG, altered))

    assert (found.row, found.reason) == (3, "tên gần giống với dòng 2 trang “A”, cùng đơn vị")


def test_same_work_in_another_hamlet_is_no_duplicate():
    assert find_duplicates(rows(f"{LONG} thôn Bích La", f"{LONG} thôn Bích La Đông", f"{LONG} thôn An Mô")) == []


def test_name_in_the_register_is_pointed_at():
    found = find_duplicates(
        rows("Thắp sáng đường quê"), [Known("Thắp sáng đường quê", "u1", "DVK-2025-012"), Known("Khác hẳn", "u1")]
    )

    assert [caution.reason for caution in found] == ["trùng tên với “DVK-2025-012” đã có trong sổ của đơn vị"]


def test_words_of_a_usual_pattern_make_nothing_alike():
    names = ["Tuyến đường hoa phụ nữ tự quản số Một", "Tuyến đường hoa phụ nữ tự quản kiểu mẫu"]

    assert find_duplicates(rows(*names), stop_phrases=["Tuyến đường hoa phụ nữ tự quản"]) == []


def test_unrelated_names_are_not_alike():
    names = ["Chi bộ bốn tốt", "Camera an ninh từ nguồn xã hội hóa", "Phân loại rác tại nguồn", "Tiếng kẻng học bài"]

    assert find_duplicates(rows(*names)) == []


def test_thousands_of_alike_names_end_in_time():
    """The worst list: one unit, and names of the same few hundred words in every order."""
    chance = random.Random(5)
    words = [f"từ{number}" for number in range(300)]
    names = [" ".join(chance.choices(words, k=10)) for _ in range(6_000)]
    began = time.process_time()

    find_duplicates(rows(*names))

    assert time.process_time() - began < 6
