"""Quyết định: to recognise, to commend, to annul, to set up a panel; each with its list attached."""

from collections.abc import Sequence
from typing import Any

from kheo.documents.paper import Annex, Article, Block, Column, Office, Paper, PaperKind, Table
from kheo.documents.texts.parts import NUMBER, Listed, counted, grounds_of, list_table, paper_of, resolving


def decision(
    office: Office,
    about: str,
    articles: Sequence[tuple[str, ...]],
    *,
    decider: str,
    grounds: Sequence[str],
    recipients: Sequence[str] = (),
    annexes: Sequence[Annex] = (),
    **rest: Any,
) -> Paper:
    """A decision: grounds, the resolving line, articles numbered from 1 (each a text and what follows it)."""
    is_state = office.form == "state"
    body: tuple[Block, ...] = (
        *grounds_of(grounds),
        resolving(office.form, decider),
        *(Article(number, first, tuple(more)) for number, (first, *more) in enumerate(articles, 1)),
    )
    return paper_of(
        office,
        PaperKind.DECISION,
        about,
        body,
        decider=decider if is_state else "",
        recipients=recipients or (f"Như Điều {len(articles)}",),
        annexes=tuple(annexes),
        **rest,
    )


def carried_out(bodies: Sequence[str]) -> str:
    """The last article's text."""
    return f"{', '.join(bodies)} chịu trách nhiệm thi hành Quyết định này."


def decision_of_recognition(
    office: Office,
    *,
    decider: str,
    level: str,
    season: str,
    rows: Sequence[Listed],
    grounds: Sequence[str],
    bound: Sequence[str] = ("Các đơn vị, cá nhân có liên quan",),
    keeper_body: str = "",
    **rest: Any,
) -> Paper:
    """Recognises the models of a list. `keeper_body` follows them up; `bound` carries the decision out."""
    about = f"về việc công nhận mô hình, điển hình “Dân vận khéo” {level} {season}"
    follow = (
        f"Giao {keeper_body} theo dõi, hướng dẫn"
        if keeper_body
        else "Các đơn vị có mô hình, điển hình được công nhận tổ chức"
    )
    articles = (
        (f"Công nhận {counted(len(rows))} “Dân vận khéo” {level} {season} (có danh sách kèm theo).",),
        (f"{follow} duy trì, nâng cao chất lượng và nhân rộng các mô hình, điển hình được công nhận.",),
        (f"{carried_out(bound)} Quyết định có hiệu lực kể từ ngày ký.",),
    )
    attached = Annex(
        "Danh sách", f"mô hình, điển hình “Dân vận khéo” {level} {season} được công nhận", (list_table(rows),)
    )
    return decision(office, about, articles, decider=decider, grounds=grounds, annexes=(attached,), **rest)


def decision_of_commendation(
    office: Office,
    *,
    decider: str,
    award: str,
    season: str,
    rows: Sequence[Listed],
    grounds: Sequence[str],
    money: str = "",
    bound: Sequence[str] = ("Các tập thể, cá nhân có tên tại Điều 1",),
    **rest: Any,
) -> Paper:
    """Gives a form of award ("Giấy khen") to the collectives and persons of a list, with money where there is some."""
    reward = (
        f"Mức tiền thưởng kèm theo {award}: {money}; kinh phí trích từ quỹ thi đua, khen thưởng theo quy định."
        if money
        else "Việc khen thưởng thực hiện theo quy định hiện hành về thi đua, khen thưởng."
    )
    articles = (
        (
            f"Tặng {award} cho {counted(len(rows), 'tập thể, cá nhân')} có thành tích trong phong trào thi đua "
            f"“Dân vận khéo” {season} (có danh sách kèm theo).",
        ),
        (reward,),
        (f"{carried_out(bound)} Quyết định có hiệu lực kể từ ngày ký.",),
    )
    attached = Annex("Danh sách", f"tập thể, cá nhân được tặng {award}", (list_table(rows),))
    about = f"về việc khen thưởng trong phong trào thi đua “Dân vận khéo” {season}"
    return decision(office, about, articles, decider=decider, grounds=grounds, annexes=(attached,), **rest)


def decision_of_annulment(
    office: Office,
    *,
    decider: str,
    name: str,
    unit: str,
    earlier: str,
    reason: str,
    grounds: Sequence[str],
    bound: Sequence[str] = ("Các đơn vị, cá nhân có liên quan",),
    **rest: Any,
) -> Paper:
    """Annuls one recognition; `earlier` names the decision that gave it."""
    articles = (
        (f"Hủy bỏ việc công nhận mô hình, điển hình “Dân vận khéo” đối với “{name}” của {unit} tại {earlier}.",),
        (f"Lý do: {reason.strip().rstrip('.')}.",),
        (f"{carried_out(bound)} Quyết định có hiệu lực kể từ ngày ký.",),
    )
    about = "về việc hủy bỏ quyết định công nhận mô hình, điển hình “Dân vận khéo”"
    return decision(office, about, articles, decider=decider, grounds=grounds, **rest)


def panel_decision(
    office: Office,
    *,
    decider: str,
    season: str,
    members: Sequence[tuple[str, str, str]],
    grounds: Sequence[str],
    duties: str = "",
    standing_body: str = "",
    **rest: Any,
) -> Paper:
    """Sets up a panel of appraisal; members as name, office held, role in the panel."""
    duty = duties or (
        "Hội đồng có nhiệm vụ thẩm định hồ sơ, chấm điểm, bỏ phiếu và đề nghị công nhận mô hình, điển hình “Dân vận khéo” "
        f"{season} bảo đảm công khai, khách quan, đúng quy định; tự giải thể sau khi hoàn thành nhiệm vụ."
    )
    members_and_bodies = ("Các thành viên Hội đồng", "các cơ quan, đơn vị có liên quan")
    help_from = f" {standing_body} là cơ quan thường trực giúp việc Hội đồng." if standing_body else ""
    articles = (
        (
            f"Thành lập Hội đồng thẩm định mô hình, điển hình “Dân vận khéo” {season} gồm "
            f"{counted(len(members), 'thành viên')} (có danh sách kèm theo).",
        ),
        (duty + help_from,),
        (f"{carried_out(members_and_bodies)} Quyết định có hiệu lực kể từ ngày ký.",),
    )
    columns = (NUMBER, Column("Họ và tên", 4), Column("Chức vụ, đơn vị", 6), Column("Nhiệm vụ trong Hội đồng", 4))
    roll = Table(columns, tuple((str(place), *member) for place, member in enumerate(members, 1)))
    attached = Annex("Danh sách", f"Hội đồng thẩm định mô hình, điển hình “Dân vận khéo” {season}", (roll,))
    about = f"về việc thành lập Hội đồng thẩm định mô hình, điển hình “Dân vận khéo” {season}"
    return decision(office, about, articles, decider=decider, grounds=grounds, annexes=(attached,), **rest)
