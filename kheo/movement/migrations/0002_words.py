"""The tables of words to search exemplars by: one for those at work, one for everybody."""

from django.db import migrations

from kheo.core.fulltext import TextIndex

# Written out, not imported from models: a migration says what was, not what is.
TABLES = (TextIndex("movement_exemplar_words"), TextIndex("movement_public_words"))


def create(apps, schema_editor):
    for table in TABLES:
        table.create(schema_editor)


def drop(apps, schema_editor):
    for table in TABLES:
        table.drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("movement", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
