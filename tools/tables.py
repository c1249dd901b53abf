"""Prints tables of the code into the documentation, between `<!-- table: NAME -->` and `<!-- end -->`.

`python -m tools.tables` writes them; with `--check` it writes nothing, names the pages that differ and ends with 1.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.core.management import get_commands, load_command_class
from django.db.models import Choices

from kheo.accounts.move import Move, no_obstacle
from kheo.accounts.permissions import WORDS
from kheo.accounts.roles import GRANTS, Role
from kheo.appraisal.lifecycle.batch import BATCH, BatchStage
from kheo.appraisal.lifecycle.nomination import NOMINATION, NominationStage
from kheo.appraisal.lifecycle.rules import RULE_SET, RuleSetStage
from kheo.appraisal.lifecycle.vote import VOTE, VoteStage
from kheo.core.vietnamese import format_number
from kheo.documents.layouts import HD05, HD36, ND30, Layout, Measure, Style
from kheo.documents.layouts.names import NAMES as MEASURE_NAMES
from kheo.documents.lifecycle import PAPER, PaperStage
from kheo.documents.own_templates import FIELDS
from kheo.documents.own_templates.fields import written
from kheo.movement.lifecycle.exemplar import EXEMPLAR, ExemplarStage
from kheo.movement.lifecycle.registration import REGISTRATION, RegistrationStage
from kheo.notices.lifecycle import DISPATCH, DispatchStage
from kheo.polls.lifecycle import POLL, PollStage
from kheo.portal.lifecycle.letter import LETTER, LetterStage
from kheo.portal.lifecycle.story import STORY, StoryStage

ROOT = Path(__file__).resolve().parents[1]
MARKED = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
SAMPLE = re.compile(r"((?:^# .+\n)+)^# ([A-Z][A-Z_]+)=(.*)$", re.MULTILINE)


def markdown(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table with an empty line on both sides."""
    headings = tuple(headings)
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n" + "".join(f"| {' | '.join(str(cell).replace('|', '/') for cell in line)} |\n" for line in lines) + "\n"


def settings() -> str:
    """Every variable of `.env.example`: name, default, meaning."""
    rows = [
        (f"`{name}`", f"`{default}`" if default else "", " ".join(line[2:] for line in comment.splitlines()))
        for comment, name, default in SAMPLE.findall((ROOT / ".env.example").read_text("utf-8"))
    ]
    return markdown(("Tên", "Mặc định", "Ý nghĩa"), rows)


def our_commands() -> list[tuple[str, Any]]:
    """Management commands of our own rooms, by name."""
    return [
        (name, load_command_class(app, name)) for name, app in sorted(get_commands().items()) if app.startswith("kheo.")
    ]


def jobs() -> str:
    """Commands that say in a `schedule` attribute when they ought to run, in the administrator's words."""
    rows = [(f"`{name}`", c.help, c.schedule) for name, c in our_commands() if getattr(c, "schedule", "")]
    return markdown(("Lệnh", "Việc", "Chạy khi nào"), rows) if rows else "\nChưa có việc nào phải đặt lịch.\n\n"


def commands() -> str:
    """Every command of ours and its help."""
    return markdown(("Lệnh", "Việc"), [(f"`{name}`", command.help) for name, command in our_commands()])


def rooms() -> str:
    """Every app of ours, from the top floor down."""
    ours = [config for config in apps.get_app_configs() if config.name.startswith("kheo.")]
    return markdown(("Phòng", "Tên"), [(f"`{config.name}`", config.verbose_name) for config in ours])


def stages(choices: type[Choices]) -> str:
    """The stages of a life, in their order."""
    return markdown(("Trong mã", "Người dùng đọc"), [(f"`{stage.value}`", stage.label) for stage in choices])


def moves(table: Iterable[Move], choices: type[Choices]) -> str:
    """The moves of a life: button, from, to, who may, not before."""
    words = dict(choices.choices)
    rows = [
        (
            f"`{move.name}`",
            move.label,
            ", ".join(words[source] for source in move.sources),
            words[move.target],
            "; ".join(WORDS[permission] for permission in move.needs),
            conditions(move),
        )
        for move in table
    ]
    return markdown(("Bước", "Nút", "Từ", "Đến", "Người có quyền", "Chỉ khi"), rows)


def conditions(move: Move) -> str:
    """What must hold before a move, in the words of its obstacle, and whether a reason is asked for."""
    obstacle = (move.obstacle.__doc__ or "") if move.obstacle is not no_obstacle else ""
    return " ".join(filter(None, (obstacle, "Có ghi lý do." if move.wants_reason else "")))


