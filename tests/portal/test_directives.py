"""Public directives: what is public and nothing else, in force or replaced, files as downloads."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfWriter

from kheo.accounts.roles import Role
from kheo.audit.models import Event
from kheo.core.filechecks import BadFile
from kheo.movement.actions import campaigns, directives
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Directive
from tests import make

pytestmark = pytest.mark.django_db


def directive(number="25-NQ/TW", **facts):
    defaults = {
        "kind": "Nghị quyết", "issuer": "Trung ương", "title": f"Về việc {number}", "is_public": True,
        "issued_on": date(2013, 6, 3),
    }  # fmt: skip
    return Directive.objects.create(number=number, **{**defaults, **facts})


def listed(client, **query):
    text = client.get("/van-ban/", query).content.decode()
    return [row.number for row in Directive.objects.order_by("pk") if f">{row}<" in text]


def pdf(words=""):
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_metadata({"/Title": words or "Công văn"})
    writer.write(out)
    return BytesIO(out.getvalue())


def test_only_public_directives_are_listed(client):
    directive("25-NQ/TW")
    directive("99-KH/TU", is_public=False)

    assert listed(client) == ["25-NQ/TW"]


def test_an_internal_directive_is_not_there_for_readers(client):
    row = directive("99-KH/TU", is_public=False)

    assert client.get(f"/van-ban/x-{row.pk}/").status_code == 404


def test_filters_narrow_the_list(client):
    directive("1-NQ/TW", issued_on=date(2020, 1, 1))
    directive("2-KH/TU", kind="Kế hoạch", issuer="Tỉnh ủy", valid_until=date(2021, 1, 1))
    new = directive("3-HD/VPTW", kind="Hướng dẫn", issuer="Văn phòng")
    directive("4-HD/VPTW", kind="Hướng dẫn", issuer="Văn phòng", replaced_by=new)

    assert listed(client, loai="Kế hoạch") == ["2-KH/TU"]
    assert listed(client, nam="2020") == ["1-NQ/TW"]
    assert listed(client, q="ke hoach tinh uy") == ["2-KH/TU"]
    assert listed(client, hieu_luc="con") == ["1-NQ/TW", "3-HD/VPTW"]
    assert listed(client, hieu_luc="het") == ["2-KH/TU", "4-HD/VPTW"]


def test_a_page_says_what_replaces_it_unless_that_is_internal(client):
    new, secret = directive("5-HD/VPTW"), directive("6-HD/VPTW", is_public=False)
    old, other = directive("36-HD/VPTW", replaced_by=new), directive("37-HD/VPTW", replaced_by=secret)

    pages = [client.get(f"/van-ban/x-{row.pk}/", follow=True).content.decode() for row in (old, other, new)]

    assert ["Nghị quyết 5-HD/VPTW</a>" in pages[0], "6-HD/VPTW" in pages[1]] == [True, False]
    assert "Thay thế</th>" in pages[2]
    assert "Nghị quyết 36-HD/VPTW</a>" in pages[2]


def test_a_shortened_address_leads_to_the_page(client):
    row = directive("25-NQ/TW")

    assert client.get(f"/van-ban/x-{row.pk}/")["Location"] == f"/van-ban/nghi-quyet-25-nq-tw-ve-viec-25-nq-tw-{row.pk}/"


def test_a_file_goes_out_only_while_its_directive_is_public(client):
    row, by = directive(), make.member(Role.SPECIALIST, make.province())
    kept = directives.add_file(row, pdf(), "Toàn văn.pdf", by=by)
    address = f"/van-ban/tep/{kept.pk}/"

    answer = client.get(address)
    body = b"".join(answer.streaming_content)
    campaigns.put(row, by=by, is_public=False)

    assert body.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(address).status_code == 404


def test_a_file_is_kept_once_and_leaves_one_event():
    row, by = directive(), make.member(Role.SPECIALIST, make.province())

    first = directives.add_file(row, pdf(), "a.pdf", by=by)
    second = directives.add_file(row, pdf(), "b.pdf", by=by)

    assert (first, row.files.count()) == (second, 1)
    assert [event.verb for event in Event.objects.all()] == ["directive.file_add"]


def test_a_photo_or_a_stamped_paper_is_refused_in_words():
    row, by = directive(), make.member(Role.SPECIALIST, make.province())

    with pytest.raises(NotYet, match="không gửi ảnh chụp"):
        directives.add_file(row, BytesIO(make.picture()), "anh.jpg", by=by)
    with pytest.raises(BadFile):
        directives.add_file(row, pdf(), "(TUYỆT MẬT) Kế hoạch.pdf", by=by)
    assert (row.files.count(), Event.objects.count()) == (0, 0)


def test_a_directive_cannot_replace_itself():
    row, by = directive(), make.member(Role.SPECIALIST, make.province())

    with pytest.raises(NotYet, match="không thể thay thế chính nó"):
        campaigns.put(row, by=by, replaced_by=row)


def test_a_file_taken_away_is_gone_from_the_disk(django_capture_on_commit_callbacks):
    row, by = directive(), make.member(Role.SPECIALIST, make.province())
    kept = directives.add_file(row, pdf(), "a.pdf", by=by)
    storage, name = kept.file.storage, kept.file.name

    with django_capture_on_commit_callbacks(execute=True):
        directives.remove_file(kept, by=by)

    assert storage.exists(name) is False
    assert list(Event.objects.values_list("verb", flat=True).order_by("number")) == [
        "directive.file_add",
        "directive.file_remove",
    ]
