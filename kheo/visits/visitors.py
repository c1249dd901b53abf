"""Who a visitor is: a keyed hash that lasts a day. The address goes in, and nothing that could be turned back comes out."""

import secrets
from datetime import date
from hashlib import blake2b

from kheo.visits.models import Salt

_salts: dict[date, bytes] = {}


def salt_of(day: date) -> bytes:
    """The secret of a day, the same in every process; made by whoever asks first."""
    found = _salts.get(day)
    if found is None:
        row, _ = Salt.objects.get_or_create(day=day, defaults={"secret": secrets.token_bytes(32)})
        found = bytes(row.secret)
        forget()
        _salts[day] = found
    return found


def earlier_salt(day: date) -> bytes | None:
    """The secret of a day that is over, while it is not deleted yet."""
    row = Salt.objects.filter(day=day).first()
    return bytes(row.secret) if row else None


def hash_of(salt: bytes, *parts: str) -> int:
    """64 bits, as databases hold them."""
    text = "\0".join(parts).encode(errors="replace")
    return int.from_bytes(blake2b(text, key=salt, digest_size=8).digest(), signed=True)


def forget() -> None:
    """Ask the database anew; a day that is over leaves the memory too."""
    _salts.clear()
