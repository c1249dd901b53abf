"""The table of words to search the portal's pages by."""

from django.db import migrations

from kheo.core.fulltext import TextIndex

# Written out, not imported from models: a migration says what was, not what is.
TABLE = TextIndex("portal_page_words")


def create(apps, schema_editor):
    TABLE.create(schema_editor)


def drop(apps, schema_editor):
    TABLE.drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
