"""The main path through pages: register, send, sent back, send again, listed, launched, progress."""

import pytest
from django.urls import reverse

from kheo.accounts.roles import Role
from kheo.movement.models import Exemplar, Registration
from tests import make

pytestmark = pytest.mark.django_db


def filled(place, round_, **more) -> dict:
    """The six facts, as a browser sends them."""
    rows = {f"{prefix}-{name}": "0" for prefix in ("others", "forces") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}
    facts = {
        "name": "Hiến đất mở rộng đường thôn An Mô", "unit": place.pk, "round": round_.pk, "place_detail": "thôn An Mô",
        "bearer": "group", "field": "culture", "nature": "one_off", "starts": "01/2026", "main-name": "Đất hiến",
        "main-measure": "m²", "main-target": "1.000", "main-resource": "land",
    }  # fmt: skip
    return rows | facts | more


TEN = ("situation", "goal", "method", "audience", "resources_plan", "schedule", "products", "sustain")


def test_model_walks_from_registration_to_progress_through_pages(client):
    commune, round_ = make.unit("xã Triệu Bình"), make.round()
    leader = make.member(Role.UNIT_LEADER, commune)
    specialist = make.member(Role.SPECIALIST, make.province())

    client.force_login(leader)
    client.post(reverse("movement:registration_new"), filled(commune, round_, file="1"))
    registration = Registration.objects.get()
    assert registration.stage == "filed"

    client.force_login(specialist)
    page = client.get(registration.get_absolute_url()).text
    assert "Duyệt đăng ký" in page
    note = {"note": "Đề nghị ghi rõ lực lượng."}
    client.post(reverse("movement:registration_advance", args=[registration.pk, "send_back"]), note)

    client.force_login(leader)
    exemplar = Exemplar.objects.get()
    assert "Đề nghị ghi rõ lực lượng." in client.get(exemplar.get_absolute_url()).text
    edit = reverse("movement:exemplar_edit", args=[exemplar.pk])
    assert client.get(edit).status_code == 200
    forces = {
        "forces-TOTAL_FORMS": "1", "forces-0-name": "Chi bộ", "forces-0-role": "lead", "forces-0-part": "Vận động",
        "charge_name": "Nguyễn Văn An", "charge_title": "Bí thư chi bộ", "main-pk": exemplar.outcomes.get().pk,
    }  # fmt: skip
    answer = client.post(edit, filled(commune, round_) | forces | dict.fromkeys(TEN, "Có đủ."))
    assert answer.status_code == 302
    client.post(reverse("movement:registration_advance", args=[registration.pk, "file"]))

    client.force_login(specialist)
    client.post(reverse("movement:registration_advance", args=[registration.pk, "list"]))

    client.force_login(leader)
    client.post(reverse("movement:exemplar_advance", args=[exemplar.pk, "launch"]))
    figure = f"figure-{exemplar.outcomes.get().pk}"
    note = {"on": "20/11/2026", "note": "Họp dân", figure: "419,5"}
    client.post(reverse("movement:progress_new", args=[exemplar.pk]), note)

    exemplar.refresh_from_db()
    registration.refresh_from_db()
    assert (registration.stage, exemplar.stage) == ("listed", "running")
    assert str(exemplar.outcomes.get().actual) == "419.50"
    assert [str(row.amount) for row in exemplar.contributions.all()] == ["419.50"]
    assert "419,5" in client.get(exemplar.get_absolute_url()).text
