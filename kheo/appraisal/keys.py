"""Keys that sign certificates: Ed25519, kept in `DATA/certificate-keys`, the private ones readable by the server alone.

The newest signs; a former one only checks. A public key is never taken away: it proves what was printed years ago.
"""

import hashlib
import os
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from django.conf import settings

FIRST = "1"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")
MARK_SIZE = 3  # bytes of its digest by which a code names its key
SECRET, OPEN = ".key", ".pub"


class BadKey(Exception):
    """A key cannot be made or read; the text says why."""


@dataclass(frozen=True)
class PublicKey:
    """A key that checks, with its name and the mark by which codes name it."""

    name: str
    key: Ed25519PublicKey

    @property
    def mark(self) -> bytes:
        return hashlib.sha256(self.key.public_bytes_raw()).digest()[:MARK_SIZE]

    def proves(self, signature: bytes, message: bytes) -> bool:
        try:
            self.key.verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """The key that signs now."""

    public: PublicKey
    key: Ed25519PrivateKey

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


def current() -> SigningKey:
    """The newest key; the first one is made when it is first needed."""
    return _current(str(settings.CERTIFICATE_KEYS))


def by_mark(mark: bytes) -> PublicKey | None:
    """The key that a code names, or None."""
    return _public(str(settings.CERTIFICATE_KEYS)).get(mark) or _public_anew().get(mark)


def rotate(name: str) -> SigningKey:
    """Make a new key that signs from now on. Raises `BadKey` for a name that is taken or unfit."""
    if not NAME.fullmatch(name):
        raise BadKey("Tên khóa chỉ gồm chữ không dấu, chữ số và dấu gạch nối, nhiều nhất 40 ký tự.")
    if any(_name(path) == name for path in _folder().glob("*.*")):
        raise BadKey(f"Đã có khóa tên “{name}”.")
    if not _make(name):
        raise BadKey("Một tiến trình khác vừa tạo khóa; hãy xem lại rồi làm lại nếu cần.")
    return current()


def _folder() -> Path:
    folder = Path(settings.CERTIFICATE_KEYS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _make(name: str) -> bool:
    """Write a new pair as the next in order; False where somebody else was first. Never half: linked when whole."""
    folder = _folder()
    number = max((_number(path) for path in folder.glob(f"*{SECRET}")), default=0) + 1
    key = Ed25519PrivateKey.generate()
    stem = folder / f"{number:04d}.{name}"
    made = _put(stem, SECRET, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
    if made:
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        _put(stem, OPEN, public, 0o644)
    forget()
    return made


def _put(stem: Path, suffix: str, content: bytes, mode: int) -> bool:
    path = Path(f"{stem}{suffix}")
    part = path.with_name(f"{uuid4().hex}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    finally:
        part.unlink()
    return True


def _number(path: Path) -> int:
    return int(path.name.partition(".")[0])


def _name(path: Path) -> str:
    return path.name.split(".")[1]


def forget() -> None:
    """Read the folder anew at the next question."""
    _current.cache_clear()
    _public.cache_clear()


def _public_anew() -> dict[bytes, PublicKey]:
    # Another process may have made a key since this one looked.
    forget()
    return _public(str(settings.CERTIFICATE_KEYS))


@lru_cache(maxsize=2)
def _current(folder: str) -> SigningKey:
    found = sorted(_folder().glob(f"*{SECRET}"), key=_number)
    if not found:
        _make(FIRST)
        found = sorted(_folder().glob(f"*{SECRET}"), key=_number)
    key = _private(found[-1])
    return SigningKey(PublicKey(_name(found[-1]), key.public_key()), key)


@lru_cache(maxsize=2)
def _public(folder: str) -> dict[bytes, PublicKey]:
    """All keys that check, by their mark; those of private keys too, should a public file be missing."""
    found = [PublicKey(_name(path), _private(path).public_key()) for path in _folder().glob(f"*{SECRET}")]
    found += [PublicKey(_name(path), _open(path)) for path in _folder().glob(f"*{OPEN}")]
    return {key.mark: key for key in found}


def _private(path: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise BadKey(f"Tệp {path.name} không phải khóa Ed25519.")
    return key


def _open(path: Path) -> Ed25519PublicKey:
    key = load_pem_public_key(path.read_bytes())
    if not isinstance(key, Ed25519PublicKey):
        raise BadKey(f"Tệp {path.name} không phải khóa Ed25519.")
    return key
