"""Who may open which page over votes of panels, and print certificates."""

from io import BytesIO

from django.utils import timezone

from kheo.accounts.roles import Role as R
from kheo.appraisal.actions import ballots, votes
from kheo.appraisal.models import AwardForm, BatchItem, Commendation, HonoursDay, Nomination, PanelVote
from kheo.appraisal.models.counting import Count, Sheet
from kheo.movement.models import Recognition
from tests import make
from tests.appraisal import making

from .row import Row

RUNS = {R.SPECIALIST, R.HEAD}
READS = RUNS | {R.STANDING}
SITS = READS | {R.JUROR}
FILE = "Bếp ấm cho em thôn Trung"


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast, cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast, cast.foreign).pk, **kwargs},
    }


def panel_of(cast, commune):
    """In the own commune the juror of the cast sits in it, with two more."""
    rules = making.rule_set(commune.unit)
    own = [cast.people[R.JUROR]] if commune is cast.own else []
    seats = [*own, *making.jurors(commune.unit, 3 - len(own))]
    return making.panel(rules, seats=seats, round=cast.round)


def file_of(panel):
    exemplar = make.exemplar(FILE, unit=make.unit(under=panel.unit, level="base"))
    return making.nomination(exemplar, rules=panel.rule_set, round=panel.round, unit=panel.unit)


def prepared(cast, commune, manner="electronic"):
    panel = panel_of(cast, commune)
    vote = votes.prepare(panel, [file_of(panel)], by=panel.made_by, name="Bỏ phiếu đợt 1", manner=manner)
    votes.call_roll(vote, list(panel.seats.values_list("user_id", flat=True)), by=panel.made_by)
    return vote


def opened(cast, commune, manner="electronic"):
    vote = prepared(cast, commune, manner)
    return votes.advance(vote, "open", by=vote.made_by)


def by_hand(cast, commune):
    return opened(cast, commune, "hand")


def closed(cast, commune):
    vote = opened(cast, commune)
    line = vote.lines.get()
    ballots.cast(vote, {line.pk: "agree"}, by=vote.panel.seats.last().user)
    return votes.advance(vote, "close", by=vote.made_by)


def with_absent(cast, commune):
    vote = by_hand(cast, commune)
    present = list(vote.panel.seats.values_list("user_id", flat=True))[:2]
    votes.call_roll(vote, present, by=vote.made_by)
    votes.count(vote, None, {vote.lines.get().pk: Count(2, 0, 0)}, by=vote.made_by)
    return votes.advance(vote, "close", by=vote.made_by)


def scanned(cast, commune):
    vote = opened(cast, commune, "paper")
    votes.count(
        vote, Sheet(3, 3, 0), {vote.lines.get().pk: Count(3, 0, 0)}, by=vote.made_by,
        scan=BytesIO(make.picture()), scan_name="bien-ban.jpg",
    )  # fmt: skip
    return votes.advance(vote, "close", by=vote.made_by)


def newest(cast):
    """The vote that the row's own builder made last."""
    return PanelVote.objects.order_by("-pk").first()


def title(cast):
    return FILE


def decided(cast, commune):
    file = making.nomination(make.exemplar(FILE, unit=commune.unit), unit=commune.unit)
    batch = making.batch([file], unit=commune.unit, round=cast.round)
    type(batch).objects.filter(pk=batch.pk).update(
        stage="decided",
        confirmed_by=make.user(),
        decided_on="2026-10-09",
        is_in_app=True,
        decision_no="45-QĐ/ĐU",
    )
    item = batch.items.get()
    item.recognition = recognised(cast, commune, file.exemplar)
    item.save()
    return batch


def day_said(cast):
    places = {f"place-{key}": "1" for key in BatchItem.objects.values_list("pk", flat=True)}
    return places | {"title": "Hội nghị", "on": "15/10/2026", "at": "7:30", "where": "hội trường xã", "per_turn": "10"}


def planned(cast, commune):
    batch = decided(cast, commune)
    HonoursDay.objects.create(batch=batch, title="Hội nghị", starts_at=timezone.now(), where="hội trường xã")
    return batch


def recognised(cast, commune, exemplar=None):
    return Recognition.objects.create(
        exemplar=exemplar or commune.exemplar, unit=commune.unit, level="commune", year=2026, decided_on="2026-10-09",
        issuer="Đảng ủy xã",
    )  # fmt: skip


def commended(cast, commune):
    form = AwardForm.objects.create(
        name="Giấy khen", level="commune", bearer="group", multiple="0.5", starts="2026-01-01"
    )
    return Commendation.objects.create(
        exemplar=commune.exemplar, unit=commune.unit, form=form, level="commune", bearer="group", year=2026,
        recipient="Chi bộ thôn", achievement="Hiến đất", issuer="UBND xã", decision_no="12", decided_on="2026-10-09",
        entered_by=make.user(),
    )  # fmt: skip


