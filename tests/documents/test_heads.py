"""How an office heads its papers: what follows from its name, and what it says instead."""

import pytest

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.documents import queries
from kheo.documents.actions import styles
from kheo.documents.paper import Form, Office, Signer
from kheo.units.models import Kind, Level
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "form", "office"),
    [
        ({"name": "xã Ái Tử"}, None, ("party", "Đảng ủy xã Ái Tử", "Tỉnh ủy Quảng Trị", "ĐU", "Ái Tử")),
        ({"name": "phường Hà"}, "party", ("party", "Đảng ủy phường Hà", "Tỉnh ủy Quảng Trị", "ĐU", "Hà")),
        ({"name": "xã Ái Tử"}, "state", ("state", "Ủy ban nhân dân xã Ái Tử", "", "UBND", "Ái Tử")),
        ({"name": "Hội Nông dân", "kind": Kind.MASS}, None, ("party", "Hội Nông dân", "Tỉnh ủy Quảng Trị", "", "Hội Nông dân")),
        ({"name": "xã Ái Tử", "kind": Kind.STATE}, None, ("state", "Ủy ban nhân dân xã Ái Tử", "", "UBND", "Ái Tử")),
    ],
)  # fmt: skip
def test_a_head_follows_from_the_unit_s_name(facts, form, office):
    made = queries.head_for(make.unit(**facts), form)

    assert (made.form, made.issuer, made.superior, made.symbol, made.place) == office
    assert made.signer is None


@pytest.mark.parametrize(
    ("name", "issuer"), [("tỉnh Quảng Trị", "Tỉnh ủy Quảng Trị"), ("thành phố Huế", "Thành ủy Huế")]
)
def test_a_province_is_headed_by_its_committee(name, issuer):
    unit = make.unit(name, level=Level.PROVINCE)

    assert queries.head_for(unit) == Office(
        Form.PARTY, issuer, symbol="TU", place=name.split(" ", 1)[1].split("phố ")[-1]
    )


def test_what_the_office_says_takes_the_place_of_what_follows():
    unit = make.unit("xã Ái Tử")
    by = make.member(Role.HEAD, unit)
    said = {
        "superior": "Đảng bộ tỉnh", "issuer": "Ban Thường vụ Đảng ủy", "symbol": "BTV", "place": "Triệu Phong",
        "authority": "T/M Ban Thường vụ", "signer_title": "Bí thư", "signer": "Lê Quang Vinh", "keeper": "Văn phòng",
    }  # fmt: skip

    styles.write(unit, form="party", spelling="new", heads={"party": said}, by=by)

    assert queries.head_for(unit) == Office(
        Form.PARTY, "Ban Thường vụ Đảng ủy", "Đảng bộ tỉnh", "BTV", "Triệu Phong",
        Signer("Bí thư", "Lê Quang Vinh", "T/M Ban Thường vụ"), "Văn phòng",
    )  # fmt: skip
    assert queries.spelling_of(unit) == "new"
    assert queries.head_for(unit, "state").issuer == "Ủy ban nhân dân xã Ái Tử"


def test_a_style_written_again_leaves_no_event_and_a_name_stays_out_of_the_trail():
    unit = make.unit()
    by = make.member(Role.HEAD, unit)
    heads = {"party": {"signer": "Lê Quang Vinh"}}

    for _ in range(2):
        styles.write(unit, form="party", spelling="new", heads=heads, by=by)

    assert list(Event.objects.values_list("verb", flat=True)) == ["officestyle.write", "paperhead.write"]
    assert "Lê Quang Vinh" not in str(list(Event.objects.values_list("changes", flat=True)))
