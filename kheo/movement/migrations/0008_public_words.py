"""The table of words by which everyone searches what is published."""

from django.db import migrations

from kheo.core.fulltext import TextIndex

# Written out, not imported from models: a migration says what was, not what is.
WORDS = TextIndex("movement_public_words")


def fill(apps, schema_editor):
    """Words of what is published already."""
    shown = apps.get_model("movement", "Exemplar").objects.filter(published_at__isnull=False).select_related("unit")
    rows = shown.iterator(chunk_size=1000)
    WORDS.put(
        [(row.pk, " \n".join([row.name, row.summary, row.place_detail, row.unit.name])) for row in rows], fresh=True
    )


class Migration(migrations.Migration):
    dependencies = [("movement", "0007_quick_lists")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: WORDS.create(schema_editor),
            lambda apps, schema_editor: WORDS.drop(schema_editor),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
