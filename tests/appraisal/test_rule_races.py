"""Two at the same moment: one applies, one award is kept; the other reads why."""

import pytest

from kheo.accounts.roles import Role
from kheo.appraisal.actions import commendations, nominations, rule_sets
from kheo.appraisal.lifecycle.rules import RuleSetStage as S
from kheo.appraisal.models import Commendation, RuleSet
from kheo.appraisal.samples import load_samples
from kheo.audit.models import Event
from kheo.movement.lifecycle.move import NotYet
from tests import make
from tests.appraisal import making
from tests.polls.test_races import together

pytestmark = pytest.mark.django_db(transaction=True)


def said(act):
    """The act, answering with the sentence it was refused with."""

    def run():
        try:
            act()
        except NotYet as reason:
            return str(reason)
        return "done"

    return run


def heads(commune):
    return [make.member(Role.HEAD, commune) for _ in range(2)]


def test_of_two_who_apply_one_draft_the_second_reads_that_it_is_done():
    commune = make.unit()
    first, second = heads(commune)
    rules = load_samples(commune, by=first, keys=["xa"])[0]

    answers = together([said(lambda by=by: rule_sets.apply(rules, by=by)) for by in (first, second)])

    assert sorted(answers) == ["done", f"“{rules}” đã ở bước “Đang áp dụng”."]
    assert Event.objects.filter(verb="ruleset.apply").count() == 1


def test_of_two_drafts_of_one_time_one_is_applied():
    commune = make.unit()
    people = heads(commune)
    drafts = [load_samples(commune, by=by, keys=["xa"])[0] for by in people]

    answers = together([
        said(lambda by=by, rules=rules: rule_sets.apply(rules, by=by))
        for by, rules in zip(people, drafts, strict=True)
    ])  # fmt: skip

    assert answers.count("done") == 1
    assert "trùng thời gian với" in next(answer for answer in answers if answer != "done")
    assert RuleSet.objects.filter(stage=S.APPLIED).count() == 1


def test_a_version_applied_twice_carries_its_files_once():
    commune = make.unit()
    first, second = heads(commune)
    old, _ = rule_sets.apply(load_samples(commune, by=first, keys=["xa"])[0], by=first)
    file = making.nomination(rules=old)
    new = rule_sets.revise(old, by=first)

    answers = together([said(lambda by=by: rule_sets.apply(new, by=by)) for by in (first, second)])

    file.refresh_from_db()
    assert sorted(answers) == ["done", f"“{new}” đã ở bước “Đang áp dụng”."]
    assert file.rule_set == new
    assert Event.objects.filter(verb="ruleset.supersede").count() == 1


def test_no_file_is_proposed_under_a_version_that_is_just_being_replaced():
    commune = make.unit()
    head = make.member(Role.HEAD, commune)
    rules, _ = rule_sets.apply(load_samples(commune, by=head, keys=["xa"])[0], by=head)
    round_ = make.round()
    for _ in range(4):
        exemplar = making.ripe_exemplar(make.unit(under=commune, level="base"))
        leader = make.member(Role.UNIT_LEADER, exemplar.unit)
        new = rule_sets.revise(rules, by=head)

        answers = together([
            said(lambda e=exemplar, by=leader: nominations.propose(e, level="commune", round_=round_, by=by)),
            said(lambda new=new: rule_sets.apply(new, by=head)),
        ])  # fmt: skip

        assert answers == ["done", "done"]
        assert exemplar.nominations.get().rule_set == new
        rules = new


def test_of_two_who_enter_one_award_the_second_reads_of_the_first():
    commune = make.unit()
    exemplar = make.exemplar(unit=commune, stage="running")
    form = making.award_form()
    people = heads(commune)
    facts = {"unit": commune, "form": form, "decided_on": form.starts.replace(year=2026), "issuer": "UBND xã"}

    answers = together([
        said(lambda by=by, no=no: commendations.enter(exemplar, by=by, decision_no=no, **facts))
        for no, by in zip(("1/QĐ-UBND", "2/QĐ-UBND"), people, strict=True)
    ])  # fmt: skip

    kept = Commendation.objects.get()
    assert answers.count("done") == 1
    assert f"Quyết định số {kept.decision_no}" in next(answer for answer in answers if answer != "done")
