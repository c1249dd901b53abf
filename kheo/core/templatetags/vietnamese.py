"""Numbers, days and amounts for a Vietnamese reader; null reads "chưa có". A builtin of every template."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import template
from django.utils import timezone
from django.utils.html import format_html

from kheo.core.vietnamese import format_number

register = template.Library()

NOTHING = "chưa có"
MILLION, BILLION = Decimal(10**6), Decimal(10**9)
HECTARE = Decimal(10_000)
MEGABYTE = Decimal(1024**2)


@register.filter
def number(value, places=None):
    """1234.5 -> "1.234,5"; at most `places` decimals, no idle zeros. Text such as "64/78" passes as it is."""
    if value is None or value == "":
        return NOTHING
    amount = _decimal(value)
    if amount is None:
        return str(value)
    if places is not None:
        amount = _rounded(amount, int(places))
    return format_number(amount)


@register.filter
def count_of(value, noun):
    """1180, "mô hình" -> "1.180 mô hình". Vietnamese has no plural, so one form serves."""
    return NOTHING if value is None else f"{number(value)} {noun}"


@register.filter
def day(value):
    """dd/mm/yyyy, in Hanoi's day."""
    value = _day(value)
    return NOTHING if value is None else f"{value:%d/%m/%Y}"


@register.filter
def month(value):
    """9/2024, for what is known only to the month."""
    value = _day(value)
    return NOTHING if value is None else f"{value.month}/{value.year}"


@register.filter
def moment(value):
    """9:40 22/11/2026, in Hanoi's time."""
    if value is None:
        return NOTHING
    value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value.hour}:{value:%M %d/%m/%Y}"


@register.filter
def since(value, today=None):
    """Since when something has been so: "từ hôm nay", "từ hôm qua", "từ 21/11", "từ 21/11/2025"."""
    value, today = _day(value), today or timezone.localdate()
    if value is None:
        return NOTHING
    near = {0: "từ hôm nay", 1: "từ hôm qua"}.get((today - value).days)
    return near or (f"từ {value:%d/%m}" if value.year == today.year else f"từ {value:%d/%m/%Y}")


@register.filter
def apart(value, today=None):
    """How far a day lies from today, either way: "Hôm nay", "Ngày mai", "Hôm qua", "3 ngày", "4 tháng", "2 năm"."""
    value, today = _day(value), today or timezone.localdate()
    if value is None:
        return NOTHING
    days = (value - today).days
    near = {0: "Hôm nay", 1: "Ngày mai", -1: "Hôm qua"}.get(days)
    if near:
        return near
    days = abs(days)
    return f"{days} ngày" if days < 60 else f"{days // 30} tháng" if days < 730 else f"{days // 365} năm"


@register.filter
def money_text(value):
    """1300000000 -> "1,3 tỷ đồng", 85500000 -> "85,5 triệu đồng"; two decimals at most, smaller amounts in full."""
    amount = _decimal(value)
    if amount is None:
        return NOTHING
    # Compared after rounding, so that 999.999.999 reads "1 tỷ" and not "1.000 triệu".
    if abs(_rounded(amount / MILLION, 2)) >= 1000:
        return f"{number(amount / BILLION, 2)} tỷ đồng"
    if abs(amount) >= MILLION:
        return f"{number(amount / MILLION, 2)} triệu đồng"
    return f"{number(amount)} đồng"


@register.filter
def money(value):
    """As money_text, with every đồng in the title where something was rounded away or shortened."""
    return _with_title(money_text(value), value, "đồng")


@register.filter
def area_text(value):
    """Square metres: 2690 -> "2.690 m²", 4197000 -> "419,7 ha" (from one hectare up, two decimals at most)."""
    amount = _decimal(value)
    if amount is None:
        return NOTHING
    return f"{number(amount / HECTARE, 2)} ha" if abs(amount) >= HECTARE else f"{number(amount, 2)} m²"


@register.filter
def area(value):
    """As area_text, with the square metres in the title."""
    return _with_title(area_text(value), value, "m²")


@register.filter
def file_size(value):
    """Bytes: "1,2 MB", "340 KB"."""
    amount = _decimal(value)
    if amount is None:
        return NOTHING
    return f"{number(amount / MEGABYTE, 1)} MB" if amount >= MEGABYTE else f"{number(amount / 1024, 0)} KB"


@register.filter
def capfirst_vi(value):
    """The first letter large and the rest left alone: "đường" -> "Đường"."""
    text = "" if value is None else str(value)
    return text[:1].upper() + text[1:]


def _with_title(short, value, unit):
    full = f"{number(value)} {unit}"
    return short if short in (full, NOTHING) else format_html('<span title="{}">{}</span>', full, short)


def _decimal(value):
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str) and not value.isdecimal():
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None


def _rounded(amount, places):
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _day(value):
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value if isinstance(value, date) else None
