"""Settings for tests: the same, with quick hashing and a throw-away place for files."""

import os
import tempfile

os.environ.setdefault("KHEO_DEBUG", "1")
os.environ["KHEO_DATA"] = tempfile.mkdtemp(prefix="kheo-test-")
if os.environ.get("KHEO_TEST_POSTGRES"):
    os.environ["DATABASE_URL"] = os.environ["KHEO_TEST_POSTGRES"]
else:
    os.environ.pop("DATABASE_URL", None)

from .settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEBUG = False
# Static files come from the finders here; whitenoise warns where its own folder is missing.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
