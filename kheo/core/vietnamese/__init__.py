"""Vietnamese text: spelling, order, old encodings; numbers, amounts and dates as people write them. Knows no Django."""

from kheo.core.vietnamese.dates import NotADate, PartialDate, format_date, read_date
from kheo.core.vietnamese.legacy import decode, from_tcvn3, from_vni, looks_tcvn3, looks_vni
from kheo.core.vietnamese.numerals import NotANumber, format_number, read_number
from kheo.core.vietnamese.proofreading import Kind, Mark, mended, proofread
from kheo.core.vietnamese.quantities import SAO_M2, Quantity, find_quantities, read_quantity, to_m2
from kheo.core.vietnamese.sorting import SORT_KEY_LENGTH, sort_key
from kheo.core.vietnamese.syllables import Syllable, is_syllable, syllables
from kheo.core.vietnamese.text import clean, fold, nfc, slug
from kheo.core.vietnamese.tones import exact_key, normal_tone, tone_placement
from kheo.core.vietnamese.words import NEGATIVE, in_words

__all__ = [
    "NEGATIVE",
    "SAO_M2",
    "SORT_KEY_LENGTH",
    "Kind",
    "Mark",
    "NotADate",
    "NotANumber",
    "PartialDate",
    "Quantity",
    "Syllable",
    "clean",
    "decode",
    "exact_key",
    "find_quantities",
    "fold",
    "format_date",
    "format_number",
    "from_tcvn3",
    "from_vni",
    "in_words",
    "is_syllable",
    "looks_tcvn3",
    "looks_vni",
    "mended",
    "nfc",
    "normal_tone",
    "proofread",
    "read_date",
    "read_number",
    "read_quantity",
    "slug",
    "sort_key",
    "syllables",
    "to_m2",
    "tone_placement",
]
