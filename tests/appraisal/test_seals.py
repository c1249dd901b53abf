"""Codes of certificates: read back from any way of writing them; nothing changed, cut or forged is taken."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kheo.appraisal import keys, seals
from kheo.appraisal.seals import ALPHABET, LENGTH, Claim, Kind, Refused

CLAIM = Claim(Kind.RECOGNITION, 4021, b"12345678")
CODE, _ = seals.sign(CLAIM)


@pytest.fixture
def folder(tmp_path, settings):
    """A key folder of the test's own."""
    settings.CERTIFICATE_KEYS = tmp_path / "keys"
    keys.forget()
    yield settings.CERTIFICATE_KEYS
    settings.CERTIFICATE_KEYS = tmp_path / "gone"
    keys.forget()


def test_a_code_says_what_was_signed_whatever_way_it_is_written():
    spaced = " ".join(CODE[start : start + 8].lower() for start in range(0, LENGTH, 8))
    mistaken = CODE.replace("1", "l").replace("0", "o")

    assert len(CODE) == LENGTH
    assert [seals.read(way) for way in (CODE, CODE.lower(), spaced, mistaken)] == [CLAIM] * 4


@given(kind=st.sampled_from(Kind), pk=st.integers(1, 2**32 - 1), digest=st.binary(min_size=8, max_size=8))
def test_every_claim_is_read_back(kind, pk, digest):
    claim = Claim(kind, pk, digest)

    assert seals.read(seals.sign(claim)[0]) == claim


@given(place=st.integers(0, LENGTH - 1), letter=st.sampled_from(ALPHABET))
def test_any_changed_letter_is_refused(place, letter):
    if CODE[place] != letter:
        with pytest.raises(Refused, match="KHÔNG do hệ thống cấp"):
            seals.read(CODE[:place] + letter + CODE[place + 1 :])


@given(length=st.integers(0, LENGTH - 1))
def test_any_cut_code_is_refused(length):
    with pytest.raises(Refused, match=f"Mã bị thiếu: có {length}/128"):
        seals.read(CODE[:length])


@given(extra=st.text(ALPHABET, min_size=1, max_size=40))
def test_any_longer_code_is_refused(extra):
    with pytest.raises(Refused, match="Mã thừa ký tự"):
        seals.read(CODE + extra)


@given(st.text(max_size=300))
def test_any_text_is_refused_with_a_sentence(text):
    with pytest.raises(Refused) as reason:
        seals.read(text)
    assert str(reason.value).startswith(("Mã", "Số"))


def test_a_code_of_another_key_is_refused():
    stranger = Ed25519PrivateKey.generate()
    message = bytes([0x11]) + keys.current().public.mark + (1).to_bytes(4, "big") + b"12345678"

    with pytest.raises(Refused, match="chữ ký không đúng"):
        seals.read(seals._letters(message + stranger.sign(message)))
    own_mark = keys.PublicKey("x", stranger.public_key()).mark
    message = bytes([0x11]) + own_mark + message[4:]
    with pytest.raises(Refused, match="khóa mà máy chủ không có"):
        seals.read(seals._letters(message + stranger.sign(message)))


SHORT = seals.new_short()


def test_a_short_number_is_twelve_letters_in_three_groups():
    assert len(SHORT) == 12
    assert seals.read_short(seals.plain(seals.grouped(SHORT).lower())) == SHORT
    assert seals.grouped("ABCDEFGHJKMN") == "ABCD-EFGH-JKMN"


@given(place=st.integers(0, 11), letter=st.sampled_from(ALPHABET))
def test_any_changed_letter_of_a_short_number_is_found(place, letter):
    if SHORT[place] != letter:
        with pytest.raises(Refused, match="gõ nhầm"):
            seals.read_short(SHORT[:place] + letter + SHORT[place + 1 :])


@given(st.text(ALPHABET, min_size=10, max_size=10), st.integers(0, 8))
def test_two_neighbours_exchanged_are_found(chance, place):
    number = chance + seals._check(chance)
    turned = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    if turned != number:
        with pytest.raises(Refused):
            seals.read_short(turned)


def test_the_first_key_is_made_once_and_for_the_server_alone(folder):
    with ThreadPoolExecutor(8) as pool:
        marks = set(pool.map(lambda _: keys.current().public.mark, range(8)))

    (secret,) = folder.glob("*.key")
    assert len(marks) == 1
    assert (secret.name, stat.S_IMODE(secret.stat().st_mode)) == ("0001.1.key", 0o600)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.glob("*.pub")] == ["0001.1.pub"]


def test_a_new_key_signs_and_the_former_one_still_proves(folder):
    old, first = seals.sign(CLAIM)
    keys.rotate("2027")
    new, second = seals.sign(CLAIM)
    (folder / "0001.1.key").unlink()  # the former private key may be thrown away
    keys.forget()

    assert (first, second) == ("1", "2027")
    assert (seals.read(old), seals.read(new)) == (CLAIM, CLAIM)


@pytest.mark.parametrize(
    ("name", "said"), [("1", "Đã có"), ("năm", "không dấu"), ("", "không dấu"), ("a/b", "không dấu")]
)
def test_a_key_has_a_fit_name_of_its_own(folder, name, said):
    keys.current()

    with pytest.raises(keys.BadKey, match=said):
        keys.rotate(name)
    assert len(list(folder.glob("*.key"))) == 1


def test_a_key_made_by_another_process_is_known(folder):
    keys.current()
    code, _ = seals.sign(CLAIM)
    known = keys._public(str(folder))
    stranger = Ed25519PrivateKey.generate()
    assert keys.by_mark(keys.PublicKey("x", stranger.public_key()).mark) is None

    keys.rotate("2027")

    assert keys.current().public.mark not in known
    assert keys.by_mark(keys.current().public.mark).name == "2027"
    assert seals.read(code) == CLAIM
