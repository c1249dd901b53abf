"""What the papers of an honours day are made of: who is honoured, who is asked, what happens when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from kheo.documents.paper import Office


@dataclass(frozen=True)
class Honoured:
    """A collective, person or model that is honoured. `story` is told in the booklet and, shorter, on the slide."""

    name: str
    award: str
    unit: str = ""
    field: str = ""
    story: str = ""
    receives: str = ""  # who comes up to the stage for a collective


@dataclass(frozen=True)
class Guest:
    """Somebody who is invited and has a seat with a sign."""

    name: str
    title: str = ""


@dataclass(frozen=True)
class Step:
    """A step of the programme: how long it takes, what happens, who does it, what is said to lead into it."""

    minutes: int
    what: str
    who: str = ""
    words: str = ""


@dataclass(frozen=True)
class Ceremony:
    """One honours day. Awards are handed over in turns of `per_turn` on the stage, in the order of `honoured`."""

    office: Office
    title: str
    when: datetime
    where: str
    honoured: tuple[Honoured, ...]
    guests: tuple[Guest, ...] = ()
    chair: str = ""
    host: str = "Người dẫn chương trình"
    giver: str = "Đồng chí lãnh đạo"
    before: tuple[Step, ...] = field(default=())
    after: tuple[Step, ...] = field(default=())
    per_turn: int = 10
    minutes_a_turn: int = 5

    def turns(self) -> Iterator[tuple[int, str, tuple[Honoured, ...]]]:
        """Each turn on the stage: its number, the award of all who are in it, and they. An award begins a new turn."""
        number, waiting = 0, list(self.honoured)
        while waiting:
            award = waiting[0].award
            count = 0
            while count < min(self.per_turn, len(waiting)) and waiting[count].award == award:
                count += 1
            number += 1
            yield number, award, tuple(waiting[:count])
            del waiting[:count]

    def timed(self) -> Iterator[tuple[str, Step]]:
        """Every step with the hour it begins."""
        at = self.when
        for step in self.steps():
            yield f"{at:%H:%M}", step
            at += timedelta(minutes=step.minutes)

    def steps(self) -> Iterator[Step]:
        """What comes before the awards, a step a turn, what comes after."""
        yield from self.before or BEFORE
        for number, award, honoured in self.turns():
            names = "; ".join(one.name for one in honoured)
            words = f"Trân trọng kính mời {self.giver} trao {award}. Xin mời lên nhận: {names}."
            yield Step(self.minutes_a_turn, f"Trao {award}, lượt {number} ({len(honoured):02})", self.giver, words)
        yield from self.after or AFTER


BEFORE = (
    Step(15, "Đón tiếp đại biểu, văn nghệ chào mừng"),
    Step(5, "Tuyên bố lý do, giới thiệu đại biểu"),
    Step(15, "Báo cáo kết quả phong trào thi đua “Dân vận khéo”"),
    Step(5, "Công bố quyết định công nhận, khen thưởng"),
)
AFTER = (
    Step(10, "Phát biểu của đại diện tập thể, cá nhân được biểu dương"),
    Step(10, "Phát biểu của lãnh đạo"),
    Step(5, "Bế mạc, chụp ảnh lưu niệm"),
)
