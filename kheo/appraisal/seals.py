"""The code of a certificate: what it is about, signed, in letters that a QR code and a hand can carry.

A code is 128 letters of Crockford's base 32 (no I, L, O, U; either case; hyphens and spaces are passed over). Its 80 bytes
are 16 that say what is proved and a signature of 64. A short number of 12 letters, for typing by hand, names the same
certificate: ten by chance and two that catch a slip.
"""

import hashlib
import secrets
from dataclasses import dataclass
from enum import IntEnum

from kheo.appraisal import keys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKS_LIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None, "\t": None, "\n": None, "\r": None})
MESSAGE, SIGNATURE = 16, 64  # bytes
LENGTH, SHORT = 128, 12  # letters
CHANCE = 10  # of the short ones, by chance
CHECK = 1021  # the largest prime below 32 x 32: any one letter changed, or two neighbours exchanged, is found
VERSION = 1


class Kind(IntEnum):
    RECOGNITION = 1
    COMMENDATION = 2


class Refused(Exception):
    """A code proves nothing. Its text is the sentence the reader sees."""


@dataclass(frozen=True)
class Claim:
    """What a code says: of which thing it is, and the digest of what was printed."""

    kind: Kind
    pk: int
    digest: bytes


NOT_A_CODE = "Mã có ký tự lạ (“{letter}”). Mã chỉ gồm chữ số và chữ cái không dấu; xin xem lại."
CUT_OFF = "Mã bị thiếu: có {length}/{whole} ký tự. Xin quét lại mã QR, hoặc gõ đủ 12 ký tự in dưới mã QR."
TOO_LONG = "Mã thừa ký tự: có {length} ký tự, mã đầy đủ có {whole}. Xin xem lại."
SLIP = "Số tra cứu gõ chưa đúng: có chữ gõ nhầm hoặc đổi chỗ. Xin xem lại từng chữ."
FORGED = "Mã này KHÔNG do hệ thống cấp: chữ ký không đúng. Giấy có thể bị làm giả, hoặc mã bị sửa, bị đọc sai một chữ."
NOT_OURS = "Mã này KHÔNG do hệ thống cấp, hoặc cấp bằng một khóa mà máy chủ không có. Xin hỏi cơ quan ghi trên giấy."


def digest_of(*facts: object) -> bytes:
    """Eight bytes that stand for what was printed."""
    joined = "\x1f".join(map(str, facts))
    return hashlib.sha256(joined.encode()).digest()[:8]


def sign(claim: Claim) -> tuple[str, str]:
    """The code of a claim and the name of the key that signed it."""
    key = keys.current()
    head = bytes([VERSION << 4 | claim.kind])
    message = head + key.public.mark + claim.pk.to_bytes(4, "big") + claim.digest
    return _letters(message + key.sign(message)), key.public.name


def read(code: str) -> Claim:
    """What a whole code proves. Raises `Refused`."""
    letters = plain(code)
    if len(letters) != LENGTH:
        words = CUT_OFF if len(letters) < LENGTH else TOO_LONG
        raise Refused(words.format(length=len(letters), whole=LENGTH))
    raw = _bytes(letters)
    message, signature = raw[:MESSAGE], raw[MESSAGE:]
    key = keys.by_mark(message[1 : 1 + keys.MARK_SIZE])
    version, kind = divmod(message[0], 16)
    if version != VERSION or kind not in set(Kind) or key is None:
        raise Refused(NOT_OURS)
    if not key.proves(signature, message):
        raise Refused(FORGED)
    return Claim(Kind(kind), int.from_bytes(message[4:8], "big"), message[8:])


def plain(code: str) -> str:
    """Letters of a code as they are kept. Raises `Refused` for one that can stand in none."""
    letters = code.upper().translate(LOOKS_LIKE)
    if strange := next((letter for letter in letters if letter not in ALPHABET), ""):
        raise Refused(NOT_A_CODE.format(letter=strange))
    return letters


def new_short() -> str:
    """A short number that nobody can guess."""
    chance = "".join(secrets.choice(ALPHABET) for _ in range(CHANCE))
    return chance + _check(chance)


def read_short(letters: str) -> str:
    """The same number, where its last two letters fit the others. Raises `Refused`."""
    if _check(letters[:CHANCE]) != letters[CHANCE:]:
        raise Refused(SLIP)
    return letters


def grouped(short: str) -> str:
    """As it is printed: ABCD-EFGH-JKMN."""
    return "-".join(short[start : start + 4] for start in range(0, len(short), 4))


def _check(chance: str) -> str:
    number = sum(ALPHABET.index(letter) * pow(32, place, CHECK) for place, letter in enumerate(chance, 2))
    high, low = divmod(-number % CHECK, 32)
    return ALPHABET[high] + ALPHABET[low]


def _letters(raw: bytes) -> str:
    number = int.from_bytes(raw, "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(len(raw) * 8 // 5)))


def _bytes(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number << 5 | ALPHABET.index(letter)
    return number.to_bytes(len(letters) * 5 // 8, "big")