def of_panel():
    return {
        "own": lambda cast: {"panel": file_of(panel_of(cast, cast.own)).round.panels.last().pk},
        "foreign": lambda cast: {"panel": panel_of(cast, cast.foreign).pk},
    }


def listed(cast):
    files = Nomination.objects.values_list("pk", flat=True)
    return {"name": "Bỏ phiếu đợt 1", "manner": "hand", "on": "15/10/2026", "files": list(files)}


def figures(cast):
    line = newest(cast).lines.get()
    return {f"agreed-{line.pk}": "3", f"opposed-{line.pk}": "0", f"blank-{line.pk}": "0"}


def here(cast):
    return {"present": list(newest(cast).roll.values_list("user_id", flat=True))}


def answered(cast):
    return {"agree_rest": "on"}


def meeting(cast):
    return {"which": "counting", "form": "party", "where": "trụ sở xã", "began": "8:00", "ended": "9:00"}


def absent(cast):
    return {"who": newest(cast).roll.get(is_present=False).user_id}


def again(cast):
    return {"files": [newest(cast).lines.get().nomination_id], "note": "Có thông tin mới"}


def in_list(cast):
    """One of each commune; the list says the own one alone."""
    for commune in (cast.own, cast.foreign):
        panel = panel_of(cast, commune)
        making.counted_vote(panel, [file_of(panel)], name=f"Bỏ phiếu ở {commune.colleague}")
    return {}


ROWS = [
    Row("appraisal:vote_list", SITS, query=in_list, sees=lambda cast: f"Bỏ phiếu ở {cast.own.colleague}"),
    Row("appraisal:vote_new", RUNS, **of_panel(), sees=title),
    Row("appraisal:vote_new", RUNS, **of_panel(), method="POST", data=listed, leaves="panelvote.prepare"),
    Row("appraisal:vote_detail", SITS, **of(prepared), sees=title),
    Row("appraisal:vote_edit", RUNS, **of(prepared), sees=title),
    Row("appraisal:vote_edit", RUNS, **of(prepared), method="POST", data=listed, leaves="panelvote.write"),
    Row("appraisal:vote_roll", RUNS, **of(prepared), method="POST", data=here, leaves="panelvote.roll"),
    Row("appraisal:vote_advance", RUNS, **of(prepared, move="open"), method="POST", leaves="panelvote.open"),
    Row("appraisal:vote_advance", RUNS, **of(opened, move="close"), method="POST", leaves="panelvote.close"),
    Row(
        "appraisal:vote_advance", RUNS, **of(closed, move="set_aside"), method="POST", leaves="panelvote.set_aside",
        data=lambda cast: {"note": "Đếm nhầm"},
    ),
    Row("appraisal:vote_count", RUNS, **of(by_hand), sees=title),
    Row("appraisal:vote_count", RUNS, **of(by_hand), method="POST", data=figures, leaves="panelvote.count"),
    Row("appraisal:vote_again", RUNS, **of(closed), sees=title),
    Row("appraisal:vote_again", RUNS, **of(closed), method="POST", data=again, leaves="panelvote.again"),
    Row("appraisal:vote_late", RUNS, **of(with_absent), method="POST", data=absent, leaves="panelvote.late"),
    Row("appraisal:vote_scan", SITS, **of(scanned), sees=lambda cast: ""),
    Row("appraisal:vote_minutes", RUNS, **of(closed), sees=lambda cast: "Ban kiểm phiếu"),
    Row("appraisal:vote_minutes", RUNS, **of(closed), method="POST", data=meeting, leaves="paperrecord.keep"),
    Row("appraisal:recognition_print", RUNS, **of(recognised), method="POST", leaves="certificate.issue"),
    Row("appraisal:commendation_print", RUNS, **of(commended), method="POST", leaves="certificate.issue"),
    Row("appraisal:batch_print", RUNS, **of(decided), method="POST", leaves="certificate.issue"),
    Row("appraisal:honours", RUNS, **of(decided), sees=title),
    Row("appraisal:honours", RUNS, **of(decided), method="POST", data=day_said, leaves="honoursday.plan"),
    Row("appraisal:honours_paper", RUNS, **of(planned, what="trinh-chieu"), sees=lambda cast: "%PDF"),
    # Sending a ballot leaves no event: the trail would say in which order people voted (decision 0024).
    Row("appraisal:ballot", {R.JUROR}, **of(opened), sees=title),
    Row("appraisal:ballot", {R.JUROR}, **of(opened), method="POST", data=answered),
]  # fmt: skip
