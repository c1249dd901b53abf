"""Who may bring lists into the register: specialists and heads, lists of their own office."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kheo.movement.actions import imports
from kheo.movement.models import ImportBatch
from tests.movement.imports import ground

from .row import REVIEWS, Row

ONE_ROW = ground.listed(ground.GOOD[1])


def batch_of(*, written: bool = False, **facts):
    """Builders of a batch of the own and of the foreign commune, each in its place in life."""

    def build(commune, round_):
        place = commune.unit
        content = ONE_ROW.replace("Ái Tử".encode(), place.name.encode())
        batch = ground.sent(content, by=ground.specialist(place), office=place, round_=round_, name=f"{place.name}.csv")
        if written:
            imports.accept(batch, by=batch.by)
            imports.write(batch.pk)
        ImportBatch.objects.filter(pk=batch.pk).update(**facts)
        return {"pk": batch.pk}

    return {"own": lambda cast: build(cast.own, cast.round), "foreign": lambda cast: build(cast.foreign, cast.round)}


def hand_in(cast):
    """A list of the own office; the address of the list of lists itself carries no words."""
    ImportBatch.objects.create(unit=cast.own.unit, round=cast.round, name=f"{cast.own.unit.name}.csv")
    return {}


def sent_file(cast):
    return {
        "file": SimpleUploadedFile("danh-sach.csv", ONE_ROW), "round": cast.round.pk, "lands_as": "listed",
        "unit": cast.own.unit.name, "on": "23/11/2026",
    }  # fmt: skip


LONG_AGO = timezone.now() - timedelta(hours=1)
READ, WRITTEN = batch_of(), batch_of(written=True)
SILENT, BUSY = batch_of(stage="writing", beat_at=LONG_AGO), batch_of(stage="writing")

ROWS = [
    Row("movement:import_list", REVIEWS, query=hand_in, sees=lambda cast: f"{cast.own.unit.name}.csv"),
    Row("movement:import_new", REVIEWS, sees=lambda cast: "Tải lên và đọc"),
    Row("movement:import_new", REVIEWS, method="POST", data=sent_file, leaves="import.begin"),
    Row("movement:import_detail", REVIEWS, **READ, sees=lambda cast: "Trồng ném trên cát"),
    Row("movement:import_state", REVIEWS, **BUSY, sees=lambda cast: "Đang chuẩn bị và ghi vào sổ"),
    Row("movement:import_errors", REVIEWS, **READ, sees=lambda cast: "PK"),  # a workbook
    Row("movement:import_mapping", REVIEWS, **READ, method="POST", leaves="import.choose"),
    Row("movement:import_write", REVIEWS, **READ, method="POST", leaves="import.write"),
    Row("movement:import_drop", REVIEWS, **READ, method="POST", leaves="import.drop"),
    Row("movement:import_again", REVIEWS, **SILENT, method="POST", leaves="import.write"),
    Row("movement:import_undo", REVIEWS, **WRITTEN, method="POST", leaves="import.undo"),
]
