"""The pages of an import: hand in, see what was understood, choose, decide, take back."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kheo.accounts.roles import Role
from kheo.movement.actions import imports
from kheo.movement.models import Exemplar, ImportBatch, ImportMapping, StagedRow
from tests import costs, make
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db
LIST = reverse("movement:import_list")


@pytest.fixture
def place(client):
    units = ground.land()
    by = ground.specialist(units["province"])
    client.force_login(by)
    return {**units, "round": make.round(2026), "by": by}


def hand_in(client, place, content, name="danh-sach.csv", **facts):
    """Through the page, as a specialist does; the batch as it stands then."""
    form = {
        "file": SimpleUploadedFile(name, content), "round": place["round"].pk, "lands_as": "listed",
        "unit": "tỉnh Quảng Trị", "on": "23/11/2026", **facts,
    }  # fmt: skip
    answer = client.post(reverse("movement:import_new"), form)
    assert answer.status_code == 302, answer.context["form"].errors
    return ImportBatch.objects.latest("pk")


def page(client, batch, **query):
    return client.get(reverse("movement:import_detail", args=[batch.pk]), query).content.decode()


def press(client, name, batch, **data):
    return client.post(reverse(f"movement:{name}", args=[batch.pk]), data, follow=True).content.decode()


def test_a_list_is_handed_in_read_and_written(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))

    preview = page(client, batch)
    assert "Nhập tất cả 3 dòng" in preview
    assert "Hiến đất mở đường thôn An Mô" in preview
    assert "Số quyết định" in preview
    assert "dòng đúng" not in preview

    press(client, "import_write", batch)
    batch.refresh_from_db()
    assert (batch.stage, Exemplar.objects.filter(import_batch=batch).count()) == ("written", 3)
    assert f"?lan_nhap={batch.pk}" in page(client, batch)
    assert not StagedRow.objects.exists()
    assert "Hiến đất mở đường" in client.get(reverse("movement:exemplar_list"), {"lan_nhap": batch.pk}).content.decode()


def test_errors_are_shown_in_their_place_and_only_good_rows_can_be_written(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD, *ground.WRONG))

    preview = page(client, batch)
    assert "Nhập 3 dòng đúng" in preview
    assert "Nhập tất cả" not in preview
    assert "đơn vị đã kết thúc, kế tục là xã Ái Tử" in preview
    assert "Thể thao" in preview

    assert "Danh sách còn 2 lỗi" in press(client, "import_write", batch)
    assert not Exemplar.objects.exists()
    press(client, "import_write", batch, skip="1")
    assert Exemplar.objects.count() == 3


def test_errors_come_as_a_spreadsheet(client, place):
    batch = hand_in(client, place, ground.listed(*ground.WRONG))

    answer = client.get(reverse("movement:import_errors", args=[batch.pk]))

    assert answer["Content-Disposition"] == 'attachment; filename="can-sua-danh-sach.xlsx"'
    assert answer.content[:2] == b"PK"


def test_a_column_is_given_its_meaning_and_the_office_is_remembered_for_it(client, place):
    head = (*ground.HEAD[:-1], "Khẩu hiệu")
    odd = tuple("Bếp nhà" if each == "Tên mô hình" else each for each in (*ground.HEAD[:-1], "Tên mô hình phụ"))
    content = ground.listed(*ground.GOOD, head=head)
    batch = hand_in(client, place, content)
    sheet = batch.reading["sheets"][0]
    at = [column["header"] for column in sheet["columns"]].index("Khẩu hiệu")
    assert sheet["columns"][at]["meaning"] == ""
    assert "Giữ ở phần khác" in page(client, batch, xem="cot")

    press(client, "import_mapping", batch, **{f"cot-0-{at}": "note", f"cot-0-{at - 1}": "x"})

    batch.refresh_from_db()
    assert [batch.stage, batch.turn, batch.rows.first().facts["note"]] == ["read", 2, "12-QĐ/ĐU"]
    assert ImportMapping.objects.get().columns["Khẩu hiệu"] == "note"
    again = hand_in(client, place, content)
    assert again.rows.first().facts["note"] == "12-QĐ/ĐU"
    assert odd


def test_known_rows_ask_what_becomes_of_them(client, place):
    ground.written(ground.listed(*ground.GOOD), by=place["by"], office=place["province"], round_=place["round"])
    place["round"] = make.round(2027)
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    assert "3 dòng trùng tên với mô hình đã có" in page(client, batch)
    assert "Tệp này đã được nhập một lần" in page(client, batch)

    assert "Nhập tất cả" in press(client, "import_write", batch)
    assert Exemplar.objects.count() == 3

    press(client, "import_write", batch, known_as="continued")
    batch.refresh_from_db()
    assert batch.result == {"new": 0, "continued": 3, "skipped": 0}
    assert Exemplar.objects.count() == 3


def test_a_double_press_writes_once(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))

    press(client, "import_write", batch, once="a1")
    press(client, "import_write", batch, once="a1")
    press(client, "import_write", batch, once="a2")

    assert Exemplar.objects.count() == 3


def test_undo_takes_the_batch_out_again(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    press(client, "import_write", batch)

    assert "đã được hoàn tác" in press(client, "import_undo", batch)

    assert not Exemplar.objects.exists()


def test_a_dropped_list_leaves_nothing_but_its_name(client, place, django_capture_on_commit_callbacks):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    path = batch.file.name

    with django_capture_on_commit_callbacks(execute=True):
        press(client, "import_drop", batch)

    assert "Danh sách này đã được bỏ" in page(client, batch)
    assert not StagedRow.objects.exists()
    assert not batch.file.storage.exists(path)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("rong.xlsx", b" ", "Tệp trống, không có gì để đọc"),
        ("anh.xlsx", b"\x89PNG....", "Tệp là ảnh PNG"),
        ("hong.xlsx", b"PK\x03\x04 hong", "hỏng"),
    ],
)
def test_a_bad_file_ends_in_one_sentence(client, place, name, content, sentence):
    form = {"file": SimpleUploadedFile(name, content), "round": place["round"].pk, "lands_as": "listed"}
    answer = client.post(
        reverse("movement:import_new"), {**form, "unit": "tỉnh Quảng Trị", "on": "23/11/2026"}, follow=True
    )

    assert sentence.lower() in answer.content.decode().lower()
    assert not Exemplar.objects.exists()


def test_a_file_above_50_mb_is_refused_before_it_is_read(client, place, monkeypatch):
    monkeypatch.setattr("kheo.movement.forms.imports.MAX_BYTES", 10)

    form = {"file": SimpleUploadedFile("to.csv", b"a,b,c\n" * 10), "round": place["round"].pk, "lands_as": "listed"}
    answer = client.post(reverse("movement:import_new"), {**form, "unit": "tỉnh Quảng Trị", "on": "23/11/2026"})

    assert "quá giới hạn 50 MB" in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_a_busy_batch_shows_how_far_it_is_and_asks_again(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    state = reverse("movement:import_state", args=[batch.pk])
    assert client.get(state)["HX-Refresh"] == "true"

    ImportBatch.objects.filter(pk=batch.pk).update(stage="writing", done=1500, total=20000)
    shown = client.get(state).content.decode()

    assert "1.500 / 20.000" in shown
    assert f'hx-get="{state}"' in shown
    assert "Cho xử lý lại" not in page(client, batch)


def test_a_silent_batch_can_be_taken_up_again_and_the_late_task_leaves_its_work(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    long_ago = timezone.now() - timedelta(minutes=5)
    ImportBatch.objects.filter(pk=batch.pk).update(stage="writing", beat_at=long_ago)
    late = ImportBatch.objects.get(pk=batch.pk)
    rows = [*imports.staging.staged(late)]
    assert "Cho xử lý lại" in page(client, batch)

    press(client, "import_again", batch)

    batch.refresh_from_db()
    assert (batch.stage, Exemplar.objects.count()) == ("written", 3)
    with pytest.raises(imports.Passed):
        imports.write_rows(late, rows)
    assert Exemplar.objects.count() == 3


def test_a_batch_that_died_while_being_read_is_read_again(client, place):
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    long_ago = timezone.now() - timedelta(minutes=5)
    ImportBatch.objects.filter(pk=batch.pk).update(stage="reading", beat_at=long_ago)

    press(client, "import_again", batch)

    batch.refresh_from_db()
    assert (batch.stage, batch.rows.count(), batch.turn) == ("read", 3, 2)


def test_a_commune_reads_and_writes_its_own_lists_only(client, place):
    mine = place["xã Ái Tử"]
    batch = hand_in(client, place, ground.listed(*ground.GOOD))
    client.force_login(ground.specialist(mine))

    assert client.get(reverse("movement:import_detail", args=[batch.pk])).status_code == 404
    own = hand_in(client, place, ground.listed(*ground.GOOD), unit="xã Ái Tử")
    assert own.reading["rows"] == 1
    assert [error.reason for error in own.remarks.filter(is_error=True)] == ["đơn vị không thuộc xã Ái Tử"] * 2


@pytest.mark.parametrize("role", [Role.OFFICER, Role.UNIT_LEADER, Role.VIEWER, Role.STANDING])
def test_who_may_not_import_is_refused(client, place, role):
    client.force_login(make.member(role, place["province"]))

    assert client.get(LIST).status_code == 403
    assert client.get(reverse("movement:import_new")).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_number(client, place, number, django_assert_num_queries):
    for _ in range(number):
        hand_in(client, place, ground.listed(*ground.GOOD))
    client.get(LIST)

    with django_assert_num_queries(4 + costs.of_rail(place["by"])):
        assert client.get(LIST).content.decode().count("danh-sach.csv") == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_preview_costs_the_same_for_any_number_of_rows(client, place, number, django_assert_num_queries):
    batch = hand_in(client, place, ground.listed(*ground.GOOD[:number]))
    page(client, batch)

    with django_assert_num_queries(7 + costs.of_rail(place["by"])):
        page(client, batch)
