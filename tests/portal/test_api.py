"""The open data: only what is public, in the shapes it promises, the same as CSV."""

import csv
from datetime import date
from io import StringIO

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from config.wsgi import application
from kheo.movement.models import Consent, Directive
from tests import make

pytestmark = pytest.mark.django_db


def public(name="Đường hoa", **facts):
    facts = {"stage": "running", "published_at": timezone.now(), "published_by": make.user(), **facts}
    return make.exemplar(name, **facts)


def test_the_list_of_exemplars_holds_the_public_ones_and_no_person_without_consent(client):
    public("Đường hoa")
    make.exemplar("Nội bộ", stage="running")
    public("Bà Lê Thị Hoa", bearer="person")
    agreed = public("Ông Trần Văn Dũng", bearer="person")
    Consent.objects.create(
        exemplar=agreed,
        person="Ông Dũng",
        covers_story=True,
        covers_name=True,
        how="phiếu ký",
        given_on="2026-10-01",
        recorded_by=make.user(),
    )

    names = [each["name"] for each in client.get("/api/v1/mo-hinh").json()["items"]]

    assert sorted(names) == ["Ông Trần Văn Dũng", "Đường hoa"]


def test_an_exemplar_that_is_not_public_is_not_found_by_its_code(client):
    hidden, shown = make.exemplar("Nội bộ", stage="running"), public("Đường hoa")

    assert client.get(f"/api/v1/mo-hinh/{hidden.code}").status_code == 404
    assert client.get(f"/api/v1/mo-hinh/{hidden.code}").json() == {
        "detail": "Không có mục này, hoặc mục chưa được công khai."
    }
    assert client.get(f"/api/v1/mo-hinh/{shown.code}").json()["name"] == "Đường hoa"


def test_articles_come_in_pages_with_the_address_of_the_next(client):
    for number in range(51):
        make.article(f"Bài {number}")

    first = client.get("/api/v1/tin-bai").json()
    second = client.get(first["next"].removeprefix("http://127.0.0.1:8000")).json()

    assert (first["total"], len(first["items"]), len(second["items"]), second["next"]) == (51, 50, 1, None)


def test_an_article_is_told_whole(client):
    page = make.article("Đường hoa", text="Bà con góp công.", lead="Tóm tắt", place=make.unit("xã Ái Tử", code="19669"))
    make.article("Nháp", live=False)

    one = client.get(f"/api/v1/tin-bai/{page.pk}").json()

    assert (one["title"], one["section"], one["place_code"], one["author"]) == (
        "Đường hoa", "Tin cơ sở", "19669", "Lê Hoài An",
    )  # fmt: skip
    assert "Bà con góp công." in one["text"]


def test_the_csv_opens_in_a_spreadsheet_and_runs_nothing(client):
    public("=HYPERLINK(0)")

    answer = client.get("/api/v1/mo-hinh.csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0]["name"] == "'=HYPERLINK(0)"


def test_directives_tell_whether_they_are_in_force(client):
    Directive.objects.create(kind="Nghị quyết", number="25", issuer="TW", title="Dân vận", is_public=True)
    Directive.objects.create(
        kind="Kế hoạch", number="1", issuer="TU", title="Cũ", is_public=True, valid_until=date(2020, 1, 1)
    )

    found = {each["number"]: each["in_force"] for each in client.get("/api/v1/van-ban").json()["items"]}

    assert found == {"25": True, "1": False}


def test_the_page_about_the_data_names_every_address(client):
    text = client.get("/api/v1/docs").content.decode()

    for path in client.get("/api/v1/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in text


@pytest.fixture
def asked():
    public("Đường hoa")
    make.article("Bài")
    # As Django's own test client does: the connection of the test's transaction is not closed between requests.
    signals.request_started.disconnect(close_old_connections)
    signals.request_finished.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    signals.request_started.connect(close_old_connections)
    signals.request_finished.connect(close_old_connections)


def test_whatever_is_asked_the_answer_is_as_promised(asked):
    for each in asked.get_all_operations():
        operation = each.ok()

        @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def holds(case):
            case.call_and_validate()

        given(case=operation.as_strategy())(holds)()
