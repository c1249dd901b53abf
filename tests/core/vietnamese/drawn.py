"""What the property tests of Vietnamese text draw from."""

import unicodedata

from hypothesis import settings
from hypothesis import strategies as st

moderately = settings(deadline=None, derandomize=True, max_examples=100)

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
TONED = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
LETTERS = [*TONED, *"bcdđghklmnpqrstvx"]

WORDS = """dân vận khéo hòa thủy khỏe quý hoàn thuỳnh nghiêng giếng quốc đường đất đỏ xã thôn tổ tự quản an ninh trật tự
    Triệu Phong Quảng Trị Cửa Việt Ái Tử Bích La Đâu Kênh hiến đổi ngõ nhờ bưởi những loẹt xòe tụy lũy hóa họa tỏa lòe
    oà uỷ khuya ngoằn ngoèo chuyện khuỷu xoong""".split()

vietnamese = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
letters = st.text(st.sampled_from([*LETTERS, " "]), max_size=40)
any_text = vietnamese | letters | st.text(max_size=60)
