"""Evidence through the browser's door: sending, seeing, who gets which copy, what it costs."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kheo.accounts.roles import Role
from kheo.movement.models import Evidence
from tests import make

from . import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def exemplar():
    return make.exemplar("Tiếng kẻng học bài")


@pytest.fixture
def officer(client, exemplar):
    person = make.member(Role.OFFICER, exemplar.unit)
    client.force_login(person)
    return person


def send(client, exemplar, content, name="anh.jpg", **more):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("movement:evidence_add", args=[exemplar.pk]), {"files_file": file, **more}, follow=True)


def said(answer):
    return [str(message) for message in answer.context["messages"]]


def served(client, evidence, variant):
    answer = client.get(reverse("movement:evidence_file", args=[evidence.pk, variant]))
    return answer, b"".join(answer.streaming_content) if answer.streaming else b""


def test_a_photo_sent_with_the_form_is_kept_shown_and_served(client, officer, exemplar):
    answer = send(client, exemplar, samples.photo(), caption="Lễ ra mắt")

    assert said(answer) == ["Đã lưu 1 minh chứng."]
    kept = Evidence.objects.get()
    assert (kept.kind, kept.caption, str(kept.taken_on), kept.by) == ("photo", "Lễ ra mắt", "2026-03-15", officer)
    assert reverse("movement:evidence_file", args=[kept.pk, "nho"]) in answer.content.decode()
    thumb, content = served(client, kept, "nho")
    assert (thumb["Content-Type"], thumb["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert thumb["Cache-Control"] == "private, max-age=600"
    assert Image.open(io.BytesIO(content)).size == (64, 48)
