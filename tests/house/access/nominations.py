"""Who may open which page over proposals: lists, one file, moves, acts on many."""

from kheo.accounts.roles import Role as R
from kheo.appraisal.models import Nomination
from tests.appraisal import making

from .row import REVIEWS, SEES, Row

JUDGES = {R.SPECIALIST, R.HEAD, R.STANDING}
PROPOSES = {R.UNIT_LEADER, R.HEAD}


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own, cast).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign, cast).pk, **kwargs},
    }


def in_stage(stage, **facts):
    """A file of the commune's own model, judged by the commune, with all that its rules ask for."""

    def build(commune, cast):
        rules = making.rule_set(commune.unit, comment_days=10)
        file = making.nomination(commune.exemplar, rules=rules)
        making.passed(file, stage=stage)
        if facts:
            Nomination.objects.filter(pk=file.pk).update(**facts)
        return file

    return build


proposed = in_stage("proposed")


def listed(cast):
    for commune in (cast.own, cast.foreign):
        proposed(commune, cast)
    return {}


def ripe(commune, cast):
    making.rule_set(commune.unit)
    return making.ripen(commune.exemplar)


def ticked(cast):
    return {"hs": [proposed(cast.own, cast).pk], "note": "Thiếu ảnh nghiệm thu.", "confirm": "1", "move": "send_back"}


def name(cast):
    return cast.own.exemplar.name


def reason(cast):
    return {"note": "Thiếu ảnh nghiệm thu."}


def move(name, who, builder, data=None):
    return Row(
        "appraisal:nomination_advance", who, **of(builder, move=name), method="POST", leaves=f"nomination.{name}",
        data=data or (lambda cast: {}),
    )  # fmt: skip


ROWS = [
    Row("appraisal:nomination_list", JUDGES, query=listed, sees=name),
    Row("appraisal:nomination_export", JUDGES, query=lambda cast: {**listed(cast), "dang": "csv"}, sees=lambda cast: ""),
    Row("appraisal:proposal_list", SEES, query=listed, sees=name),
    Row("appraisal:nomination_detail", SEES, **of(proposed), sees=name),
    Row("appraisal:nomination_new", PROPOSES, **of(ripe), sees=name),
    Row(
        "appraisal:nomination_new", PROPOSES, **of(ripe), method="POST", leaves="nomination.propose",
        data=lambda cast: {"level": "commune", "round_": cast.round.pk, "case": "Làm tốt."},
    ),
    move("send_back", REVIEWS, proposed, reason),
    move("appraise", REVIEWS, proposed),
    move("publish", REVIEWS, in_stage("appraised"), reason),
    move("decline", {R.HEAD, R.STANDING}, proposed, reason),
    move("drop", PROPOSES, proposed),
    move("propose", PROPOSES, lambda commune, cast: returned(commune, cast)),
    Row(
        "appraisal:nomination_group", REVIEWS, **of(proposed), method="POST", leaves="nomination.rank_in",
        data=lambda cast: {"group": "offices"},
    ),
    Row(
        "appraisal:nomination_bulk", REVIEWS, method="POST", data=ticked, leaves="nomination.send_back",
    ),
]  # fmt: skip


def returned(commune, cast):
    making.ripen(commune.exemplar)
    return in_stage("returned")(commune, cast)
