"""The usual kinds of model behind "Đăng ký theo mẫu": name, what is counted and what to ask oneself, already filled in.

Text that comes from here never counts as a near duplicate of another file.
"""

from dataclasses import dataclass
from typing import NamedTuple


class PatternOutcome(NamedTuple):
    """What such a model is counted by; a resource is counted in the ledger's own measure (đồng, m², ngày công)."""

    name: str
    measure: str
    resource: str | None = None
    main: bool = False


@dataclass(frozen=True)
class Pattern:
    """One usual kind; the keys of field, kind, bearer and nature are those of the register."""

    key: str
    name: str
    field: str
    kind: str
    bearer: str
    nature: str
    summary: str
    prompts: tuple[str, ...]
    outcomes: tuple[PatternOutcome, ...]


def main(name: str, measure: str, resource: str | None = None) -> PatternOutcome:
    """The outcome that is counted first."""
    return PatternOutcome(name, measure, resource, True)


def also(name: str, measure: str, resource: str | None = None) -> PatternOutcome:
    """A further outcome."""
    return PatternOutcome(name, measure, resource)


LAND = also("Đất dân hiến", "m²", "land")
LABOUR = also("Ngày công đóng góp", "ngày công", "labour")
MONEY = also("Tiền vận động ngoài ngân sách", "đồng", "money")

