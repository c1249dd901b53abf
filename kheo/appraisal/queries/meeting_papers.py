"""Papers round a meeting and a launch: giấy mời of a panel, thông báo kết luận of a vote, giao ước thi đua of a round."""

from collections.abc import Sequence
from datetime import datetime

from kheo.accounts.move import NotYet
from kheo.appraisal.lifecycle.vote import VoteStage
from kheo.appraisal.models import Panel, PanelVote
from kheo.documents.paper import Paper, Signer
from kheo.documents.queries import head_for
from kheo.documents.texts import conclusion_notice, emulation_pledge, invitation
from kheo.documents.texts.parts import counted
from kheo.movement.models import Round
from kheo.movement.queries.papers import season_of
from kheo.units.models import Unit

FILES = "hồ sơ"


def invitation_paper(
    panel: Panel, *, form: str, when: datetime, where: str, chair: str = "", notes: Sequence[str] = ()
) -> Paper:
    """Giấy mời to a meeting of a panel, the guest's name left blank."""
    return invitation(
        head_for(panel.unit, form), occasion=f"phiên họp ngày {when:%d/%m/%Y} của {panel.name}", guest="", when=when,
        where=where, chair=chair, notes=notes,
    )  # fmt: skip


def conclusion_paper(vote: PanelVote, *, form: str | None = None) -> Paper:
    """Thông báo kết luận of a counted vote: how many, no names; those are for the minutes."""
    if vote.stage != VoteStage.CLOSED:
        raise NotYet("Chưa kiểm phiếu nên chưa có kết luận để thông báo.")
    lines = list(vote.lines.select_related("nomination__rule_set", "vote__rule_set"))
    again = sum(1 for line in lines if line.set_aside_reason)
    passed = sum(1 for line in lines if line.is_passed and not line.set_aside_reason)
    turn = f" (bỏ phiếu vòng {vote.turn})" if vote.turn > 1 else ""
    return conclusion_notice(
        head_for(vote.panel.unit, form), who=vote.panel.name, occasion=f"phiên họp ngày {vote.on:%d/%m/%Y}{turn}",
        conclusions=[_voted(vote, len(lines)), _passed(passed, len(lines) - passed - again, again), _next(passed)],
        recipients=["Các đơn vị có hồ sơ được xét", "Các thành viên Hội đồng"],
    )  # fmt: skip


def pledge_paper(
    round_: Round, *, form: str, units: Sequence[Unit], contents: Sequence[str], goals: Sequence[str] = ()
) -> Paper:
    """Giao ước thi đua between units below the one that launched the round, each signing as its papers are signed."""
    sides = [(unit.title, head_for(unit).signer or Signer("Thủ trưởng đơn vị")) for unit in units]
    office = head_for(round_.campaign.unit, form)
    return emulation_pledge(office, season=season_of(round_), sides=sides, contents=contents, goals=goals)


def _voted(vote: PanelVote, files: int) -> str:
    present, members = vote.roll.filter(is_present=True).count(), vote.roll.count()
    attended = f"{present}/{members} thành viên dự họp, " if members else ""
    what = f"{counted(files, FILES)} đề nghị công nhận mô hình, điển hình “Dân vận khéo” {season_of(vote.panel.round)}"
    return f"Hội đồng có {attended}đã bỏ phiếu xét {what}." if attended else f"Hội đồng đã bỏ phiếu xét {what}."


def _passed(passed: int, failed: int, again: int) -> str:
    rest = f"; {counted(again, FILES)} được bỏ phiếu lại" if again else ""
    return f"{counted(passed, FILES)} đủ tỷ lệ phiếu đồng ý theo bộ tiêu chí; {counted(failed, FILES)} chưa đủ{rest}."


def _next(passed: int) -> str:
    if not passed:
        return "Chưa có hồ sơ nào đủ điều kiện để trình công nhận."
    return "Danh sách hồ sơ đủ tỷ lệ phiếu, kèm biên bản, được trình cấp có thẩm quyền xem xét, quyết định công nhận."
