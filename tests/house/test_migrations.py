"""Models and migrations say the same."""

import pytest
from django.apps import apps
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing(capsys):
    ours = [config.label for config in apps.get_app_configs() if config.name.startswith("kheo.")]

    try:
        call_command("makemigrations", *ours, check=True, dry_run=True)
    except SystemExit:
        pytest.fail(capsys.readouterr().out)
