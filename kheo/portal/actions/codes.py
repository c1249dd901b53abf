"""The tracking code of a letter: ten letters, the last of which checks the others. Only its digest is kept."""

import hashlib

from django.utils.crypto import salted_hmac

from kheo.core.vietnamese import fold

# No I, L, O: on paper they are taken for each other and for 1 and 0. A prime number of letters, so that the check letter
# finds every single wrong letter and every pair that changed places.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10


def code_of(mark: str) -> str:
    """The code that belongs to one opened form: the same form sent twice leads to the same letter."""
    number = int.from_bytes(salted_hmac("kheo.letter_code", mark, algorithm="sha256").digest())
    letters = ""
    for _ in range(LENGTH - 1):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return letters + _check(letters)


def read(text: str) -> str:
    """A code as somebody typed it, in capitals and without what divides it."""
    return "".join(letter for letter in fold(text).upper() if letter.isalpha())[: LENGTH * 2]


def is_code(code: str) -> bool:
    """Could this have been given out? False for a slip of the pen."""
    known = len(code) == LENGTH and set(code) <= set(ALPHABET)
    return known and _check(code[:-1]) == code[-1]


def shown(code: str) -> str:
    """ABCDE-FGHJK."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def digest(code: str) -> str:
    return hashlib.sha256(salted_hmac("kheo.letter", code, algorithm="sha256").digest()).hexdigest()


def _check(letters: str) -> str:
    total = sum(place * ALPHABET.index(letter) for place, letter in enumerate(letters, 1))
    return ALPHABET[total % len(ALPHABET)]
