"""What the minutes of a vote say, out of what was counted: nothing is typed again."""

from dataclasses import dataclass
from datetime import datetime, time

from kheo.appraisal.models import JUDGES, PanelVote, SeatPart, VoteLine
from kheo.appraisal.queries.votes import percent, sitting_out
from kheo.core.vietnamese import format_number
from kheo.documents.paper import Paper, Signer
from kheo.documents.queries import head_for
from kheo.documents.texts.minutes import Tally, counting_minutes, meeting_minutes

MATTER = "Bỏ phiếu xét công nhận"


@dataclass(frozen=True)
class Meeting:
    """What is said of the meeting itself."""

    where: str
    began: time
    ended: time
    counters: tuple[str, ...] = ()


def minutes_of(vote: PanelVote, which: str, meeting: Meeting, *, form: str) -> Paper:
    """Minutes of the count, or of the meeting."""
    return (counting if which == "counting" else of_meeting)(vote, meeting, form)


def counting(vote: PanelVote, meeting: Meeting, form: str) -> Paper:
    lines, present = _lines(vote), vote.roll.filter(is_present=True).count()
    tallies = [
        Tally(
            str(line.nomination.exemplar), line.agreed, line.opposed, line.blank,
            apart=present - line.entitled, share=(percent(line) or "-").replace(" %", "%"),
        )
        for line in lines
    ]  # fmt: skip
    return counting_minutes(
        head_for(vote.panel.unit, form), meeting=str(vote.panel), counted_at=datetime.combine(vote.on, meeting.ended),
        where=meeting.where, members=vote.roll.count(), issued=vote.handed_out, returned=vote.returned,
        valid=vote.returned - vote.spoilt, tallies=tallies, counters=meeting.counters or (_seat(vote, SeatPart.SECRETARY),),
        threshold=_threshold(vote), passed=_passed(lines), chair=_seat(vote, SeatPart.CHAIR), round_number=vote.turn,
    )  # fmt: skip


def of_meeting(vote: PanelVote, meeting: Meeting, form: str) -> Paper:
    roll = list(vote.roll.select_related("user").order_by("user__full_name"))
    titles = dict(vote.panel.seats.filter(part__in=JUDGES).values_list("user_id", "title"))
    lines = _lines(vote)
    matters = [(MATTER, f"Hội đồng bỏ phiếu {format_number(len(lines))} hồ sơ ({vote.get_manner_display().lower()}).")]
    matters += _apart(vote)
    if vote.minutes:
        matters.append(("Ý kiến", vote.minutes))
    passed = _passed(lines)
    return meeting_minutes(
        head_for(vote.panel.unit, form), meeting=str(vote.panel), began=datetime.combine(vote.on, meeting.began),
        ended=datetime.combine(vote.on, meeting.ended), where=meeting.where,
        chair=Signer("Chủ tịch Hội đồng", _seat(vote, SeatPart.CHAIR)),
        secretary=Signer("Thư ký Hội đồng", _seat(vote, SeatPart.SECRETARY)),
        present=[_named(entry, titles) for entry in roll if entry.is_present],
        absent=[f"{entry.user} (đến sau kiểm phiếu)" if entry.is_late else str(entry.user)
                for entry in roll if not entry.is_present],
        invited=len(roll), matters=matters,
        conclusions=[f"Đủ điều kiện trình công nhận ({format_number(len(passed))} hồ sơ): {'; '.join(passed)}."]
        if passed else ["Không hồ sơ nào đạt tỷ lệ phiếu theo bộ tiêu chí."],
    )  # fmt: skip


def _lines(vote: PanelVote) -> list[VoteLine]:
    lines = vote.lines.select_related("nomination__exemplar", "nomination__rule_set", "vote")
    return list(lines.filter(agreed__isnull=False))


def _passed(lines: list[VoteLine]) -> list[str]:
    return [str(line.nomination.exemplar) for line in lines if line.is_passed and not line.set_aside_reason]


def _threshold(vote: PanelVote) -> str:
    rules = vote.rule_set
    of = {"of_members": "số thành viên có mặt được bỏ phiếu", "of_valid": "số phiếu hợp lệ, không kể phiếu trắng"}
    return f"ít nhất {rules.vote_threshold}% đồng ý, tính trên {of[rules.abstention]}" if rules.vote_threshold else ""


def _apart(vote: PanelVote) -> list[tuple[str, str]]:
    """Who sat out which file: that they did is told, why is not."""
    names = {line.pk: str(line.nomination.exemplar) for line in _lines(vote)}
    said = [f"{', '.join(people)} không bỏ phiếu hồ sơ “{names[key]}”" for key, people in sitting_out(vote).items()]
    return [("Không tham gia bỏ phiếu", f"{'; '.join(said)}.")] if said else []


def _seat(vote: PanelVote, part: str) -> str:
    seat = vote.panel.seats.filter(part=part, left_on=None).select_related("user").first()
    return str(seat.user) if seat else ""


def _named(entry, titles: dict[int, str]) -> str:
    title = titles.get(entry.user_id)
    return f"{entry.user}, {title}" if title else str(entry.user)
