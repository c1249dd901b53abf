"""The trail: one event for each act, append only, chained by hash.

Personal values stand beside it and can be erased.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.utils import timezone

GENESIS = "0" * 64


class ChainHead(models.Model):
    """The last link. Its one row is locked while an event is added, so that two acts never share a predecessor."""

    last_hash = models.CharField(max_length=64, default=GENESIS)
    count = models.PositiveBigIntegerField(default=0)


class Event(models.Model):
    """Who did what to which row, when; no foreign key into the domain (decision 0010)."""

    number = models.PositiveBigIntegerField("số thứ tự", unique=True)
    at = models.DateTimeField("lúc", db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="người")
    verb = models.CharField("việc", max_length=60)
    subject_type = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=40)
    unit_id = models.BigIntegerField(null=True)
    note = models.TextField("ghi chú", blank=True)
    changes = models.JSONField("thay đổi", default=dict, encoder=DjangoJSONEncoder)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "number"], name="audit_subject"),
            models.Index(fields=["unit_id", "number"], name="audit_unit"),
        ]

    def __str__(self):
        return f"{self.number}. {self.verb}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise TypeError("An event is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("An event is never removed.")

    def computed_hash(self) -> str:
        """SHA-256 over the predecessor's hash and every kept fact of this event."""
        facts = [
            self.number, self.at.isoformat(), self.by_id, self.verb, self.subject_type, self.subject_id,
            self.unit_id, self.note, self.changes, self.previous,
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class PersonalValue(models.Model):
    """A personal value of an event, which keeps its keyed digest; with this row erased nobody can match that digest."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="personal")
    field = models.CharField(max_length=60)
    value = models.TextField()
    key = models.CharField(max_length=64)

    def __str__(self):
        return f"{self.event_id}.{self.field}"


def digest(key: str, value: str) -> str:
    """HMAC-SHA-256 of a personal value under its own random key (hex)."""
    return hmac.new(bytes.fromhex(key), value.encode(), hashlib.sha256).hexdigest()


_listeners: list[Callable[["Event", models.Model], None]] = []


def listen(function: Callable[["Event", models.Model], None]) -> None:
    """Have a function of an upper room called with each event and its subject, in the transaction that records it."""
    if function not in _listeners:
        _listeners.append(function)


def take_turn() -> None:
    """Lock the last link for the rest of the transaction.

    An act that locks several rows, or may be called inside another that has recorded already, takes its turn before
    it locks any: else two such acts could each hold what the other waits for.
    """
    ChainHead.objects.get_or_create(pk=1)
    ChainHead.objects.select_for_update().get(pk=1)


def record(verb: str, subject: models.Model, *, by, note: str = "", personal: dict[str, str] | None = None, **changes):
    """Add one event in the caller's transaction and return it.

    `verb` is "noun.verb"; `changes` holds [before, after] pairs or plain facts that JSON can hold;
    `personal` holds values of persons: the event keeps only their digests.
    """
    with transaction.atomic():
        ChainHead.objects.get_or_create(pk=1)
        head = ChainHead.objects.select_for_update().get(pk=1)
        kept = json.loads(json.dumps(changes, cls=DjangoJSONEncoder))
        values = [(field, str(value), secrets.token_hex(32)) for field, value in (personal or {}).items() if value]
        kept |= {field: {"digest": digest(key, value)} for field, value, key in values}
        event = Event(
            number=head.count + 1, at=timezone.now(), by=by if by and by.pk else None, verb=verb,
            subject_type=subject._meta.label_lower, subject_id=str(subject.pk), unit_id=_unit_of(subject),
            note=note, changes=kept, previous=head.last_hash,
        )  # fmt: skip
        event.hash = event.computed_hash()
        event.save()
        PersonalValue.objects.bulk_create(
            PersonalValue(event=event, field=field, value=value, key=key) for field, value, key in values
        )
        head.last_hash, head.count = event.hash, event.number
        head.save()
        for hear in _listeners:
            hear(event, subject)
    return event


def _unit_of(subject: models.Model) -> int | None:
    if subject._meta.label_lower == "units.unit":
        return subject.pk
    return getattr(subject, "unit_id", None)


def erase_personal(subject: models.Model, *, by, note: str) -> int:
    """Erase the personal values kept for a subject; its events and their chain stay whole. Returns how many went."""
    gone, _ = PersonalValue.objects.filter(
        event__subject_type=subject._meta.label_lower, event__subject_id=str(subject.pk)
    ).delete()
    record("audit.erase_personal", subject, by=by, note=note, erased=gone)
    return gone


def breaks(*, batch: int = 2000) -> Iterator[str]:
    """Walk the chain and yield a Vietnamese sentence for each place where it does not hold."""
    previous, expected = GENESIS, 1
    for event in Event.objects.order_by("number").iterator(batch):
        if event.number != expected:
            yield f"Thiếu sự kiện từ số {expected} đến số {event.number - 1}."
        if event.previous != previous:
            yield f"Sự kiện số {event.number} không nối với sự kiện đứng trước."
        if event.hash != event.computed_hash():
            yield f"Sự kiện số {event.number} đã bị sửa sau khi ghi."
        previous, expected = event.hash, event.number + 1
    yield from _tail_breaks(previous, expected - 1)
    yield from _value_breaks(batch)


def _tail_breaks(last_hash: str, count: int) -> Iterator[str]:
    head = ChainHead.objects.filter(pk=1).first()
    if (head.last_hash, head.count) != (last_hash, count) if head else count:
        yield "Cuối chuỗi không khớp: có sự kiện đã bị xóa hoặc thêm ngoài phần mềm."


def _value_breaks(batch: int) -> Iterator[str]:
    for value in PersonalValue.objects.select_related("event").iterator(batch):
        if value.event.changes.get(value.field) != {"digest": digest(value.key, value.value)}:
            yield f"Giá trị cá nhân “{value.field}” của sự kiện số {value.event.number} đã bị sửa."
