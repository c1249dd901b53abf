"""The words in which the trail is read: rooms register what their verbs and facts are called."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from kheo.audit.models import Event

_verbs: dict[str, str] = {}
_facts: dict[str, str] = {}
OTHER = "Việc khác"


def register(verbs: Mapping[str, str], facts: Mapping[str, str] | None = None) -> None:
    """Name verbs ("exemplar.begin": "Tạo mô hình") and facts that are no field of the subject ("ready": "...")."""
    _verbs.update(verbs)
    _facts.update(facts or {})


def verb_choices() -> list[tuple[str, str]]:
    return sorted(_verbs.items(), key=lambda pair: pair[1])


@dataclass(frozen=True)
class Line:
    """One event as a reader sees it. `changes`: (what, before, after); before is None for a plain fact."""

    number: int
    moment: datetime
    who: str
    text: str
    subject: str
    subject_key: str
    note: str
    changes: list[tuple[str, str | None, str]] = field(default_factory=list)


def lines(events: list[Event]) -> list[Line]:
    """Events with their subjects' names, one query a kind of subject. Fetch with `by` and `personal`."""
    names = _names(events)
    return [
        Line(
            number=event.number,
            moment=event.at,
            who=str(event.by) if event.by_id else "Hệ thống",
            text=_verbs.get(event.verb, OTHER),
            subject=names.get((event.subject_type, event.subject_id), "(không còn)"),
            subject_key=f"{event.subject_type}:{event.subject_id}",
            note=event.note,
            changes=_changes(event),
        )
        for event in events
    ]


def _names(events) -> dict[tuple[str, str], str]:
    wanted: dict[str, set[str]] = {}
    for event in events:
        wanted.setdefault(event.subject_type, set()).add(event.subject_id)
    return {(kind, str(one.pk)): str(one) for kind, keys in wanted.items() for one in _rows(kind, keys)}


def _rows(kind: str, keys: set[str]):
    model = subject_model(kind)
    if model is None:
        return []
    # A membership's name is made of its person and unit: joined, so that a page costs the same for one row and many.
    joined = [name for name in ("user", "unit", "exemplar", "round") if _is_link(model, name)]
    return model._base_manager.filter(pk__in=[key for key in keys if key.isdecimal()]).select_related(*joined)


def subject_model(kind: str) -> type[Model] | None:
    """The model of a subject's kind ("accounts.user"), or None where it is no more."""
    try:
        return apps.get_model(kind)
    except (LookupError, ValueError):
        return None


def subject_of(event: Event) -> Model | None:
    """The record an event is about, if it is still there."""
    return next(iter(_rows(event.subject_type, {event.subject_id})), None)


def subject_name(key: str) -> str:
    """What "accounts.user:5" is called."""
    kind, _, pk = key.partition(":")
    return next((str(one) for one in _rows(kind, {pk})), "(không còn)")


def _is_link(model, name: str) -> bool:
    found = _field(model, name)
    return found is not None and bool(found.many_to_one)


def _field(model, name: str):
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _changes(event: Event) -> list[tuple[str, str | None, str]]:
    model = subject_model(event.subject_type)
    kept = {value.field: value.value for value in event.personal.all()}
    shown: list[tuple[str, str | None, str]] = []
    # In the order of the record's own fields: PostgreSQL keeps an object's keys in an order of its own.
    order = {each.name: place for place, each in enumerate(model._meta.get_fields())} if model else {}
    for name, value in sorted(event.changes.items(), key=lambda fact: (order.get(fact[0], len(order)), fact[0])):
        label = _label(model, name)
        if label is None:
            continue
        if isinstance(value, dict) and set(value) == {"digest"}:
            shown.append((label, None, kept.get(name, "(đã xóa theo yêu cầu)")))
        elif isinstance(value, list) and len(value) == 2:
            shown.append((label, _said(model, name, value[0]), _said(model, name, value[1])))
        else:
            shown.append((label, None, _said(model, name, value)))
    return shown


def _label(model, name: str) -> str | None:
    """What a fact is called in Vietnamese; None for a field that nobody named: its code is not for readers."""
    found = _field(model, name)
    plain = name.replace("_", " ")
    label = str(getattr(found, "verbose_name", plain))
    return label if label != plain else _facts.get(name)


def _said(model, name: str, value) -> str:
    choices = dict(getattr(_field(model, name), "flatchoices", ()) or ())
    if value in choices:
        return str(choices[value])
    if value is None or value == "":
        return "chưa có"
    if isinstance(value, bool):
        return "có" if value else "không"
    return _day(value) if isinstance(value, str) else str(value)


def _day(value: str) -> str:
    try:
        return f"{datetime.strptime(value, '%Y-%m-%d'):%d/%m/%Y}"
    except ValueError:
        return value
