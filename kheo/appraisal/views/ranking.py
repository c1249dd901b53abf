"""The ranking within groups: which lists there are, one list, and its spreadsheet."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from kheo.accounts.access import require
from kheo.accounts.doors import for_holders
from kheo.accounts.permissions import Permission as P
from kheo.appraisal.models import RankGroup, RuleSet
from kheo.appraisal.queries import ranking
from kheo.core.exports import answer
from kheo.core.pages import PARAMETER, page_of
from kheo.movement.models import Round
from kheo.units.models import Unit

PAGE = 50


@dataclass(frozen=True)
class Asked:
    rules: RuleSet
    round: Round
    unit: Unit


@require_GET
@for_holders(P.NOMINATION_VIEW)
def ranking_list(request):
    """Lists that may be ranked: a unit, a round, a rule set."""
    context = {"heading": "Xếp hạng", "lists": ranking.lists_for(request.user)}
    return render(request, "appraisal/ranking_list.html", context)


@require_GET
def ranking_detail(request, unit, round_, rules):
    """One list, group by group."""
    asked = _asked(request, unit, round_, rules)
    rows = ranking.ranking(asked.rules, asked.round, asked.unit)
    groups = [(key, RankGroup(key).label, sum(row.group == key for row in rows)) for key in _groups(rows)]
    group = request.GET.get("nhom") if request.GET.get("nhom") in RankGroup.values else next(iter(_groups(rows)), "")
    page = page_of(
        [row for row in rows if row.group == group], request.GET.get(PARAMETER), size=PAGE, cap=5000, query=request.GET
    )
    context = {
        "asked": asked, "heading": "Xếp hạng", "groups": groups, "group": group, "page": page,
        "lines": ranking.lines_for(request.user, page.rows), "is_council": ranking.column_of(asked.rules) == "council",
        "without": ranking.without_mark(asked.rules, asked.round, asked.unit, [row.file for row in rows]),
    }  # fmt: skip
    return render(request, "appraisal/ranking_detail.html", context)


@require_GET
def ranking_export(request, unit, round_, rules):
    """The whole list as a spreadsheet, without what its reader is kept from."""
    asked = _asked(request, unit, round_, rules)
    lines = ranking.lines_for(request.user, ranking.ranking(asked.rules, asked.round, asked.unit))
    title = f"Xếp hạng {asked.unit.name} {asked.round.name}"
    return answer(title, ranking.as_table(title, lines))


def _groups(rows) -> list[str]:
    there = {row.group for row in rows}
    return [key for key in RankGroup.values if key in there]


def _asked(request, unit, round_, rules) -> Asked:
    place = get_object_or_404(Unit.objects.select_related("place"), pk=unit)
    require(request.user, P.NOMINATION_VIEW, place)
    return Asked(get_object_or_404(RuleSet, pk=rules), get_object_or_404(Round, pk=round_), place)
