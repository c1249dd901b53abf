"""Who may open which page over awards and commendations."""

from kheo.accounts.roles import Role as R
from kheo.appraisal.models import AwardForm
from tests import make
from tests.appraisal import making

from .row import REVIEWS, SEES, Row

CARES = {R.HEAD}  # for forms of award and the base salary
BATCHES = {R.SPECIALIST, R.HEAD, R.STANDING}
WHO = "Chi bộ thôn Xuân"


def given(commune):
    return making.commendation(make.exemplar(unit=commune.unit), recipient=WHO)


def of(builder):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk},
    }


def award(level, name):
    """One form of this name in a database, however many rows ask for it."""
    return AwardForm.objects.filter(name=name).first() or making.award_form(level, name=name)


def listed(cast):
    """One of each commune; the list holds the own one alone."""
    given(cast.own)
    making.commendation(make.exemplar(unit=cast.foreign.unit), recipient=f"Tập thể {cast.foreign.exemplar.name}")
    return {}


def batch(commune):
    """One whose list plans an award for the commune's own."""
    rules = making.rule_set(commune.unit)
    exemplar = make.exemplar(unit=commune.unit)
    made = making.batch([making.nomination(exemplar, rules=rules, round=commune.registration.round)])
    made.items.update(award_form=award("commune", "Giấy khen"))
    return made


def entered(cast):
    return {
        "unit": str(cast.own.unit.pk), "form": str(making.award_form().pk), "recipient": WHO, "achievement": "Đường hoa",
        "basis": "movement", "decision_no": "12/QĐ-UBND", "decided_on": "15/10/2026", "issuer": "UBND xã Ái Tử",
    }  # fmt: skip


FORM = {
    "name": "Giấy khen mới",
    "level": "commune",
    "bearer": "group",
    "kind": "movement",
    "multiple": "0,3",
    "starts": "01/01/2026",
}
SALARY = {"starts": "01/01/2026", "amount": "2.530.000", "source": "Nghị định thử"}


def form(cast):
    return {"pk": award("commune", "Giấy khen").pk}


def form_above(cast):
    """Of the province: no head of a commune changes it."""
    return {"pk": award("province", "Bằng khen").pk}


def salary(cast):
    return {"pk": making.salary().pk}


def nowhere(cast):
    return {"pk": 987654}


def who(cast):
    return WHO


ROWS = [
    Row("appraisal:commendation_list", SEES, query=listed, sees=who),
    Row("appraisal:commendation_export", SEES, query=listed, sees=lambda cast: "PK"),
    Row("appraisal:commendation_detail", SEES, **of(given), sees=who),
    Row("appraisal:commendation_history", SEES, **of(given), sees=lambda cast: "PK"),
    Row(
        "appraisal:commendation_new", REVIEWS, own=lambda cast: {"pk": cast.own.exemplar.pk},
        foreign=lambda cast: {"pk": cast.foreign.exemplar.pk}, sees=lambda cast: "Ghi khen thưởng",
    ),
    Row(
        "appraisal:commendation_new", REVIEWS, method="POST", own=lambda cast: {"pk": cast.own.exemplar.pk},
        foreign=lambda cast: {"pk": cast.foreign.exemplar.pk}, data=entered, leaves="commendation.enter",
    ),
    Row(
        "appraisal:commendation_annul", REVIEWS, **of(given), method="POST", leaves="commendation.annul",
        data=lambda cast: {"decision": "45/QĐ-UBND", "on": "01/11/2026"},
    ),
    Row("appraisal:batch_money", BATCHES, **of(batch), sees=lambda cast: "Giấy khen"),
    Row("appraisal:batch_money_export", BATCHES, **of(batch), sees=lambda cast: "PK"),
    Row("appraisal:award_list", SEES, query=lambda cast: form(cast) and {}, sees=lambda cast: "Giấy khen"),
    Row("appraisal:award_samples", CARES, method="POST", leaves="awardform.add"),
    Row("appraisal:award_new", CARES, sees=lambda cast: "Mức tiền thưởng"),
    Row("appraisal:award_new", CARES, method="POST", data=lambda cast: FORM, leaves="awardform.add"),
    Row("appraisal:award_edit", CARES, own=form, foreign=form_above, sees=lambda cast: "Giấy khen"),
    Row(
        "appraisal:award_edit", CARES, own=form, foreign=form_above, method="POST", data=lambda cast: FORM,
        leaves="awardform.change",
    ),
    Row("appraisal:salary_new", CARES, sees=lambda cast: "Mức lương cơ sở"),
    Row("appraisal:salary_new", CARES, method="POST", data=lambda cast: SALARY, leaves="basesalary.add"),
    # The base salary is the State's: it belongs to no commune, so "foreign" is one that is not there.
    Row("appraisal:salary_edit", CARES, own=salary, foreign=nowhere, sees=lambda cast: "2.340.000"),
    Row(
        "appraisal:salary_edit", CARES, own=salary, foreign=nowhere, method="POST", data=lambda cast: SALARY,
        leaves="basesalary.change",
    ),
]  # fmt: skip
