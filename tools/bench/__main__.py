"""`python -m tools.bench [NAME...] [--json FILE]`: measures in a database and a data folder of its own."""

import os
import shutil
import sys

import django
from django.conf import settings
from django.core.management import call_command


def main() -> int:
    """Makes an empty SQLite database in a throw-away folder, measures there, and takes it away."""
    os.environ.pop("KHEO_TEST_POSTGRES", None)  # a server for tests is not for measuring, and is not written to
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings_test"  # SQLite in a new temporary folder
    django.setup()
    from tools.bench import report, suite  # benchmarks import models, which want the lines above

    try:
        call_command("migrate", verbosity=0)
        return report.run(sys.argv[1:], suite.SUITE)
    finally:
        shutil.rmtree(settings.DATA, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
