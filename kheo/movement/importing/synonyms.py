"""The one table of what a column header may be called, and the words that say in which unit its numbers are written.

Headers are compared as folded words ("Đơn vị\\nthực hiện" → "don vi thuc hien"), so case, marks and breaks are free.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kheo.core.vietnamese import fold

#: Meaning → the phrases of the table, as folded words. The longest phrase that fits a header decides.
SYNONYMS = {
    meaning: tuple(phrase.strip() for phrase in phrases.replace("\n", " ").split("|"))
    for meaning, phrases in {
        "number": "stt | tt | t t | s t t | so tt | so thu tu | thu tu | no",
        "name": """
            ten mo hinh | ten mh | ten dien hinh | ten mo hinh dien hinh | mo hinh | mo hinh dien hinh | mh | mh dh
            | ten mh dh | ten goi | ten goi mo hinh | ten cong trinh | ten cong trinh phan viec | noi dung mo hinh |
            noi dung dang ky | ten mo hinh dan van kheo | mo hinh dan van kheo | dien hinh dan van kheo | dien hinh
            | ten viec dang ky | cong trinh phan viec | ten noi dung dang ky | ten dvk | mo hinh dvk |
            ten mo hinh dang ky | ten
        """,
        "unit": """
            don vi | don vi thuc hien | don vi chu tri | don vi dang ky | ten don vi | dia phuong |
            dia phuong don vi | don vi dia phuong | xa | xa phuong | xa phuong thi tran | xa phuong dac khu | ten xa
            | ten xa phuong | dang bo | ten dang bo | chi bo dang bo | dang uy | co quan don vi | don vi xay dung |
            co quan chu tri | dia phuong thuc hien | phuong xa | co quan | dv | dvth | don vi xay dung mo hinh |
            to chuc chu tri
        """,
        "unit_code": """
            ma don vi | ma dv | ma xa | ma xa phuong | ma dvhc | ma don vi hanh chinh | ma so don vi | ma dia phuong
            | ma hanh chinh | ma gso
        """,
        "field": """
            linh vuc | thuoc linh vuc | linh vuc dang ky | linh vuc thuc hien | nhom linh vuc | lv |
            linh vuc mo hinh
        """,
        "field_economy": "kinh te | phat trien kinh te | linh vuc kinh te | lv kinh te",
        "field_culture": """
            van hoa xa hoi | vh xh | vhxh | van hoa | linh vuc van hoa xa hoi | phat trien van hoa xa hoi |
            lv van hoa xa hoi
        """,
        "field_defence": """
            quoc phong an ninh | qp an | qpan | an ninh quoc phong | anqp | an qp | quoc phong | an ninh |
            linh vuc quoc phong an ninh | lv quoc phong an ninh | quoc phong va an ninh | dam bao quoc phong an ninh
        """,
        "field_politics": """
            he thong chinh tri | htct | xd htct | xay dung he thong chinh tri | xdhtct |
            xay dung dang he thong chinh tri | xay dung dang va he thong chinh tri |
            linh vuc xay dung he thong chinh tri | xay dung dang | xd he thong chinh tri | xdd va htct |
            xd dang va htct | linh vuc he thong chinh tri
        """,
        "bearer": """
            tap the ca nhan | ca nhan tap the | tt cn | cn tt | loai hinh | chu the | doi tuong | loai doi tuong |
            tap the hay ca nhan | hinh thuc | la tap the hay ca nhan | tap the hoac ca nhan |
            loai hinh tap the ca nhan
        """,
        "bearer_group": "tap the | mo hinh tap the | dien hinh tap the",
        "bearer_person": "ca nhan | dien hinh ca nhan | mo hinh ca nhan",
        "kind": """
            loai | phan loai | loai mo hinh | mo hinh hay dien hinh | loai mo hinh dien hinh
        """,
        "nature": "tinh chat | tinh chat mo hinh | tinh chat cong viec | thoi han",
        "origin": """
            nguon goc | mo hinh moi tiep tuc | moi tiep tuc | moi duy tri nhan rong | dang ky moi tiep tuc | moi cu
        """,
        "start": """
            thoi gian bat dau | ngay ra mat | thoi gian ra mat | thoi gian thuc hien | ngay bat dau | bat dau |
            thoi diem | thoi diem bat dau | thoi gian | ngay thuc hien | ngay thanh lap | thoi gian thanh lap |
            thang nam bat dau | nam bat dau | nam thuc hien | nam | ngay khoi dong | thoi gian trien khai |
            ngay trien khai | tu ngay | bat dau tu | thoi diem ra mat | ra mat | ngay thang | ngay thang nam |
            bat dau thuc hien | tg bat dau | thoi gian xay dung | nam xay dung
        """,
        "results": """
            ket qua | ket qua noi bat | ket qua thuc hien | ket qua dat duoc | ket qua hieu qua | hieu qua |
            thanh tich | ket qua huy dong | ket qua chu yeu | noi dung ket qua | noi dung | tom tat ket qua |
            ket qua cu the | noi dung thuc hien | tom tat noi dung | noi dung va ket qua | nguon luc huy dong |
            hieu qua mang lai | mo ta
        """,
        "land": """
            dat hien | hien dat | dien tich dat | dien tich | dat | dien tich hien | dien tich dat hien |
            so dat hien | dien tich hien dat | dat dai | so m2 dat | m2 dat | dt dat hien | tong dien tich dat hien
        """,
        "labour": """
            ngay cong | so ngay cong | cong lao dong | lao dong | ngay cong lao dong | so cong | tong ngay cong |
            so ngay cong lao dong | cong | ngay cong dong gop
        """,
        "money": """
            kinh phi | so tien | tien | kinh phi van dong | tong kinh phi | tien mat | kinh phi huy dong |
            kinh phi thuc hien | so tien huy dong | so tien van dong | nguon kinh phi | von | tri gia | gia tri |
            tong gia tri | tong tri gia | von huy dong | dong gop bang tien | tien van dong | tong so tien |
            thanh tien | kinh phi xa hoi hoa
        """,
        "households": """
            so ho | ho tham gia | so ho tham gia | so ho dan | ho dan | ho | so luong ho | ho gia dinh |
            so ho gia dinh | ho dan tham gia | tong so ho
        """,
        "beneficiaries": """
            so nguoi huong loi | nguoi huong loi | nguoi thu huong | so nguoi thu huong | so nguoi duoc huong loi |
            so luong nguoi huong loi | doi tuong huong loi | nguoi dan huong loi | so nguoi dan huong loi
        """,
        "members": """
            hoi vien | so hoi vien | thanh vien | so thanh vien | doan vien hoi vien | so doan vien hoi vien |
            doan vien | so hoi vien tham gia | so doan vien | hoi vien tham gia | thanh vien tham gia |
            so luong thanh vien
        """,
        "person": """
            ho ten | ho va ten | ten ca nhan | nguoi phu trach | nguoi dai dien | can bo phu trach | nguoi dung dau
            | ten tap the ca nhan | dong chi phu trach | cap uy vien phu trach | ten ca nhan tap the |
            ho ten ca nhan
        """,
        "place": """
            dia diem | noi thuc hien | thon | khu pho | thon khu pho | dia ban | dia chi | dia diem thuc hien |
            thon to | dia ban thuc hien | thon ban | khu dan cu | thon ban khu pho | ap | to dan pho
        """,
        "participants": """
            luc luong tham gia | thanh phan tham gia | don vi phoi hop | co quan phoi hop | luc luong phoi hop |
            phoi hop | to chuc tham gia | luc luong | thanh phan
        """,
        "note": "ghi chu | gc | luu y | chu thich | y kien",
        # What begins like a known header and means something else; such a column is kept as it is, beside the rest.
        "": """
            don vi tinh | dvt | thoi gian ket thuc | thoi gian hoan thanh | ngay ket thuc | ngay hoan thanh |
            nam sinh | ngay sinh | so dien thoai | dien thoai | thoi gian dang ky | don vi cong nhan | so quyet dinh
            | ngay quyet dinh | huyen | tinh | so nguoi tham gia | kinh phi con thieu | ten nguoi lap |
            thoi gian bao cao | don vi tai tro
        """,
    }.items()
}

#: Short marks that mean a field only under a header “Lĩnh vực” or beside each other.
FIELD_MARKS = {
    "field_economy": ("kt",),
    "field_culture": ("vh", "xh", "vhxh"),
    "field_defence": ("qp", "an"),
    "field_politics": ("ct", "xdd", "xdct"),
}
BEARER_MARKS = {"bearer_group": ("tt",), "bearer_person": ("cn",)}

MEANINGS = tuple(meaning for meaning in SYNONYMS if meaning)
TITLES = {
    "number": "Số thứ tự",
    "name": "Tên mô hình, điển hình",
    "unit": "Đơn vị",
    "unit_code": "Mã đơn vị",
    "field": "Lĩnh vực",
    "field_economy": "Lĩnh vực: Kinh tế (đánh dấu)",
    "field_culture": "Lĩnh vực: Văn hóa - xã hội (đánh dấu)",
    "field_defence": "Lĩnh vực: Quốc phòng - an ninh (đánh dấu)",
    "field_politics": "Lĩnh vực: Xây dựng hệ thống chính trị (đánh dấu)",
    "bearer": "Tập thể hay cá nhân",
    "bearer_group": "Tập thể (đánh dấu)",
    "bearer_person": "Cá nhân (đánh dấu)",
    "kind": "Mô hình hay điển hình",
    "nature": "Tính chất",
    "origin": "Mới, tiếp tục hay nhân rộng",
    "start": "Thời gian bắt đầu",
    "results": "Kết quả (đọc số trong câu)",
    "land": "Đất hiến",
    "labour": "Ngày công",
    "money": "Kinh phí",
    "households": "Số hộ tham gia",
    "beneficiaries": "Số người hưởng lợi",
    "members": "Số hội viên, đoàn viên",
    "person": "Người thực hiện, phụ trách",
    "place": "Địa điểm",
    "participants": "Lực lượng tham gia",
    "note": "Ghi chú",
}

#: Unit words of a header → what one written unit is worth in the unit Khéo stores (đồng, m²).
MONEY_UNITS = (
    (re.compile(r"\bty( dong)?\b"), 1_000_000_000),
    (re.compile(r"\btrieu( dong)?\b|\btr ?d(ong)?\b|\btrd\b|\btr\b"), 1_000_000),
    (re.compile(r"\b(nghin|ngan)( dong)?\b|\b1 ?000 ?d(ong)?\b|\bngd\b"), 1_000),
    (re.compile(r"\bdong\b|\bvnd\b|\bd\b"), 1),
)
LAND_UNITS = (
    (re.compile(r"\bkm ?2\b"), 1_000_000),
    (re.compile(r"\bha\b|\bhec ?ta\b"), 10_000),
    (re.compile(r"\b(nghin|ngan) m ?2\b"), 1_000),
    (re.compile(r"\bm ?2\b|\bmet vuong\b"), 1),
)
UNITS = {"money": MONEY_UNITS, "land": LAND_UNITS}
# Outside brackets these words are too weak: folded, “vận động” ends like “đồng”, and “tỷ lệ” begins like “tỷ”.
WEAK = frozenset({"dong", "d", "vnd", "ty"})

_EXACT = {phrase: meaning for meaning, phrases in SYNONYMS.items() for phrase in phrases}
_BY_LENGTH = sorted(_EXACT, key=lambda phrase: -len(phrase))
# A one-word phrase is too weak to decide from the middle of a header ("Công an xã" is no labour column).
_INNER = [phrase for phrase in _BY_LENGTH if " " in phrase]
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_BRACKETED = re.compile(r"[(\[].*?[)\]]", re.DOTALL)
MAX_HEADER = 150


@lru_cache(maxsize=20_000)
def words(text: str) -> str:
    """Folded words of a text with single spaces, nothing but letters and digits: "Tên M.H, Đ.H" → "ten m h d h"."""
    return _NOT_A_LETTER.sub(" ", fold(text)).strip()


@lru_cache(maxsize=20_000)
def meaning_of(header: str) -> str | None:
    """What a header means: a key of `SYNONYMS`, "" for a known header of no use here, None for an unknown one."""
    if not header or len(header) > MAX_HEADER:
        return None
    said = words(_BRACKETED.sub(" ", header)) or words(header)
    if said in _EXACT:
        return _EXACT[said]
    padded = f" {said} "
    for phrase in _BY_LENGTH:
        if " " in phrase and said.startswith(phrase + " "):
            return _EXACT[phrase]
    for phrase in _INNER:
        if f" {phrase} " in padded and 2 * len(phrase) >= len(said):
            return _EXACT[phrase]
    return None


def scale_of(meaning: str, header: str) -> int | None:
    """How many đồng or m² one written unit is worth, by the words of the header; None when it says nothing."""
    bracketed = words(" ".join(_BRACKETED.findall(header)))
    said = words(_BRACKETED.sub(" ", header))
    for text, weak_counts in ((bracketed, True), (said, False)):
        for pattern, worth in UNITS.get(meaning, ()):
            found = pattern.search(text)
            if found and (weak_counts or found[0] not in WEAK):
                return worth
    return None
