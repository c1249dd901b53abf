"""The trail of a file reads in Vietnamese: no code, no number of a row, nothing that breaks the page."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from kheo.accounts.roles import Role
from kheo.movement.actions import charges, consents, contributions, exemplars, files, outcomes, verifications
from kheo.movement.actions.files import File
from kheo.movement.models import Theme
from tests import make

pytestmark = pytest.mark.django_db


def test_every_act_on_a_file_is_read_in_words(client):
    commune = make.unit()
    officer = make.member(Role.OFFICER, commune)
    facts = {"name": "Tiếng kẻng học bài", "bearer": "group", "field": "culture"}
    row = {"name": "Hộ tham gia", "measure": "hộ"}
    registration = files.begin(File(facts=facts, outcomes=[row]), make.round(), by=officer, unit=commune)
    exemplar = registration.exemplar
    exemplars.tie(exemplar, by=officer, themes=[Theme.objects.create(name="Nông thôn mới")], directives=[])
    charges.appoint(exemplar, by=officer, name="Nguyễn Văn An", since=date(2026, 1, 1))
    outcomes.write(exemplar.outcomes.get(), by=officer, name="Gia đình tham gia")
    contributions.enter(exemplar, by=officer, kind="money", amount=Decimal(5))
    verifications.answer(exemplar, "effective", by=officer)
    consents.give(exemplar, by=officer, person="Bà Sáu", how="phiếu ký", covers_name=True)
    client.force_login(make.member(Role.ADMINISTRATOR, make.province()))

    page = client.get(reverse("accounts:audit")).text
    read = strip_tags(page.split("<main", 1)[1])

    for words in (
        "Tạo hồ sơ mô hình", "Thêm kết quả cần đạt", "Gia đình tham gia", "Nông thôn mới", "Nguyễn Văn An",
        "Tiền (đồng)", "Hoạt động hiệu quả", "Bà Sáu", "Soạn đăng ký",
    ):  # fmt: skip
        assert words in read
    for code in ("Việc khác", "effective", "money", "outcome"):
        assert code not in read
