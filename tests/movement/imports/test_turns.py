"""Tasks that come twice, too late, or break: the batch ends read, written or with a sentence, never in between."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kheo.movement.actions import exemplars, imports
from kheo.movement.actions.imports import batches, known, reading, staging, writing
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Exemplar, ImportBatch, ImportRemark, StagedRow
from tests import make
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    units = ground.land()
    return {**units, "round": make.round(2026), "by": ground.specialist(units["province"])}


def sent(place, *rows, **facts):
    content = ground.listed(*(rows or ground.GOOD), **facts)
    return ground.sent(content, by=place["by"], office=place["province"], round_=place["round"])


def taken_by_another(batch):
    ImportBatch.objects.filter(pk=batch.pk).update(turn=batch.turn + 1)


def broken(*args, **kwargs):
    raise RuntimeError("disk gone")


def test_reading_and_writing_are_done_once_however_often_asked(place):
    batch = sent(place)
    imports.read(batch.pk)
    imports.accept(batch, by=place["by"])

    imports.write(batch.pk)
    imports.write(batch.pk)

    batch.refresh_from_db()
    assert (batch.turn, batch.stage, Exemplar.objects.count()) == (2, "written", 3)


def test_a_late_reader_takes_its_rows_away_again(place, monkeypatch):
    batch = sent(place)
    imports.choose(batch, {}, by=place["by"])
    real = staging.stage

    def stage(batch, found):
        real(batch, found)
        taken_by_another(batch)

    monkeypatch.setattr(batches.staging, "stage", stage)
    imports.read(batch.pk)

    batch.refresh_from_db()
    assert (batch.stage, batch.turn) == ("reading", 3)
    assert set(StagedRow.objects.values_list("turn", flat=True)) == {1}
    assert not ImportRemark.objects.filter(turn=2).exists()


def test_a_late_writer_writes_nothing(place, monkeypatch):
    batch = sent(place)
    imports.accept(batch, by=place["by"])
    real = staging.staged

    def staged(batch):
        taken_by_another(batch)
        return real(batch)

    monkeypatch.setattr(batches.staging, "staged", staged)
    imports.write(batch.pk)

    assert not Exemplar.objects.exists()
    assert ImportBatch.objects.get().stage == "writing"


def test_a_reader_that_breaks_ends_in_a_sentence(place, monkeypatch):
    batch = sent(place)
    imports.choose(batch, {}, by=place["by"])
    monkeypatch.setattr(batches, "read_list", broken)

    imports.read(batch.pk)

    batch.refresh_from_db()
    assert batch.stage == "failed"
    assert batch.problem.startswith("Có trục trặc khi đọc tệp; chưa có gì được ghi vào sổ.")


def test_a_writer_that_breaks_leaves_the_list_as_it_was_read(place, monkeypatch):
    batch = sent(place)
    imports.accept(batch, by=place["by"])
    with monkeypatch.context() as patched:
        patched.setattr(writing, "_put_words", broken)
        imports.write(batch.pk)

    batch.refresh_from_db()
    assert (batch.stage, Exemplar.objects.count(), StagedRow.objects.count()) == ("read", 0, 3)
    assert batch.problem.startswith("Có trục trặc khi ghi vào sổ")
    imports.accept(batch, by=place["by"])
    imports.write(batch.pk)
    assert Exemplar.objects.count() == 3


def test_a_late_task_that_breaks_says_nothing(place, monkeypatch):
    batch = sent(place)
    imports.accept(batch, by=place["by"])

    def staged(batch):
        taken_by_another(batch)
        broken()

    monkeypatch.setattr(batches.staging, "staged", staged)
    imports.write(batch.pk)

    batch.refresh_from_db()
    assert (batch.stage, batch.problem) == ("writing", "")


def test_more_rows_than_sqlite_takes_at_once_are_refused_in_words(place, monkeypatch):
    batch = sent(place)
    monkeypatch.setattr(batches, "MOST_ROWS", {"sqlite": 2, "postgresql": 2})

    with pytest.raises(NotYet, match="nhiều nhất 2 dòng"):
        imports.accept(batch, by=place["by"])

    assert ImportBatch.objects.get().stage == "read"


def test_a_list_without_rows_is_refused(place):
    batch = sent(place, *ground.WRONG)

    with pytest.raises(NotYet, match="không có dòng nào nhập được"):
        imports.accept(batch, by=place["by"], skip_errors=True)


def test_a_batch_that_is_being_worked_at_is_left_to_its_worker(place):
    batch = sent(place)
    imports.accept(batch, by=place["by"])

    with pytest.raises(NotYet, match="Máy vẫn đang xử lý"):
        imports.take_back(batch, by=place["by"])


def test_a_batch_of_the_command_that_died_is_read_again(place):
    """The command stages nothing: what is left of it is the file."""
    batch = sent(place)
    staging.clear(batch)
    long_ago = timezone.now() - timedelta(hours=1)
    ImportBatch.objects.filter(pk=batch.pk).update(stage="writing", beat_at=long_ago)

    batch = imports.take_back(ImportBatch.objects.get(), by=place["by"])

    assert batch.stage == "waiting"


def test_parts_of_numbers_and_ticked_columns_survive_the_waiting(place):
    head = ("STT", "Tên mô hình", "Đơn vị", "Kinh tế", "Văn hóa - xã hội", "Quốc phòng - an ninh", "HTCT", "Đất (ha)")
    batch = sent(place, ("1", "Vườn mẫu", "Ái Tử", "", "x", "", "", "0,12345"), head=head)

    (row,) = staging.staged(batch)

    assert (row.field, row.land_m2) == ("culture", Decimal("1234.5"))
    meanings = [column["meaning"] for column in batch.reading["sheets"][0]["columns"]]
    assert meanings[3:7] == ["field_economy", "field_culture", "field_defence", "field_politics"]


def test_a_model_that_ended_meanwhile_is_not_continued(place):
    ground.written(ground.listed(*ground.GOOD), by=place["by"], office=place["province"], round_=place["round"])
    place["round"] = make.round(2027)
    batch = sent(place)
    one = Exemplar.objects.get(name="Tiếng kẻng an ninh")
    rows, acted = staging.staged(batch), []
    imports.accept(batch, by=place["by"], known_as="continued")
    real = writing.look_up

    def look_up(rows, round_):
        found = real(rows, round_)
        if not acted:
            acted.append(exemplars.advance(one, "stop", by=place["by"], note="Thôi làm"))
        return found

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(writing, "look_up", look_up)
        imports.write(batch.pk)

    batch.refresh_from_db()
    assert len(rows) == 3
    assert batch.result == {"new": 1, "continued": 2, "skipped": 0}


def test_a_register_that_never_stands_still_is_held_while_preparing(place, monkeypatch):
    batch = sent(place)
    imports.accept(batch, by=place["by"], known_as="continued")
    tries = []

    def check(plan):
        tries.append(plan)
        raise writing.Moved

    monkeypatch.setattr(writing, "_check", check)
    imports.write(batch.pk)

    assert (len(tries), Exemplar.objects.count()) == (writing.TRIES, 3)


def test_in_a_large_register_only_the_same_names_are_looked_for(place, monkeypatch):
    ground.written(ground.listed(*ground.GOOD), by=place["by"], office=place["province"], round_=place["round"])
    monkeypatch.setattr(known, "MOST_ALIKE", 1)

    batch = sent(place)

    assert batch.reading["known"] == 3
    assert batch.remarks.filter(is_error=False, reason__contains="đã có trong sổ").count() == 3


def test_a_file_without_a_header_says_so(place):
    batch = ground.sent(b"a,b\n1,2\n", by=place["by"], office=place["province"], round_=place["round"])

    assert (batch.stage, batch.reading["sheets"]) == ("read", [])
    assert "không tìm thấy dòng tiêu đề" in batch.remarks.get(is_error=True).reason
    assert reading.remembered(place["province"], "never") == {}