# One pattern is one block to be read against its neighbours.
# fmt: off
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "hien-dat-lam-duong", "Hiến đất mở rộng đường", "economy", "practice", "group", "one_off",
        "Bà con hiến đất, lùi rào để mở rộng đường đi chung.",
        ("Đường dài, rộng bao nhiêu, đi lại vướng ở đâu?", "Bao nhiêu hộ có đất ven đường, nhà nào mất bao nhiêu?",
         "Ai làm trước, ai đến nhà vận động?", "Biên bản hiến đất lập thế nào, ai giữ?"),
        (main("Đất dân hiến", "m²", "land"), also("Đường được mở rộng", "km"), LABOUR, MONEY),
    ),
    Pattern(
        "be-tong-ngo-xom", "Bê tông hóa đường ngõ, xóm", "economy", "practice", "group", "one_off",
        "Nhà nước hỗ trợ xi măng, bà con góp tiền, góp công làm đường ngõ.",
        ("Đoạn nào lầy nhất, bao nhiêu nhà đi qua?", "Góp theo khẩu, theo hộ hay theo khả năng?",
         "Hộ khó khăn được miễn, giảm ra sao?", "Ai giám sát và công khai thu chi?"),
        (main("Đường ngõ, xóm được bê tông", "km"), LABOUR, MONEY, LAND),
    ),
    Pattern(
        "don-dien-doi-thua", "Dồn điền, đổi thửa", "economy", "practice", "group", "one_off",
        "Gom thửa nhỏ thành thửa lớn để đưa máy vào đồng.",
        ("Hiện mỗi hộ bao nhiêu thửa?", "Ruộng tốt, ruộng xấu bù cho nhau thế nào?", "Đã lấy ý kiến mấy lần?"),
        (main("Số thửa sau khi dồn", "thửa"), also("Diện tích được dồn", "ha"), also("Hộ đồng ý phương án", "hộ")),
    ),
    Pattern(
        "lien-ket-san-xuat", "Liên kết sản xuất, bao tiêu nông sản", "economy", "practice", "group", "lasting",
        "Nông dân cùng làm một quy trình, bán chung theo hợp đồng.",
        ("Trồng, nuôi gì, bán cho ai?", "Giá chốt lúc nào?", "Ai làm sai quy trình thì xử lý ra sao?"),
        (main("Diện tích hoặc quy mô có hợp đồng", "ha"), also("Hộ tham gia", "hộ"),
         also("Giá bán cao hơn bán lẻ", "%")),
    ),
    Pattern(
        "to-gop-von", "Tổ góp vốn, giúp nhau làm ăn", "economy", "practice", "group", "lasting",
        "Mỗi người góp một ít, lần lượt cho nhau vay không lấy lãi.",
        ("Mỗi kỳ góp bao nhiêu, ai giữ tiền, ai giữ sổ?", "Ai được vay trước?", "Chậm trả thì tổ giúp thế nào?"),
        (main("Hội viên được vay vốn của tổ", "người"), also("Tiền góp vào quỹ", "đồng", "money"),
         also("Hộ thoát nghèo, cận nghèo", "hộ")),
    ),
    Pattern(
        "con-giong-xoay-vong", "Con giống xoay vòng", "economy", "practice", "group", "lasting",
        "Hộ được nhận con giống chuyển lứa đầu cho hộ khác.",
        ("Con gì, bao nhiêu con ban đầu?", "Ai bình chọn hộ nhận?", "Dịch bệnh, mất mát thì tính sao?"),
        (main("Hộ đang nuôi con giống của quỹ", "hộ"), also("Con giống đã chuyển", "con"), MONEY),
    ),
    Pattern(
        "thu-gom-tai-che", "Thu gom rác tái chế gây quỹ", "culture", "practice", "group", "lasting",
        "Gom chai, lon, giấy bán lấy tiền giúp người khó khăn.",
        ("Đặt điểm gom ở đâu cho tiện tay?", "Bao lâu cân một lần, ai chứng kiến?", "Quỹ giúp ai, ai chọn?"),
        (main("Tiền bán phế liệu", "đồng", "money"), also("Rác tái chế thu gom", "kg"),
         also("Người được giúp", "người")),
    ),
    Pattern(
        "phan-loai-rac", "Phân loại rác tại nhà", "culture", "practice", "group", "lasting",
        "Rác bếp ủ thành phân ngay trong vườn, rác còn lại để đúng chỗ.",
        ("Nhà không có vườn thì làm thế nào?", "Ai đến xem và nhắc?", "Đo lượng rác giảm bằng cách nào?"),
        (main("Hộ phân loại thường xuyên", "hộ"), also("Rác phải chở đi giảm so với trước", "%")),
    ),
    Pattern(
        "duong-xanh-sach", "Tuyến đường xanh, sạch", "culture", "practice", "group", "lasting",
        "Mỗi nhà, mỗi hội nhận chăm một đoạn đường.",
        ("Trồng cây gì hợp đất, mùa khô lấy nước ở đâu?", "Ai chăm đoạn nào?", "Cây chết thì ai dặm?"),
        (main("Đường được chăm sóc thường xuyên", "m"), LABOUR),
    ),
    Pattern(
        "cuoi-tang-van-minh", "Việc cưới, việc tang gọn nhẹ", "culture", "practice", "group", "lasting",
        "Bớt lễ nghi tốn kém, giữ nghĩa tình.",
        ("Bỏ bớt điều gì, giữ lại điều gì?", "Ai đến gặp gia đình, gặp lúc nào?", "Nhà nào làm trước để noi theo?"),
        (main("Đám cưới, đám tang theo quy ước", "%"), also("Hộ ký quy ước", "hộ")),
    ),
    Pattern(
        "khuyen-hoc-do-dau", "Đỡ đầu học sinh khó khăn", "culture", "practice", "group", "lasting",
        "Mỗi chi bộ, cơ quan nhận giúp một vài em đến hết cấp học.",
        ("Chọn em nào, ai xác nhận?", "Giúp gì ngoài tiền?", "Em học xong cấp thì chuyển sang ai?"),
        (main("Học sinh được đỡ đầu thường xuyên", "người"), also("Học sinh bỏ học", "người"), MONEY),
    ),
    Pattern(
        "sua-nha-cho-ho-kho", "Chung tay sửa, dựng nhà", "culture", "practice", "group", "one_off",
        "Góp tiền, góp công giúp hộ khó khăn có nhà ở chắc chắn.",
        ("Bao nhiêu nhà, hộ nào không tự làm được?", "Chủ hộ góp gì?", "Ai nghiệm thu, bàn giao?"),
        (main("Nhà hoàn thành, bàn giao", "nhà"), LABOUR, MONEY),
    ),
    Pattern(
        "thap-sang-duong-que", "Thắp sáng đường làng", "defence", "practice", "group", "lasting",
        "Mỗi nhà nối một bóng đèn ra ngõ để đi lại an toàn, ngừa trộm cắp.",
        ("Đoạn nào tối, hay xảy ra chuyện?", "Ai trả tiền điện, ai thay bóng?", "An toàn điện ai kiểm tra?"),
        (main("Đường được chiếu sáng", "km"), also("Vụ trộm cắp trong năm", "vụ"), MONEY),
    ),
    Pattern(
        "to-tu-quan-an-ninh", "Tổ tự quản về an ninh, trật tự", "defence", "practice", "group", "lasting",
        "Bà con cùng trông xóm, hòa giải sớm, báo tin nhanh.",
        ("Mỗi tổ bao nhiêu hộ?", "Hay xảy ra chuyện gì?", "Báo tin cho ai, trong bao lâu?"),
        (main("Hộ tham gia tổ", "hộ"), also("Vụ việc hòa giải thành", "vụ"), also("Vụ vi phạm trong năm", "vụ")),
    ),
    Pattern(
        "lien-gia-phong-chay", "Tổ liên gia an toàn phòng cháy", "defence", "practice", "group", "lasting",
        "Nhà liền nhà lắp chung chuông báo, có bình chữa cháy và lối thoát thứ hai.",
        ("Khu nào nhà sát nhau, ngõ hẹp?", "Chuông reo thì ai chạy tới?", "Bao lâu tập một lần?"),
        (main("Hộ tham gia tổ", "hộ"), also("Buổi diễn tập", "buổi"), also("Bình chữa cháy dân tự mua", "bình")),
    ),
    Pattern(
        "ung-cuu-mua-lu", "Đội ứng cứu mùa mưa lũ của thôn", "defence", "practice", "group", "lasting",
        "Biết trước nhà nào có người yếu, nước lên là có người đến.",
        ("Nhà nào cần đưa đi trước?", "Phương tiện để ở đâu, ai giữ?", "Đã bấm giờ diễn tập chưa?"),
        (main("Thời gian đưa hết người yếu đến chỗ an toàn", "phút"), also("Thôn, xóm có đội", "thôn"), MONEY),
    ),
    Pattern(
        "mot-cua-luu-dong", "Làm giấy tờ tại thôn", "politics", "practice", "group", "lasting",
        "Cán bộ mang máy về thôn nhận và trả hồ sơ cho người già, người ở xa.",
        ("Thôn nào xa, ai khó đi?", "Ai kiểm giấy trước?", "Bao nhiêu hồ sơ phải quay lại?"),
        (main("Hồ sơ nhận tại thôn trả đúng hẹn", "%"), also("Hồ sơ nhận tại thôn", "hồ sơ"),
         also("Buổi lưu động", "buổi")),
    ),
    Pattern(
        "nghe-dan-truoc-khi-hop", "Nghe dân trước khi họp", "politics", "practice", "group", "lasting",
        "Nghe dân nói ở chỗ dân quen, đưa vào sinh hoạt, trả lời có ngày.",
        ("Gặp dân ở đâu, lúc nào?", "Ai ghi, ai trả lời?", "Trả lời chậm nhất bao nhiêu ngày?"),
        (main("Việc dân nêu được trả lời đúng hạn", "%"), also("Việc dân nêu", "việc"), also("Việc đã xong", "việc")),
    ),
    Pattern(
        "to-so-cong-dong", "Tổ số cộng đồng", "politics", "practice", "group", "lasting",
        "Người trẻ chỉ cho người lớn tuổi dùng điện thoại làm việc cần và tránh bị lừa.",
        ("Dạy những việc gì, ai dạy ai?", "Thế nào là đã biết làm?", "Người không có điện thoại thì giúp ra sao?"),
        (main("Người tự làm được các việc đã dạy", "người"), also("Buổi hướng dẫn", "buổi")),
    ),
    Pattern(
        "guong-ca-nhan", "Gương người tốt, việc tốt", "politics", "example", "person", "lasting",
        "Một người làm việc có ích cho nhiều người, được bà con xác nhận.",
        ("Người ấy làm gì, từ bao giờ?", "Bà con được gì, đếm được bao nhiêu?", "Ai xác nhận?",
         "Đã đồng ý cho nêu tên, đăng ảnh chưa?"),
        (main("Người được giúp hoặc làm theo", "người"),),
    ),
)
