"""Who may open which page over rule sets."""

from kheo.accounts.roles import Role as R
from kheo.appraisal.actions import rule_sets
from kheo.appraisal.samples import load_samples
from tests import make
from tests.appraisal import making

from .row import REVIEWS, Row

WORKS = frozenset(R)  # rules are open to whoever holds a role in the unit they hold for
NAME = "Bộ tiêu chí cấp xã"


def of(builder):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk},
    }


def drafted(commune):
    return load_samples(commune.unit, by=make.member(R.HEAD, commune.unit), keys=["xa"])[0]


def applied(commune):
    return making.rule_set(commune.unit, name=NAME)


def revised(commune):
    return rule_sets.revise(applied(commune), by=make.member(R.HEAD, commune.unit))


def listed(cast):
    """One of each commune; the list holds the own one alone."""
    applied(cast.own)
    making.rule_set(cast.foreign.unit, name=f"Bộ riêng {cast.foreign.exemplar.name}")
    return {}


def typed(cast):
    lines = {"nhom-0-dong-TOTAL_FORMS": "1", "nhom-0-dong-INITIAL_FORMS": "0", "nhom-0-dong-0-name": "Cách làm"}
    return lines | {
        "unit": str(cast.own.unit.pk), "name": "Bộ mới", "level": "commune", "profile": "base", "starts": "01/01/2027",
        "abstention": "of_members", "groups": "1", "nhom-0-name": "Nhóm", "nhom-0-weight": "1",
    }  # fmt: skip


def name(cast):
    return NAME


ROWS = [
    Row("appraisal:rule_set_list", WORKS, query=listed, sees=name),
    Row("appraisal:rule_set_detail", WORKS, **of(applied), sees=name),
    Row("appraisal:rule_set_detail", REVIEWS, **of(drafted), sees=lambda cast: "Mẫu, không phải quy định"),
    Row("appraisal:rule_set_new", REVIEWS, sees=lambda cast: "Bắt đầu từ mẫu"),
    Row("appraisal:rule_set_new", REVIEWS, method="POST", data=typed, leaves="ruleset.draft"),
    Row("appraisal:rule_set_edit", REVIEWS, **of(drafted), sees=name),
    Row("appraisal:rule_set_edit", REVIEWS, **of(drafted), method="POST", data=typed, leaves="ruleset.write"),
    Row("appraisal:rule_set_revise", REVIEWS, **of(applied), method="POST", leaves="ruleset.revise"),
    Row("appraisal:rule_set_discard", REVIEWS, **of(drafted), method="POST", leaves="ruleset.discard"),
    Row("appraisal:rule_set_apply", {R.HEAD}, **of(revised), sees=lambda cast: "Giữ bản cũ"),
    Row("appraisal:rule_set_apply", {R.HEAD}, **of(drafted), method="POST", leaves="ruleset.apply"),
    Row(
        "appraisal:rule_set_end", {R.HEAD}, **of(applied), method="POST", leaves="ruleset.supersede",
        data=lambda cast: {"note": "Dùng bộ của tỉnh"},
    ),
]  # fmt: skip