def grants() -> str:
    """Who may do what: a column a role."""
    holders = [role for role in Role if GRANTS[role]]
    rows = [
        (f"{words} (`{permission}`)", *("x" if permission in GRANTS[role] else "" for role in holders))
        for permission, words in WORDS.items()
    ]
    return markdown(("Quyền", *(role.label for role in holders)), rows)


def roles() -> str:
    """Every role, and how many permissions it holds."""
    return markdown(
        ("Trong mã", "Vai trò", "Số quyền"), [(f"`{role.value}`", role.label, len(GRANTS[role])) for role in Role]
    )


def template_fields() -> str:
    """The fields that an office's own Word template may name."""
    rows = [(field.meaning, f"`{name}`", f"`{written(name)}`") for name, field in FIELDS.items()]
    return markdown(("Nội dung", "Tên trường", "Cách viết trong tệp Word"), rows)


LETTERING = {"bold": "đậm", "italic": "nghiêng", "underlined": "gạch chân", "capitals": "in hoa"}


def layout(rule_set: Layout) -> str:
    """Every measure of a rule set: what Khéo uses, what is permitted, how it is lettered, where that is told."""
    styles = rule_set.styles()
    rows = [
        (
            MEASURE_NAMES[name.removesuffix(".size")],
            length(measure.value, measure),
            permitted(measure),
            lettering(styles[name.removesuffix(".size")]) if name.endswith(".size") else "",
            measure.source,
        )
        for name, measure in rule_set.measures().items()
    ]
    return markdown(("Thành phần", "Khéo dùng", "Cho phép", "Kiểu chữ", "Nguồn"), rows)


def length(value: float, measure: Measure) -> str:
    """10 mm, 24,15 pt."""
    return f"{format_number(round(value, 2))} {measure.unit}"


def permitted(measure: Measure) -> str:
    """One value, or from the least to the most."""
    if measure.low == measure.high:
        return length(measure.low, measure)
    return f"{format_number(measure.low)}–{length(measure.high, measure)}"


def lettering(style: Style) -> str:
    """Bold, italic, underlined, capitals; or plain."""
    return ", ".join(words for name, words in LETTERING.items() if getattr(style, name)) or "đứng"


TABLES: dict[str, Callable[[], str]] = {
    "settings": settings,
    "layout-hd36": partial(layout, HD36),
    "layout-hd05": partial(layout, HD05),
    "layout-nd30": partial(layout, ND30),
    "jobs": jobs,
    "commands": commands,
    "rooms": rooms,
    "roles": roles,
    "grants": grants,
    "registration-stages": partial(stages, RegistrationStage),
    "registration-moves": partial(moves, REGISTRATION, RegistrationStage),
    "exemplar-stages": partial(stages, ExemplarStage),
    "exemplar-moves": partial(moves, EXEMPLAR, ExemplarStage),
    "nomination-stages": partial(stages, NominationStage),
    "nomination-moves": partial(moves, NOMINATION, NominationStage),
    "rule-set-stages": partial(stages, RuleSetStage),
    "rule-set-moves": partial(moves, RULE_SET, RuleSetStage),
    "vote-stages": partial(stages, VoteStage),
    "vote-moves": partial(moves, VOTE, VoteStage),
    "batch-stages": partial(stages, BatchStage),
    "batch-moves": partial(moves, BATCH, BatchStage),
    "letter-stages": partial(stages, LetterStage),
    "letter-moves": partial(moves, LETTER, LetterStage),
    "poll-stages": partial(stages, PollStage),
    "poll-moves": partial(moves, POLL, PollStage),
    "paper-stages": partial(stages, PaperStage),
    "paper-moves": partial(moves, PAPER, PaperStage),
    "template-fields": template_fields,
    "dispatch-stages": partial(stages, DispatchStage),
    "dispatch-moves": partial(moves, DISPATCH, DispatchStage),
    "story-stages": partial(stages, StoryStage),
    "story-moves": partial(moves, STORY, StoryStage),
}


def filled(text: str) -> str:
    """The page with each marked table drawn anew."""
    return MARKED.sub(lambda found: found[1] + TABLES[found[2]]() + found[3], text)


def main(arguments: list[str]) -> int:
    """Fills or checks every page below docs/."""
    checking = "--check" in arguments
    stale = []
    for page in sorted((ROOT / "docs").rglob("*.md")):
        text = page.read_text("utf-8")
        if (anew := filled(text)) != text:
            stale.append(page.relative_to(ROOT))
            if not checking:
                page.write_text(anew, "utf-8")
    for page in stale:
        print(f"{page}: {'không còn khớp với mã nguồn; chạy script/docs' if checking else 'đã in lại'}")
    return int(checking and bool(stale))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings_test")
    django.setup()
    sys.exit(main(sys.argv[1:]))
