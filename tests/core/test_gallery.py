"""The gallery shows every component there is, only while building or showing Khéo, and the frames stand alone."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

import kheo.core
from kheo.core.samples.fields import LongFilterForm

COMPONENTS = Path(kheo.core.__file__).parent / "templates/components"
ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")


@pytest.fixture
def building(settings):
    settings.DEMO = True


@pytest.mark.django_db
def test_every_component_is_in_the_gallery(client, building):
    shown = client.get(reverse("core:gallery"))

    drawn = {template.name for template in shown.templates}
    assert {f"components/{path.name}" for path in COMPONENTS.glob("*.html")} - drawn == set()


@pytest.mark.django_db
@pytest.mark.parametrize("frame", ["lam-viec", "cong", "mot-viec", "khong-co"])
def test_gallery_stands_in_every_frame(client, building, frame):
    assert client.get(reverse("core:gallery"), {"khung": frame}).status_code == 200


@pytest.mark.django_db
def test_gallery_is_closed_on_a_real_server(client, settings):
    settings.DEBUG = settings.DEMO = False

    assert client.get(reverse("core:gallery")).status_code == 404


@pytest.mark.parametrize("name", ERRORS)
def test_error_pages_need_nothing_to_be_drawn(name):
    page = render_to_string(name)

    assert '<html lang="vi"' in page
    assert page.count("<h1>") == 1


@pytest.mark.parametrize("name", ["work.html", "public.html", "plain.html"])
def test_frames_stand_without_any_context(name):
    assert 'id="noi-dung"' in render_to_string(name)


def test_the_rail_marks_where_one_is_and_the_dock_repeats_its_beginning():
    rail = [
        ("", [("Việc của tôi", "/a/", 9, True), ("Đăng ký", "/b/", 1312, False)]),
        ("Năm 2026", [("Đơn vị", "/c/", None, False)]),
    ]

    page = render_to_string("work.html", {"rail": rail})

    assert page.count('<a href="/a/" aria-current="page">') == 3
    assert page.count("1.312") == 3
    assert page.count('href="/c/"') == 2


def test_many_filters_wait_behind_one_press_unless_one_of_them_is_set():
    blank = render_to_string("components/filters.html", {"form": LongFilterForm(prefix="a")})
    filled = render_to_string("components/filters.html", {"form": LongFilterForm({"theme": "land", "verdict": "yes"})})

    assert '<details class="more">' in blank
    assert '<details class="more" open><summary>Thêm điều kiện (2)</summary>' in filled
    assert blank.count("<select") == filled.count("<select") == 6
