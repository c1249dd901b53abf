"""Names of bodies and papers that are no more, with the day since when, what there is now and where that is said.

Facts only as collected from public pages (the address stands in each row); what is uncertain is not in the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kheo.core.vietnamese.proofreading.marks import Kind, Mark
from kheo.core.vietnamese.proofreading.passages import CAPITAL_LETTERS, quotations

_NAME = rf"(?: [{CAPITAL_LETTERS}][^\W\d_]*){{1,3}}"
_UY = "(?:ủy|uỷ)"

_HAI_CAP = "https://xaydungchinhsach.chinhphu.vn/print/huong-dan-thanh-lap-dang-bo-xa-phuong-dac-khu-sau-sap-nhap-sap-xep-don-vi-hanh-chinh-cap-xa-119250424170922694.htm"
_HOP_NHAT = "https://lite.baomoi.com/bac-giang-hop-nhat-ban-tuyen-giao-tinh-uy-va-ban-dan-van-tinh-uy-c51478286.epi"
_QD_399 = "https://lsvn.vn/thong-nhat-he-thong-van-ban-cua-dang-theo-quy-dinh-moi-cua-ban-bi-thu-a168642.html"
_LUAT_91 = "https://vneconomy.vn/nhung-diem-moi-trong-luat-bao-ve-du-lieu-ca-nhan-tu-112026.htm"
_ND_152 = "https://baomoi.net.vn/phan-cap-phan-quyen-trong-linh-vuc-thi-dua-khen-thuong-c52500550.epi"


@dataclass(frozen=True)
class Gone:
    """A name that new writing should not use: from `since` on, with what to say instead.

    `source` is a public address, or "" where several texts that restate the rule agree on number and day.
    `is_paper`: a resolution, decree or rule; its own year says nothing on when the sentence plays.
    """

    pattern: re.Pattern[str]
    since: date
    advice: str
    source: str
    mend: str | None = None
    is_paper: bool = False


def _body(pattern: str, since: date, advice: str, source: str, mend: str | None = None) -> Gone:
    return Gone(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), since, advice, source, mend)


def _paper(pattern: str, since: date, advice: str, source: str) -> Gone:
    return Gone(re.compile(rf"(?<![\w/-])(?:{pattern})(?!\w)"), since, advice, source, is_paper=True)


def _decree(number: str) -> str:
    return rf"{number}/NĐ-CP|(?:(?<=Nghị định )|(?<=Nghị định số )){number}(?!/)"


_NO_DISTRICT = date(2025, 7, 1)
_MERGED = date(2025, 3, 1)  # the latest of the days found; the first were in early February

GONE = (
    _body(
        rf"Ban Dân vận(?! (?:Huyện|Quận|Thị|Đảng) {_UY})",
        _MERGED,
        "Từ đầu năm 2025, Ban Dân vận đã hợp nhất với Ban Tuyên giáo thành Ban Tuyên giáo và Dân vận.",
        _HOP_NHAT,
        "Ban Tuyên giáo và Dân vận",
    ),
    _body(
        rf"Ban Tuyên giáo(?= (?:Tỉnh|Thành) {_UY}|\ Trung ương(?! (?:Đoàn|Hội)))",
        _MERGED,
        "Từ đầu năm 2025, Ban Tuyên giáo đã hợp nhất với Ban Dân vận thành Ban Tuyên giáo và Dân vận.",
        _HOP_NHAT,
        "Ban Tuyên giáo và Dân vận",
    ),
    _body(
        rf"(?:Ban (?:Dân vận|Tuyên giáo|Thường vụ) )?(?:Huyện|Quận|Thị) {_UY}",
        _NO_DISTRICT,
        "Đảng bộ cấp huyện kết thúc hoạt động từ 01/7/2025; nay là đảng ủy xã, phường, đặc khu hoặc cơ quan của tỉnh.",
        _HAI_CAP,
    ),
    _body(
        rf"(?:UBND|HĐND|{_UY.replace('ủ', 'Ủ').replace('u', 'U')} ban nhân dân|Hội đồng nhân dân) (?:huyện|quận|thị xã)",
        _NO_DISTRICT,
        "Chính quyền cấp huyện kết thúc hoạt động từ 01/7/2025; nay là xã, phường, đặc khu hoặc cơ quan của tỉnh.",
        _HAI_CAP,
    ),
    _body(
        "cấp huyện",
        _NO_DISTRICT,
        "Từ 01/7/2025 không còn cấp huyện; chỉ còn cấp tỉnh và cấp xã.",
        _HAI_CAP,
    ),
    _body(
        rf"(?:[Hh]uyện|[Tt]hị xã){_NAME}",
        _NO_DISTRICT,
        "Từ 01/7/2025 không còn huyện, thị xã; nên ghi xã, phường, đặc khu nay có, hoặc “huyện … (cũ)”.",
        _HAI_CAP,
    ),
    _body(
        rf"[Tt]hị trấn{_NAME}",
        _NO_DISTRICT,
        "Từ 01/7/2025 cấp xã chỉ có xã, phường, đặc khu; nên ghi tên nay, hoặc “thị trấn … (cũ)”.",
        _HAI_CAP,
    ),
    _paper(
        r"36[-–]HD/VPTW",
        date(2026, 5, 27),
        "Hướng dẫn 36-HD/VPTW năm 2018 về thể thức văn bản của Đảng đã được thay bằng Hướng dẫn 05-HD/VPTW ngày 27/5/2026.",
        "",
    ),
    _paper(
        r"66[-–]QĐ/TW",
        date(2026, 1, 9),
        "Quy định 66-QĐ/TW năm 2017 về thể loại văn bản của Đảng đã được thay bằng Quy định 399-QĐ/TW ngày 09/01/2026.",
        _QD_399,
    ),
    _paper(
        _decree("13/2023"),
        date(2026, 1, 1),
        "Nghị định 13/2023/NĐ-CP đã được thay bằng Nghị định 356/2025/NĐ-CP (theo Luật 91/2025/QH15) từ 01/01/2026.",
        _LUAT_91,
    ),
    _paper(
        _decree("98/2023"),
        date(2025, 6, 14),
        "Về thi đua, khen thưởng nay có Nghị định 152/2025/NĐ-CP ngày 14/6/2025; xem lại căn cứ Nghị định 98/2023/NĐ-CP.",
        _ND_152,
    ),
    _paper(
        _decree("42/2022"),
        date(2026, 7, 1),
        "Nghị định 42/2022/NĐ-CP đã được thay bằng Nghị định 224/2026/NĐ-CP, hiệu lực từ 01/7/2026.",
        "",
    ),
)

_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
_REACH = 240  # letters to each side in which the sentence is sought
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?![\d/])")
_HISTORY = re.compile(
    r"(?<!\w)(?:nguyên|trước đây|trước kia|khi đó|lúc đó|hồi đó|bấy giờ|cũ|ngày trước|tiền thân|nay là|nay thuộc|sáp nhập|hợp nhất|"
    r"giải thể|kết thúc|không còn|không tổ chức|bỏ cấp|sắp xếp|thay thế|bãi bỏ|hết hiệu lực|thay cho)(?!\w)",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"(?<!\w)(?:thay thế|thay cho|thay bằng|bãi bỏ|hết hiệu lực|trước đây|nguyên|cũ)(?!\w)", re.IGNORECASE
)


def gone_names(text: str, on: date) -> Iterator[Mark]:
    """Names no longer used on the day of writing, unless quoted or told as history. A name with no mend is told once."""
    quoted = quotations(text)
    for gone in GONE:
        if on < gone.since:
            continue
        told: set[str] = set()
        for match in gone.pattern.finditer(text):
            if match[0].lower() in told or quoted.cover(match.start()) or _is_history(text, match, gone, on):
                continue
            if gone.mend is None:
                told.add(match[0].lower())
            yield Mark(*match.span(), Kind.BODY, match[0], gone.advice, gone.mend)


def _is_history(text: str, match: re.Match[str], gone: Gone, on: date) -> bool:
    sentence = _sentence(text, match)
    if gone.is_paper:
        return bool(_REPLACED.search(sentence))
    years = (int(year) for year in _YEAR.findall(sentence))
    return bool(_HISTORY.search(sentence)) or any(year <= gone.since.year and year < on.year for year in years)


def _sentence(text: str, match: re.Match[str]) -> str:
    low, high = max(0, match.start() - _REACH), min(len(text), match.end() + _REACH)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, low, match.start())]
    after = _SENTENCE_END.search(text, match.end(), high)
    return text[ends[-1] if ends else low : after.start() if after else high]
