"""Old articles as JSON: a list, one a line; each wrong type refused in words."""

import json
from datetime import UTC, datetime

import pytest

from kheo.portal.importing import Old, OldPhoto, read

from . import FOLDER

SAMPLE = FOLDER / "samples/bai-cu.json"


def told(folder, *rows, name="bai.json"):
    file = folder / name
    file.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return list(read(file))


def test_every_documented_key_is_read():
    old = next(read(SAMPLE))

    assert (old.title, old.author, old.credit, old.views) == (
        "Giáo xứ Đồng Tâm giữ đường sạch",
        "Mai Lan",
        "Báo cũ",
        450,
    )
    assert old.posted_at == datetime(2020, 2, 1, 2, 30, tzinfo=UTC)
    assert (old.sections, old.lead) == (("Tin tức",), "Một việc nhỏ làm đều suốt ba năm.")
    assert old.old_addresses == ("https://baocu.example/tin/giao-xu-dong-tam.html?id=7&cat=2", "/node/7")
    assert old.photos == (OldPhoto("anh/giao-xu.jpg", "Đường làng sạch", "Chiều thứ bảy ở Đồng Tâm", is_main=True),)
    assert old.key == "json:baocu.example:7"


def test_wrong_ones_of_a_list_are_told_and_stop_no_other():
    found = list(read(SAMPLE))

    assert [str(each) for each in found if not isinstance(each, Old)] == [
        "bai-cu.json, bài thứ 3: Khóa “title” phải là chữ, ở đây là số nguyên.",
        "bai-cu.json, bài thứ 4: Khóa “views” phải là số nguyên không âm, ở đây là số nguyên -3.",
        "bai-cu.json, bài thứ 5: Khóa “date”: Không có ngày 30/02/2019.",
        "bai-cu.json, bài thứ 6: Mỗi bài phải là một nhóm khóa {…}, ở đây là chữ.",
        "bai-cu.json, bài thứ 7: Thiếu nội dung (khóa “html”, “body” hoặc “text”).",
    ]
    assert [each.title for each in found if isinstance(each, Old)] == [
        "Giáo xứ Đồng Tâm giữ đường sạch",
        "Bài không có ngày",
    ]


def test_one_article_a_line(tmp_path):
    found = told(
        tmp_path, {"title": "Một", "text": "a"}, "", "{hỏng", {"title": "Hai", "body": "b\n\nc"}, name="x.jsonl"
    )

    assert [getattr(each, "title", None) or str(each) for each in found] == [
        "Một",
        "x.jsonl, dòng 3: Dòng này không phải JSON đúng, hoặc không phải UTF-8.",
        "Hai",
    ]
    assert found[2].html == "<p>b</p><p>c</p>"


def test_articles_within_an_object_and_a_single_one(tmp_path):
    one = {"title": "Một", "text": "a"}

    assert [each.title for each in told(tmp_path, {"articles": [one, {**one, "title": "Hai"}]})] == ["Một", "Hai"]
    assert [each.title for each in told(tmp_path, one)] == ["Một"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"title": ""}, "Thiếu tiêu đề (khóa “title”)."),
        ({"title": None}, "Thiếu tiêu đề (khóa “title”)."),
        ({"html": ["a"]}, "Khóa “html” phải là chữ, ở đây là danh sách."),
        ({"date": 20190503}, "Khóa “date” phải là chữ, ở đây là số nguyên."),
        ({"date": "hôm qua"}, "Khóa “date”: “hôm qua” không phải là ngày tháng. Ví dụ ghi đúng: 12/03/2018 hoặc 2018-03-12T08:15."),
        ({"date": "1889-01-01"}, "Khóa “date”: Ngày đăng 01/01/1889 sớm hơn năm 1990."),
        ({"views": True}, "Khóa “views” phải là số nguyên không âm, ở đây là đúng/sai True."),
        ({"views": 1.5}, "Khóa “views” phải là số nguyên không âm, ở đây là số lẻ 1.5."),
        ({"views": 10**11}, "Khóa “views” phải là số nguyên không âm, ở đây là số nguyên 100000000000."),
        ({"old_urls": [1]}, "Khóa “old_urls” phải là chữ hoặc danh sách chữ."),
        ({"images": "anh.jpg"}, "Khóa “images” phải là danh sách, ở đây là chữ."),
        ({"images": [{"alt": "x"}]}, "Ảnh thứ 1 trong “images” thiếu khóa “file”."),
    ],
)  # fmt: skip
def test_wrong_types_are_refused_in_words(tmp_path, facts, sentence):
    (found,) = told(tmp_path, [{"title": "Bài", "text": "a", **facts}])

    assert found.text == sentence


def test_numbers_of_two_sites_are_not_mixed_up(tmp_path):
    row = {"id": 7, "title": "Một", "text": "a"}
    keys = {
        told(tmp_path, [row], name="a.json")[0].key,
        told(tmp_path, [row], name="b.json")[0].key,
        told(tmp_path, [{**row, "url": "https://www.mot.example/7"}])[0].key,
        told(tmp_path, [{**row, "url": "https://hai.example/7"}])[0].key,
    }

    assert keys == {"json:a:7", "json:b:7", "json:mot.example:7", "json:hai.example:7"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[1, 2", "Không phải JSON đúng: dòng 1, cột 6. Cần một danh sách bài, hoặc mỗi dòng một bài."),
        ('[{"title": "a"\n,}]', "Không phải JSON đúng: dòng 2, cột 2. Cần một danh sách bài, hoặc mỗi dòng một bài."),
        ("[" * 100_000, "JSON lồng nhau quá sâu, không đọc được."),
    ],
)
def test_what_is_no_json_is_refused_in_words(tmp_path, content, sentence):
    (found,) = told(tmp_path, content)

    assert found.text == sentence


def test_keys_nobody_knows_are_told(tmp_path):
    (old,) = told(tmp_path, [{"title": "Bài", "text": "a", "tags": [], "stars": 5}])

    assert old.cautions == ("bỏ qua khóa không biết: stars, tags",)
