"""What an import leaves in the register, table by table, and that undoing leaves nothing of it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection

from kheo.audit.models import Event, breaks
from kheo.movement.actions import exemplars, guidance, imports
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Charge, Contribution, Exemplar, ImportBatch, Outcome, Participant, Registration
from tests import make
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db

TABLES = (Exemplar, Registration, Contribution, Outcome, Charge, Participant)


def counts():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM movement_exemplar_words")
        return [*(table.objects.count() for table in TABLES), cursor.fetchone()[0]]


@pytest.fixture
def place():
    units = ground.land()
    return {**units, "round": make.round(2026), "by": ground.specialist(units["province"])}


def written(place, content, **facts):
    return ground.written(content, by=place["by"], office=place["province"], round_=place["round"], **facts)


def test_a_row_becomes_an_exemplar_with_all_that_it_tells(place):
    batch = written(place, ground.listed(*ground.GOOD))

    one = Exemplar.objects.get(name="Hiến đất mở đường thôn An Mô")
    assert batch.stage == "written"
    assert batch.result == {"new": 3, "continued": 0, "skipped": 0}
    assert (one.code, one.unit, one.place) == (f"DVK-{one.pk:06d}", place["xã Triệu Phong"], place["xã Triệu Phong"])
    assert (one.field, one.bearer, one.kind, one.nature) == ("culture", "group", "practice", "lasting")
    assert (one.starts, one.starts_precision, one.households) == (date(2026, 3, 15), "day", 43)
    assert (one.place_detail, one.products) == ("thôn An Mô", "hiến 2.690 m2 đất; 81 ngày công; 182 triệu đồng")
    assert one.extra == {"Số quyết định": "12-QĐ/ĐU", "Ghi chú": "làm tốt"}
    assert (one.stage, one.entered_by, one.author, one.import_batch) == ("new", place["by"], None, batch)
    assert [(c.kind, c.amount, c.measure, c.on, c.import_batch) for c in one.contributions.order_by("kind")] == [
        ("labour", Decimal(81), "ngày công", date(2026, 3, 15), batch),
        ("land", Decimal(2690), "m²", date(2026, 3, 15), batch),
        ("money", Decimal(182_000_000), "đồng", date(2026, 3, 15), batch),
    ]
    assert [(o.name, o.actual, o.target, o.is_main, o.resource) for o in one.outcomes.all()] == [
        ("Đất hiến", Decimal(2690), None, True, "land"),
        ("Ngày công đóng góp", Decimal(81), None, False, "labour"),
        ("Kinh phí huy động", Decimal(182_000_000), None, False, "money"),
    ]
    assert [charge.name for charge in one.charges.all()] == ["Lê Văn Ái"]
    assert [each.name for each in one.participants.all()] == ["Hội Nông dân", "Đoàn Thanh niên"]
    assert [(r.stage, r.origin, r.round, r.import_batch) for r in one.registrations.all()] == [
        ("listed", "new", place["round"], batch)
    ]


def test_what_a_row_does_not_say_stays_unsaid(place):
    written(place, ground.listed(*ground.GOOD))

    silent, zero = Exemplar.objects.get(name="Trồng ném trên cát"), Exemplar.objects.get(name="Tiếng kẻng an ninh")
    assert (silent.households, zero.households) == (None, 0)
    assert (silent.starts, silent.starts_precision) == (date(2024, 9, 1), "month")
    assert (silent.contributions.count(), silent.outcomes.count(), silent.charges.count()) == (0, 0, 0)
    assert silent.missing_to_file() == ["kết quả chính có đơn vị tính và chỉ tiêu"]


def test_a_list_of_results_lands_as_running(place):
    written(place, ground.listed(*ground.GOOD), lands_as="running")

    assert set(Exemplar.objects.values_list("stage", flat=True)) == {"running"}
    assert set(Registration.objects.values_list("stage", flat=True)) == {"listed"}


def test_imported_models_are_found_by_words_names_and_codes(place):
    written(place, ground.listed(*ground.GOOD))

    one = Exemplar.objects.get(name="Hiến đất mở đường thôn An Mô")
    for text in ("hien dat", "Hiến đất", "đoàn thanh niên", one.code, "trieu phong an mo"):
        assert list(Exemplar.objects.matching(text)) == [one]
    assert list(Exemplar.objects.by_name().values_list("name", flat=True)) == [
        "Hiến đất mở đường thôn An Mô", "Tiếng kẻng an ninh", "Trồng ném trên cát",
    ]  # fmt: skip


def test_one_event_tells_of_the_writing(place):
    batch = written(place, ground.listed(*ground.GOOD))

    event = Event.objects.get(verb="import.write")
    assert (event.by, event.unit_id, event.subject_id) == (place["by"], place["province"].pk, str(batch.pk))
    assert (event.changes["rows"], event.changes["new"], len(event.changes["digest"])) == (3, 3, 64)
    assert list(breaks()) == []


def test_a_list_with_errors_writes_nothing_unless_its_good_rows_are_asked_for(place):
    content = ground.listed(*ground.GOOD, *ground.WRONG)

    batch = ground.sent(content, by=place["by"], office=place["province"], round_=place["round"])
    with pytest.raises(NotYet, match="Danh sách còn 2 lỗi"):
        imports.accept(batch, by=place["by"])
    batch.refresh_from_db()
    assert (batch.stage, Exemplar.objects.count()) == ("read", 0)

    imports.accept(batch, by=place["by"], skip_errors=True)
    imports.write(batch.pk)
    assert Exemplar.objects.count() == 3


def test_undo_leaves_nothing_of_the_batch_and_happens_once(place):
    kept = make.exemplar()
    before = counts()
    batch = written(place, ground.listed(*ground.GOOD))

    imports.undo(batch, by=place["by"])

    batch.refresh_from_db()
    assert counts() == before
    assert list(Exemplar.objects.all()) == [kept]
    assert (batch.stage, batch.undone_by) == ("undone", place["by"])
    assert Event.objects.filter(verb="import.undo").count() == 1
    with pytest.raises(NotYet, match="Đã hoàn tác"):
        imports.undo(batch, by=place["by"])


def test_undo_refuses_by_name_what_was_worked_on_since(place):
    batch = written(place, ground.listed(*ground.GOOD), lands_as="running")
    before = counts()
    one, two = Exemplar.objects.by_name()[:2]
    guidance.say(one, "Cần ảnh trước và sau.", by=place["by"])
    exemplars.advance(two, "pause", by=place["by"], note="Chờ vốn")

    with pytest.raises(NotYet, match=r"2 mô hình .*“Hiến đất mở đường thôn An Mô”; “Tiếng kẻng an ninh”"):
        imports.undo(batch, by=place["by"])

    assert counts() == before
    assert ImportBatch.objects.get().stage == "written"


def test_a_known_row_is_pointed_at_and_written_anew_unless_told_otherwise(place):
    written(place, ground.listed(*ground.GOOD))

    batch = written(place, ground.listed(*ground.GOOD[:1]))

    assert (batch.reading["known"], batch.reading["listed"]) == (1, 1)
    assert [remark.row for remark in batch.remarks.filter(is_error=False, column="Tên mô hình")] == [2]
    assert batch.result == {"new": 1, "continued": 0, "skipped": 0}


def test_a_known_row_continues_its_model_once_a_round(place):
    written(place, ground.listed(*ground.GOOD))
    next_year = {**place, "round": make.round(2027)}
    rows = (ground.GOOD[0], ground.GOOD[0], ("9", "Bếp ấm", "Ái Tử", *[""] * 10))

    batch = written(next_year, ground.listed(*rows), known_as="continued")

    one = Exemplar.objects.get(name="Hiến đất mở đường thôn An Mô")
    assert batch.result == {"new": 1, "continued": 1, "skipped": 1}
    assert sorted(one.registrations.values_list("round__year", "origin", "stage")) == [
        (2026, "new", "listed"), (2027, "continued", "listed"),
    ]  # fmt: skip
    assert one.contributions.filter(kind="land").count() == 2

    imports.undo(batch, by=place["by"])
    assert Exemplar.objects.count() == 3
    assert (one.registrations.count(), one.contributions.filter(kind="land").count()) == (1, 1)
