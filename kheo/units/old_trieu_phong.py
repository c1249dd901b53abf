"""What is known of the old district of Triệu Phong: which commune became which, by its own table.

July 2025 is exact; of 2024 only the year is known, and of the time before nothing is written here.
"""

from datetime import date

NEW_PROVINCE = "44"
OLD_PROVINCES = ("tỉnh Quảng Bình", "tỉnh Quảng Trị")
# The old province that the district belonged to.
DISTRICT_PROVINCE = "tỉnh Quảng Trị"
DISTRICT = "huyện Triệu Phong"

SINCE = date(2025, 7, 1)
PROVINCE_DECISION = "Nghị quyết 202/2025/QH15"
COMMUNE_DECISION = "Nghị quyết 1680/NQ-UBTVQH15 ngày 16/06/2025"

# Administrative code of the commune since 7/2025 → what it was made from.
MADE_FROM = {
    "19624": ("thị trấn Ái Tử", "xã Triệu Thành", "xã Triệu Thượng"),
    "19669": ("xã Triệu Ái", "xã Triệu Giang", "xã Triệu Long"),
    "19645": ("xã Triệu Độ", "xã Triệu Thuận", "xã Triệu Hòa", "xã Triệu Đại"),
    "19654": ("xã Triệu Trung", "xã Triệu Tài", "xã Triệu Cơ"),
    "19639": ("xã Triệu Trạch", "xã Triệu Phước", "xã Triệu Tân"),
}

# The mergers of 2024 are known by their year: they are set on its last day and marked as lacking their grounds.
IN_2024 = date(2024, 12, 31)
MADE_IN_2024 = {
    "xã Triệu Tân": ("xã Triệu An", "xã Triệu Vân"),
    "xã Triệu Cơ": ("xã Triệu Sơn", "xã Triệu Lăng"),
}
NOTE_2024 = "Sáp nhập trong năm 2024; chưa đủ căn cứ về ngày, tạm ghi ngày cuối năm."
