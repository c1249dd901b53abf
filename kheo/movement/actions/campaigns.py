"""What the movement is run by: campaigns, rounds, themes, directives with targets, priority areas, put and changed."""

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction

from kheo.accounts.access import can_anywhere, require
from kheo.accounts.permissions import WORDS, Permission
from kheo.audit.models import record
from kheo.movement.lifecycle.move import NotYet
from kheo.movement.models import Campaign, Directive, PriorityArea, Round, Target, Theme
from kheo.units.models import Kind

WRITABLE = {
    Campaign: ("name", "unit", "starts", "ends"),
    Round: (
        "campaign", "code", "name", "year", "opens_on", "closes_on", "review_days", "mend_days", "officer_may_file",
    ),
    Theme: ("name",),
    Directive: ("number", "kind", "issuer", "title", "issued_on", "valid_from", "valid_until", "replaced_by", "is_public"),
    PriorityArea: ("unit", "kind", "starts", "ends"),
}  # fmt: skip

# Said where the database holds that such a row can be there once only, or in order only.
TWICE = {
    Campaign: "Ngày kết thúc phải sau ngày bắt đầu.",
    Round: "Mã đợt này đã có, hoặc ngày hết hạn đứng trước ngày bắt đầu nhận đăng ký.",
    Theme: "Chủ đề này đã có.",
    PriorityArea: "Đơn vị này đã có nhãn cùng loại đang còn hiệu lực.",
}


@transaction.atomic
def put(row: models.Model, *, by, **facts) -> models.Model:
    """Save a new row or change one. Who may: where its unit is, or for themes and directives whoever may anywhere.

    Nothing changed leaves no event. Raises `NotYet` for what cannot be.
    """
    kind = type(row)
    if unknown := set(facts) - set(WRITABLE[kind]):
        raise TypeError(f"Not writable here: {sorted(unknown)}")
    if row.pk:
        row = kind.objects.select_for_update(of=("self",)).get(pk=row.pk)
        _allow(row, by)
    changes = {}
    for name, value in facts.items():
        before = _said(row, name)
        if row.pk is None or before != value:
            changes[name] = [_plain(before), _plain(value)]
            setattr(row, name, value)
    _allow(row, by)
    _check(row)
    if not changes:
        return row
    verb = f"{kind._meta.model_name}.{'change' if row.pk else 'add'}"
    _save(row)
    record(verb, row, by=by, **changes)
    return row


@transaction.atomic
def put_targets(directive: Directive, rows: list[dict], *, by) -> list[Target]:
    """Put the targets a directive sets in place of the former; one that outcomes follow is kept (`NotYet`)."""
    directive = Directive.objects.select_for_update(of=("self",)).get(pk=directive.pk)
    _allow(directive, by)
    former = {target.pk: target for target in directive.targets.all()}
    before = _targets_of(directive)
    kept = []
    for row in rows:
        target = former.pop(row.get("pk"), None) or Target(directive=directive)
        target.name, target.measure, target.value = row["name"], row["measure"], row["value"]
        target.save()
        kept.append(target)
    for target in former.values():
        if target.outcomes.exists():
            raise NotYet(f"Chỉ tiêu “{target}” đang có kết quả gắn vào, không bỏ được.")
        target.delete()
    after = _targets_of(directive)
    if before != after:
        record("directive.targets", directive, by=by, targets=[before, after])
    return kept


@transaction.atomic
def put_directive(directive: Directive, rows: list[dict], *, by, **facts) -> Directive:
    """A directive with the targets it sets, both or neither."""
    directive = put(directive, by=by, **facts)
    put_targets(directive, rows, by=by)
    return directive


def _targets_of(directive: Directive) -> list[list]:
    rows = directive.targets.order_by("pk").values_list("name", "measure", "value")
    return [[name, measure, _plain(value)] for name, measure, value in rows]


def _allow(row: models.Model, by) -> None:
    match row:
        case PriorityArea():
            require(by, Permission.PRIORITY_CHANGE, row.unit)
        case Campaign():
            require(by, Permission.CAMPAIGN_CHANGE, row.unit)
        case Round():
            require(by, Permission.CAMPAIGN_CHANGE, row.campaign.unit)
        case _:
            if not can_anywhere(by, Permission.CAMPAIGN_CHANGE):
                raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[Permission.CAMPAIGN_CHANGE]}”.")


def _check(row: models.Model) -> None:
    if isinstance(row, PriorityArea) and row.unit.kind in (Kind.HAMLET, Kind.CELL):
        raise NotYet("Nhãn địa bàn trọng điểm chỉ đặt cho xã, khu, cơ quan; không đặt cho thôn, chi bộ.")
    if isinstance(row, Directive) and row.pk and row.replaced_by_id == row.pk:
        raise NotYet("Văn bản không thể thay thế chính nó.")
    if isinstance(row, PriorityArea) and row.ends and row.ends < row.starts:
        raise NotYet("Ngày kết thúc phải từ ngày bắt đầu trở đi.")


def _save(row: models.Model) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise NotYet(TWICE.get(type(row), "Không lưu được: dữ liệu trùng.")) from None


def _said(row: models.Model, name: str):
    """The value so far; None of a relation that a new row does not have yet."""
    field = row._meta.get_field(name)
    return getattr(row, name) if not field.is_relation or getattr(row, field.attname) else None


def _plain(value):
    return value if value is None or isinstance(value, bool | int | str) else str(value)
