"""`manage.py import_register`: what it prints, what it writes, with what it ends."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kheo.movement.actions import imports
from kheo.movement.models import Exemplar, ImportBatch
from tests import make
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db
REGISTERS = Path(__file__).parents[4] / "shared" / "data" / "registers"


@pytest.fixture
def place():
    return {**ground.land(), "round": make.round(2026, code="dvk-2026")}


@pytest.fixture
def path(tmp_path):
    def kept(*rows):
        file = tmp_path / "danh-sach.csv"
        file.write_bytes(ground.listed(*rows))
        return str(file)

    return kept


def run(path, **options):
    """What was said on standard output and standard error."""
    out, err = StringIO(), StringIO()
    call_command(
        "import_register", path, **{"round": "dvk-2026", "on": "2026-11-23", **options}, stdout=out, stderr=err
    )
    return out.getvalue(), err.getvalue()


@pytest.mark.skipif(not REGISTERS.is_dir(), reason="KHÔNG có ../shared/data/registers: hai danh mục mẫu không được thử")
@pytest.mark.parametrize(("name", "errors"), [("danh-muc-dang-ky-2026", 0), ("ket-qua-2025", 6)])
def test_handed_out_registers_are_told_and_written(place, name, errors):
    file = str(REGISTERS / f"{name}.xlsx")
    expected = json.loads((REGISTERS / f"{name}.expect.json").read_text())

    told = json.loads(run(file, dry_run=True, json=True)[0])
    assert told["rows"] == expected["rows"]
    assert len(told["errors"]) == errors
    assert not Exemplar.objects.exists()

    run(file, skip_errors=True)
    assert list(Exemplar.objects.order_by("pk").values_list("name", flat=True)) == [
        row["name"] for row in expected["rows"]
    ]

    imports.undo(ImportBatch.objects.get(), by=None)
    assert not Exemplar.objects.exists()


def test_json_stands_alone_on_standard_output(place, path):
    out, err = run(path(*ground.GOOD), json=True)

    told = json.loads(out)
    assert told["rows"][0] == {
        "row": 2, "name": "Hiến đất mở đường thôn An Mô", "field": "Văn hóa - xã hội", "unit": "xã Triệu Phong",
        "bearer": "tập thể", "start": "2026-03-15", "start_precision": "day", "land_m2": 2690, "labour_days": 81,
        "money_vnd": 182_000_000, "households": 43,
    }  # fmt: skip
    assert [row["start"] for row in told["rows"]] == ["2026-03-15", "2024-09", "2026"]
    assert told["errors"] == []
    assert "3 mô hình mới" in err


def test_errors_stop_the_import_and_say_how_to_go_on(place, path):
    with pytest.raises(CommandError, match="Chưa nhập dòng nào vì danh sách còn 2 lỗi"):
        run(path(*ground.GOOD, *ground.WRONG))

    assert not Exemplar.objects.exists()
    assert not ImportBatch.objects.exists()


def test_skipping_errors_writes_the_good_rows(place, path):
    run(path(*ground.GOOD, *ground.WRONG), skip_errors=True)

    assert Exemplar.objects.count() == 3


def test_a_dry_run_writes_nothing_and_ends_well_even_with_errors(place, path):
    out, _ = run(path(*ground.WRONG), dry_run=True, json=True)

    assert json.loads(out)["errors"][0]["reason"] == "đơn vị đã kết thúc, kế tục là xã Ái Tử"
    assert not ImportBatch.objects.exists()


def test_the_day_of_import_decides_which_units_live(place, path):
    run(path(("1", "Một cửa", "xã Triệu Ái", *[""] * 10)), on="01/06/2025")

    assert Exemplar.objects.get().unit == place["old xã Triệu Ái"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"round": "dvk-1999"}, "Không có đợt nào mang mã “dvk-1999”. Các đợt đang có: dvk-2026."),
        ({"by": "khong-co"}, "Không có người dùng nào tên đăng nhập “khong-co”."),
        ({"unit": "00000"}, "Không có đơn vị nào đang hoạt động mang mã “00000”."),
        ({"on": "31/02/2026"}, "--on: "),
        ({"on": "9/2024"}, "--on cần một ngày"),
    ],
)
def test_a_wrong_word_is_answered_with_what_is_right(place, path, options, sentence):
    with pytest.raises(CommandError) as refused:
        run(path(*ground.GOOD), **options)

    assert str(refused.value).startswith(sentence)


def test_who_may_not_import_is_refused(place, path):
    stranger = make.user("nguoi-la")

    with pytest.raises(CommandError, match="chưa được giao quyền nhập danh sách"):
        run(path(*ground.GOOD), by=stranger.username)


def test_a_commune_named_as_office_imports_its_own_rows_only(place, path):
    run(path(*ground.GOOD), unit="19669", skip_errors=True)

    assert [exemplar.name for exemplar in Exemplar.objects.all()] == ["Trồng ném trên cát"]


def test_a_file_that_is_none_is_still_one_json_object(place, tmp_path):
    (tmp_path / "anh.xlsx").write_bytes(b"\x89PNG")
    out = StringIO()

    with pytest.raises(CommandError, match="ảnh PNG"):
        call_command(
            "import_register", str(tmp_path / "anh.xlsx"), round="dvk-2026", json=True, stdout=out, stderr=StringIO()
        )

    assert [error["value"] for error in json.loads(out.getvalue())["errors"]] == ["anh.xlsx"]


def test_the_same_file_again_is_pointed_at(place, path):
    file = path(*ground.GOOD)
    run(file)

    _, err = run(file, known="continued")

    assert "Lưu ý: tệp này đã được nhập ngày" in err
    assert "3 dòng đã có trong đợt nên không ghi lại" in err
    assert Exemplar.objects.count() == 3
