"""The two registers that offices handed out, read to the very rows and errors a careful clerk reads out of them."""

import json
from pathlib import Path

import pytest

from kheo.movement.importing import as_json, read_register
from tests.movement.importing.places import TODAY, matcher

REGISTERS = Path(__file__).parents[4] / "shared" / "data" / "registers"

#: What a reason must begin with to mean the same as the expected one.
SAME_MEANING = {
    "lĩnh vực không có": "lĩnh vực không có",
    "ngày không có": "ngày không có",
    "không phải số": "không phải số",
    "thiếu tên": "thiếu tên",
    "số âm": "số âm",
    "đơn vị đã kết thúc, kế tục là xã Ái Tử": "đơn vị đã kết thúc, kế tục là xã Ái Tử",
}


@pytest.mark.skipif(not REGISTERS.is_dir(), reason="KHÔNG có ../shared/data/registers: hai danh mục mẫu không được thử")
@pytest.mark.parametrize("name", ["danh-muc-dang-ky-2026", "ket-qua-2025"])
def test_handed_out_register_gives_its_rows_and_errors(name):
    path = REGISTERS / f"{name}.xlsx"
    expected = json.loads((REGISTERS / f"{name}.expect.json").read_text())

    found = as_json(read_register(path, name=path.name, match_unit=matcher().match, on=TODAY))

    assert found["rows"] == expected["rows"]
    assert [_at(error) for error in found["errors"]] == [_at(error) for error in expected["errors"]]
    for error, wanted in zip(found["errors"], expected["errors"], strict=True):
        assert error["reason"][: len(SAME_MEANING[wanted["reason"]])] == wanted["reason"]
    assert found["warnings"] == []


def _at(error):
    return {key: error[key] for key in ("sheet", "row", "column", "value")}
