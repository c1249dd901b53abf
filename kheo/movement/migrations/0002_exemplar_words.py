"""The table of words to search exemplars by."""

from django.db import migrations

from kheo.core.fulltext import TextIndex

# Written out, not imported from models: a migration says what was, not what is.
WORDS = TextIndex("movement_exemplar_words")


class Migration(migrations.Migration):
    dependencies = [("movement", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: WORDS.create(schema_editor),
            lambda apps, schema_editor: WORDS.drop(schema_editor),
        )
    ]
