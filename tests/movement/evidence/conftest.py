"""Each test of evidence has a folder of its own for files."""

import pytest


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    place = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "media"}}
    settings.STORAGES = {**settings.STORAGES, "default": place}
