"""The demo is believable, marked as illustration, the same at every run, and never mixes with real records."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from kheo.accounts.models import User
from kheo.accounts.roles import Role
from kheo.audit.models import breaks
from kheo.demo import build
from kheo.demo.people import PASSWORD
from kheo.movement.models import Exemplar, Field, Registration, Round
from kheo.units.models import Unit
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def register_alone(monkeypatch):
    """Without the portal's pages, which take as long as all the rest; test_portal.py is about them."""
    monkeypatch.setattr(build, "fill_portal", lambda *args: None)


def test_demo_builds_a_province_in_every_stage_over_three_years():
    call_command("demo")

    exemplars = list(Exemplar.objects.all())
    assert len(exemplars) == 300
    assert {each.stage for each in exemplars} == {"new", "running", "paused", "completed", "stopped", "merged"}
    assert set(Registration.objects.values_list("stage", flat=True)) == {
        "drafting", "filed", "returned", "listed", "refused", "dropped",
    }  # fmt: skip
    assert set(Round.objects.values_list("code", flat=True)) == {"dvk-2024", "dvk-2025", "dvk-2026"}
    assert {each.extra["Dữ liệu"] for each in exemplars} == {"Minh họa"}
    assert min(Counter(each.field for each in exemplars)[field] for field in Field.values) >= 30
    assert [each for each in exemplars if each.published_at and each.stage in ("new", "merged")] == []
    assert list(breaks()) == []


def test_everybody_of_the_demo_can_sign_in_and_every_role_is_there(client, register_alone):
    call_command("demo")

    roles = {membership.role for user in User.objects.all() for membership in user.memberships.all()}

    assert roles == set(Role.values)
    assert all(user.check_password(PASSWORD) for user in User.objects.all()[:3])


def test_demo_is_safe_to_run_again(capsys, register_alone):
    call_command("demo")
    before = list(Exemplar.objects.values_list("pk", "name", "stage"))

    call_command("demo")

    assert list(Exemplar.objects.values_list("pk", "name", "stage")) == before
    assert "Dữ liệu minh họa đã có sẵn." in capsys.readouterr().out


def test_demo_never_mixes_with_real_records():
    make.exemplar("Thật")

    with pytest.raises(CommandError, match="trống"):
        call_command("demo")

    assert [each.name for each in Exemplar.objects.all()] == ["Thật"]


def test_generated_records_are_found_by_their_words(register_alone):
    call_command("demo")
    exemplar = Exemplar.objects.filter(code__isnull=False).last()

    assert exemplar in Exemplar.objects.matching(exemplar.name)
    assert exemplar in Exemplar.objects.matching(exemplar.code)


def test_demo_leaves_the_clerk_models_of_last_year_to_register_again(client, register_alone):
    call_command("demo")
    client.force_login(User.objects.get(username="canbo"))

    page = client.get(reverse("movement:renewal"))

    shown = {row.unit.place_id or row.unit_id for row in page.context["form"].rows}
    assert shown == {Unit.objects.get(code="19645").pk}
    assert len(page.context["form"].rows) >= 3
