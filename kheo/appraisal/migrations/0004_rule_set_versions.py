"""Versions of a rule set: which line goes on from which, and a guard that no line of an applied one is changed.

The guard is a trigger, since a criterion is also written by what knows no action. It guards changes only: on SQLite the
tests empty their tables by deleting rows. A later migration that makes these tables anew on SQLite must lay it again.
"""

import django.db.models.deletion
from django.db import migrations, models

GROUP_IS_FROZEN = "EXISTS (SELECT 1 FROM appraisal_ruleset r WHERE r.id = OLD.rule_set_id AND r.stage <> 'draft')"
LINE_IS_FROZEN = (
    "EXISTS (SELECT 1 FROM appraisal_ruleset r JOIN appraisal_criteriongroup g ON g.rule_set_id = r.id "
    "WHERE g.id = OLD.group_id AND r.stage <> 'draft')"
)
GUARDS = (
    ("appraisal_criteriongroup", GROUP_IS_FROZEN, "rule_set_id, name, weight, position"),
    ("appraisal_criterion", LINE_IS_FROZEN, "group_id, name, description, maximum, is_bonus, position"),
)
SENTENCE = "An applied rule set is never changed."


def lay_guards(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for table, is_frozen, columns in GUARDS:
        for statement in STATEMENTS[vendor](table, is_frozen, columns):
            schema_editor.execute(statement, params=None)


def take_guards_away(apps, schema_editor):
    for table, _, _ in GUARDS:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_frozen{on}", params=None)


def _sqlite(table, is_frozen, columns):
    yield (
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table} WHEN {is_frozen} "
        f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    )


def _postgresql(table, is_frozen, columns):
    yield (
        f"CREATE OR REPLACE FUNCTION {table}_frozen() RETURNS trigger AS $$ BEGIN IF {is_frozen} THEN "
        f"RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
    )
    yield (
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE OF {columns} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"
    )


STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}


class Migration(migrations.Migration):
    dependencies = [("appraisal", "0003_first_concluder")]

    operations = [
        migrations.AddField(
            model_name="criterion",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="replaced_by",
                to="appraisal.criterion",
            ),
        ),
        migrations.AddField(
            model_name="scoresheet",
            name="again_reason",
            field=models.CharField(blank=True, max_length=500, verbose_name="cần xác nhận lại vì"),
        ),
        migrations.AlterField(
            model_name="panelvote",
            name="rule_set",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="votes",
                to="appraisal.ruleset",
                verbose_name="bộ tiêu chí",
            ),
        ),
        migrations.RunPython(lay_guards, take_guards_away),
    ]
