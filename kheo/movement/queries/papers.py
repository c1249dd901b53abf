"""What the papers of a unit say out of its file: the registration form, filled or to be filled in by hand."""

from django.utils import timezone

from kheo.core.vietnamese import format_number
from kheo.documents.paper import Paper
from kheo.documents.queries import head_for
from kheo.documents.texts import registration_form
from kheo.movement.models import Exemplar, Outcome, Participant, Round
from kheo.movement.queries.renewal import rounds_open
from kheo.units.models import Unit


def registration_paper(exemplar: Exemplar, round_: Round | None = None) -> Paper:
    """The ten items as the file has them; what it lacks is dotted. `round_`: the latest it is registered in."""
    office = head_for(exemplar.unit)
    return registration_form(
        office, season=season_of(round_ or _latest(exemplar)), unit=exemplar.unit.title, answers=answers_of(exemplar),
        field=exemplar.get_field_display(), leader=office.signer,
    )  # fmt: skip


def blank_registration_paper(unit: Unit, user) -> Paper:
    """The form to be filled in by hand, for the round that takes registrations."""
    office = head_for(unit)
    return registration_form(office, season=season_of(rounds_open(user).first()), leader=office.signer)


def answers_of(exemplar: Exemplar) -> tuple[str, ...]:
    """In the order of REGISTRATION_ITEMS (three queries)."""
    where = ", ".join(filter(None, [exemplar.place_detail, exemplar.place.name if exemplar.place else ""]))
    start = f"Bắt đầu: {exemplar.start_text}." if exemplar.start_text else ""
    return (
        exemplar.name,
        exemplar.situation,
        exemplar.goal,
        exemplar.method.strip() or exemplar.summary,
        _lines(where, exemplar.audience),
        _lines(*(force_line(force) for force in exemplar.participants.all())),
        exemplar.resources_plan,
        _lines(start, exemplar.schedule),
        _lines(exemplar.products, *(_target(outcome) for outcome in exemplar.outcomes.all())),
        exemplar.sustain,
    )


def force_line(force: Participant) -> str:
    """Hội Nông dân xã (chủ trì): vận động hội viên."""
    said = f"{force.name} ({force.get_role_display().lower()})"
    return f"{said}: {force.part}" if force.part.strip() else said


def season_of(round_: Round | None) -> str:
    return f"năm {round_.year if round_ else timezone.localdate().year}"


def _target(outcome: Outcome) -> str:
    """Đất hiến: 900 m²; without a target only what will be counted and in what."""
    if outcome.target is None:
        return f"{outcome.name} ({outcome.measure})"
    return f"{outcome.name}: {format_number(outcome.target.normalize())} {outcome.measure}"


def _lines(*texts: str) -> str:
    return "\n".join(text.strip() for text in texts if text.strip())


def _latest(exemplar: Exemplar) -> Round | None:
    found = exemplar.registrations.select_related("round").order_by("-round__year", "-created_at").first()
    return found.round if found else None
