"""Search by words finds the same in any spelling, and the spelling as typed first."""

import unicodedata

import pytest

from kheo.accounts.roles import Role
from kheo.movement.models import Exemplar, Participant
from tests import make

pytestmark = pytest.mark.django_db


def names(rows):
    return [row.name for row in rows]


@pytest.mark.parametrize(
    "typed",
    [
        "hiến đất",
        "HIEN DAT",
        "hien dat",
        unicodedata.normalize("NFD", "hiến đất"),
        "hiến đấ",
        "đất hiến",
        " hiến,  đất! ",
    ],
)
def test_exemplar_is_found_in_any_spelling(typed):
    make.exemplar("Hiến đất mở rộng đường thôn An Mô")
    make.exemplar("Tiếng kẻng học bài")

    assert names(Exemplar.objects.matching(typed)) == ["Hiến đất mở rộng đường thôn An Mô"]
    assert names(Exemplar.objects.all().best(typed)) == ["Hiến đất mở rộng đường thôn An Mô"]


def test_accents_as_typed_come_first():
    make.exemplar("Dân bán hàng")
    make.exemplar("Dạn bàn hạng")

    assert names(Exemplar.objects.all().best("dạn bàn")) == ["Dạn bàn hạng", "Dân bán hàng"]
    assert names(Exemplar.objects.all().best("dân bán")) == ["Dân bán hàng", "Dạn bàn hạng"]


@pytest.mark.parametrize("typed", ["hoà", "hòa", "hoa"])
def test_old_and_new_tone_placement_find_the_same(typed):
    make.exemplar("Hòa giải ở cơ sở")

    assert names(Exemplar.objects.all().best(typed)) == ["Hòa giải ở cơ sở"]


def test_participant_is_found_and_forgotten():
    exemplar = make.exemplar("Bến bãi bình yên")
    force = Participant.objects.create(exemplar=exemplar, name="Đồn Biên phòng Cửa Việt")
    assert names(Exemplar.objects.matching("don bien phong")) == ["Bến bãi bình yên"]

    force.delete()

    assert names(Exemplar.objects.matching("don bien phong")) == []


def test_best_shows_only_what_the_person_may_see():
    own, other = make.unit("xã Ái Tử"), make.unit("xã Triệu Cơ")
    make.exemplar("Đường hoa Ái Tử", unit=own)
    make.exemplar("Đường hoa Triệu Cơ", unit=other)

    found = Exemplar.objects.visible_to(make.member(Role.OFFICER, own)).best("đường hoa")

    assert names(found) == ["Đường hoa Ái Tử"]


@pytest.mark.parametrize(
    "typed", ["", "  ", "!!!", '"', "*", "AND", 'a" OR "b', "folded:", "'; --", "\x00", "đ" * 5000]
)
def test_odd_queries_never_fail(typed):
    make.exemplar()

    assert len(Exemplar.objects.all().best(typed)) <= 1
    assert Exemplar.objects.matching(typed).count() <= 1
