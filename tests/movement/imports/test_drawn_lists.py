"""Registers drawn at random go through the command into the database, and are counted there another way."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from tests import make
from tests.movement.importing import paper
from tests.movement.importing.draw import Drawing
from tests.movement.imports import ground

pytestmark = pytest.mark.django_db

FIELDS = {
    "economy": "Kinh tế",
    "culture": "Văn hóa - xã hội",
    "defence": "Quốc phòng - an ninh",
    "politics": "Xây dựng hệ thống chính trị",
    "": None,
}
BEARERS = {"group": "tập thể", "person": "cá nhân", "": None}
STARTS = {"day": 10, "month": 7, "year": 4}  # letters of an ISO date that are known
RESOURCES = {"land": "land_m2", "labour": "labour_days", "money": "money_vnd"}
PAPERS = {"xlsx": paper.xlsx, "xls": paper.xls, "ods": paper.ods}


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def in_the_register():
    """The rows of the tables as a list would tell them."""
    gifts = {}
    for gift in asked("SELECT exemplar_id, kind, amount FROM movement_contribution"):
        gifts[gift["exemplar_id"], gift["kind"]] = float(gift["amount"])
    found = asked(
        "SELECT e.id, e.name, e.field, e.bearer, e.starts, e.starts_precision, e.households, u.name AS unit "
        "FROM movement_exemplar e JOIN units_unit u ON u.id = e.unit_id ORDER BY e.id"
    )
    return [
        {
            "name": row["name"],
            "field": FIELDS[row["field"]],
            "unit": row["unit"],
            "bearer": BEARERS[row["bearer"]],
            "start": start_of(row),
            "households": row["households"],
            **{column: gifts.get((row["id"], kind)) for kind, column in RESOURCES.items()},
        }
        for row in found
    ]


def start_of(row):
    if row["starts"] is None:
        return None
    if row["starts_precision"] == "quarter":
        return f"{str(row['starts'])[:4]}-Q{(int(str(row['starts'])[5:7]) + 2) // 3}"
    return str(row["starts"])[: STARTS[row["starts_precision"]]]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", PAPERS)
def test_a_drawn_register_arrives_whole(kind, seed, tmp_path):
    ground.land()
    round_ = make.round(2026)
    drawn = Drawing(f"imports {kind} {seed}").draw()
    path = tmp_path / f"danh-muc.{kind}"
    path.write_bytes(PAPERS[kind](drawn))
    out = StringIO()

    call_command(
        "import_register", str(path), round=round_.code, on="2026-11-23", skip_errors=True, json=True, stdout=out,
        stderr=StringIO(),
    )  # fmt: skip

    told = {"name", "field", "unit", "bearer", "start", "households", *RESOURCES.values()}
    wanted = [{key: value for key, value in row.items() if key in told} for row in drawn.rows]
    assert in_the_register() == wanted
    assert json.loads(out.getvalue())["rows"] == drawn.rows
