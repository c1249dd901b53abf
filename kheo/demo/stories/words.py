"""Banks of plain words for the seeded generator of the demo: villages, bodies, people, notes, reasons.

Everything is invented except the names of communes behind the codes; no name is meant for a living person.
"""

from typing import NamedTuple


class Village(NamedTuple):
    """A village that such a commune could have; setting is plain, coast, hills, border or town."""

    word: str
    name: str
    commune: str
    setting: str

    @property
    def place(self) -> str:
        """As said inside a sentence: "thôn An Mô"."""
        return f"{self.word} {self.name}"


# Rows to be read across; the formatter would put one value on a line.
# fmt: off
VILLAGES = tuple(Village(*row.split("|")) for row in (
    "thôn|Nhan Biều|19624|plain", "thôn|Bích La Đông|19624|plain", "thôn|Bích La Nam|19624|plain",
    "thôn|Nại Cửu|19624|plain", "thôn|Cổ Thành|19624|plain", "thôn|Phương Ngạn|19669|plain",
    "thôn|Đâu Kênh|19669|plain", "thôn|Bích Khê|19669|plain", "thôn|Trà Liên|19669|plain",
    "thôn|Phước Mỹ|19669|plain", "thôn|Hà Xá|19669|plain", "thôn|Gia Độ|19645|plain",
    "thôn|Hà My|19645|plain", "thôn|Bố Liêu|19645|plain", "thôn|Dương Lệ Đông|19645|plain",
    "thôn|Đại Hào|19645|plain", "thôn|Quảng Điền|19645|plain", "thôn|Giáo Liêm|19645|plain",
    "thôn|Linh Chiểu|19654|plain", "thôn|Ngô Xá Đông|19654|plain", "thôn|Đạo Đầu|19654|plain",
    "thôn|Tài Lương|19654|plain", "thôn|Thượng Trạch|19654|plain", "thôn|Long Quang|19639|plain",
    "thôn|Linh An|19639|plain", "thôn|Vân Tường|19639|plain", "thôn|Lệ Xuyên|19639|plain",
    "thôn|Vĩnh Lại|19639|plain", "thôn|Tường Vân|19639|coast", "thôn|Phú Hội|19639|coast",
    "thôn|Mai Xá|19496|plain", "thôn|Diêm Hà|19496|coast", "thôn|Nhĩ Thượng|19495|plain",
    "thôn|Lại An|19495|plain", "thôn|Cổ Trai|19414|plain", "thôn|Vịnh Mốc|19414|coast",
    "thôn|Huỳnh Công Tây|19372|plain", "thôn|Thủy Tú|19372|plain", "thôn|Đại An Khê|19702|plain",
    "thôn|Trà Lộc|19699|plain", "thôn|Thâm Khê|19741|coast", "thôn|Trung An|19741|coast",
    "thôn|Câu Nhi|19735|plain", "thôn|Mộc Đức|19603|plain", "thôn|An Bình|19603|plain",
    "khu phố|Tây Trì|19333|town", "khu phố|Thượng Nghĩa|19333|town", "khu phố|Điếu Ngao|19351|town",
    "khu phố|Lai Phước|19351|town", "thôn|Tích Tường|19360|hills", "thôn|Như Lệ|19360|hills",
    "thôn|Húc Thượng|19429|hills", "thôn|Ka Tăng|19432|border", "thôn|Xa Ry|19441|border",
    "thôn|Cuôi|19435|border", "thôn|Chân Rò|19564|hills", "thôn|A Vương|19588|hills", "thôn|A Đeng|19594|border",
    "thôn|La Hà|19093|plain", "thôn|Cảnh Dương|19033|coast", "thôn|Quy Hậu|19249|plain", "thôn|An Xá|19249|plain",
    "thôn|Cù Lạc|19138|hills", "thôn|Yên Thọ|18943|hills", "thôn|Trúc Ly|19207|plain", "thôn|Quảng Xá|19225|plain",
    "thôn|Tân Hải|19225|coast", "bản|Cà Roòng|19147|border", "bản|Y Leng|18904|border",
))

# {place}: "thôn An Mô"; {commune}: "xã Ái Tử".
BODIES = {
    "party": ("Đảng ủy {commune}", "Ban Xây dựng Đảng {commune}"),
    "state": ("Trung tâm Phục vụ hành chính công {commune}", "Phòng Văn hóa - Xã hội {commune}"),
    "service": ("Trường Tiểu học {village}", "Trường THCS {village}", "Trạm Y tế {commune}"),
    "front": ("Ủy ban Mặt trận Tổ quốc {commune}", "Ban công tác Mặt trận {place}"),
    "mass": (
        "Hội Liên hiệp Phụ nữ {commune}", "Hội Nông dân {commune}", "Đoàn Thanh niên {commune}",
        "Hội Cựu chiến binh {commune}",
    ),
    "police": ("Công an {commune}",),
    "military": ("Ban Chỉ huy Quân sự {commune}",),
    "business": ("Hợp tác xã nông nghiệp {village}",),
    "zone": ("Ban Quản lý cụm công nghiệp trên địa bàn {commune}",),
    "cell": ("Chi bộ {place}",),
    "hamlet": ("Ban cán sự {place}",),
}

CHARGES = {
    "party": "Phó Bí thư Thường trực", "state": "Phó Giám đốc Trung tâm", "service": "Hiệu trưởng",
    "front": "Phó Chủ tịch Ủy ban Mặt trận", "mass": "Chủ tịch Hội", "police": "Phó Trưởng Công an",
    "military": "Chính trị viên", "business": "Giám đốc hợp tác xã", "zone": "Phó Trưởng ban",
    "cell": "Bí thư chi bộ", "hamlet": "Trưởng thôn",
}

# (who, role, what they do)
FORCES = (
    ("Ban công tác Mặt trận {place}", "partner", "Đi từng nhà, lập biên bản"),
    ("Chi hội Phụ nữ {place}", "member", "Vận động hội viên, lo hậu cần"),
    ("Chi hội Nông dân {place}", "member", "Góp công, góp máy"),
    ("Chi đoàn {place}", "member", "Việc nặng, việc cần người trẻ"),
    ("Chi hội Cựu chiến binh {place}", "partner", "Làm trước, giám sát"),
    ("Hội Người cao tuổi {commune}", "partner", "Khuyên bảo, làm gương"),
    ("Công an {commune}", "partner", "Hướng dẫn quy định, giữ an toàn"),
    ("Ban Chỉ huy Quân sự {commune}", "member", "Dân quân giúp ngày công"),
    ("Trường học trên địa bàn", "partner", "Cử thầy cô, học sinh cùng làm"),
    ("Tổ tự quản các xóm", "member", "Nhắc nhau hằng ngày"),
)

AUDIENCES = (
    "Toàn bộ hộ dân {place}.", "Các hộ sống dọc tuyến ở {place}.", "Hộ dân và người đi làm xa của {place}.",
    "Hội viên, đoàn viên và gia đình ở {place}.", "Dân {place} và hai xóm giáp ranh.",
    "Người cao tuổi, hộ neo người ở {place} trước, các hộ khác sau.",
)
RESOURCE_PLANS = (
    "Dân góp công là chính, vật tư xin hỗ trợ một phần.", "Kinh phí nhỏ, trích từ quỹ thôn, có công khai.",
    "Con em xa quê góp tiền, người ở nhà góp công.", "Tận dụng dụng cụ sẵn có, không mua mới.",
    "Nhà nước hỗ trợ một phần, phần còn lại bàn với dân.", "Doanh nghiệp trên địa bàn giúp hiện vật.",
)
SCHEDULES = {
    "one_off": (
        "Quý I bàn và đo đạc, quý II, III làm, quý IV nghiệm thu.", "Làm gọn trong bốn tháng, tránh mùa mưa.",
        "Chia ba đợt, xong đợt nào nghiệm thu đợt đó.", "Khởi công sau Tết, xong trước mùa gặt.",
    ),
    "lasting": (
        "Làm hằng tuần, ba tháng họp xem lại một lần.", "Làm quanh năm, tháng 6 và tháng 11 đánh giá.",
        "Mỗi tháng một kỳ vào ngày cố định.", "Theo mùa vụ, sau mỗi vụ rút kinh nghiệm.",
    ),
}

PROGRESS = {
    "start": (
        "Họp dân lần đầu, {n} hộ dự, còn vài ý kiến băn khoăn.", "Chia tổ xong, tổ nào cũng có người nhận việc.",
        "Làm thử ở một xóm để bà con xem.", "Đi xem nơi làm trước về, ai cũng có chuyện kể.",
        "Ra quân buổi đầu, đông hơn dự kiến.", "Rà lại danh sách hộ, sửa những chỗ ghi sai.",
    ),
    "middle": (
        "Được hơn nửa đường, chậm ở xóm cuối vì vắng người.", "Mưa liền mười ngày, phải nghỉ.",
        "Thêm {n} hộ xin vào.", "Một tổ làm chưa đúng, đã ngồi lại với nhau và sửa.",
        "Vật tư về trễ, bà con làm phần việc khác trước.", "Xã xuống xem, dặn giữ kỹ sổ sách.",
        "Có nhà đổi ý, tổ vận động ghé lại hai lần thì thuận.", "Tháng này đều tay, không phải nhắc ai.",
    ),
    "end": (
        "Nghiệm thu xong, bảng thu chi dán ở nhà văn hóa.", "Tổng kết ngắn, khen đúng người làm.",
        "Đủ số đã hứa, thống nhất giữ tiếp năm sau.", "Đã giao lại cho tổ mới, có biên bản.",
        "Còn thiếu một ít so với đăng ký, đã ghi rõ lý do.", "Nơi khác tới xem, mình chỉ cả chỗ từng làm sai.",
    ),
}

GUIDANCE = {
    "specialist": (
        "Nên ghi rõ con số lúc bắt đầu, không có thì cuối năm khó nói đã đổi được gì.",
        "Kết quả chính chỉ nên chọn một, các việc khác để ở dưới.", "Ảnh trước và sau nên chụp cùng một chỗ đứng.",
        "Danh sách hộ góp giữ ở thôn, lên báo cáo chỉ ghi theo nhóm.",
        "Tên mô hình dài quá, gọi sao cho bà con nhớ được.", "Biên bản thiếu chữ ký người giám sát, bổ sung giúp.",
        "Phần cách làm hay, nên viết thêm chỗ từng vướng để nơi khác học.",
        "Đề nghị cho biết ai phụ trách khi đồng chí bí thư đi học.",
        "Số hộ ở tóm tắt và ở kết quả chưa khớp, xem lại giúp.", "Trẻ em có mặt trong ảnh thì cần cha mẹ đồng ý.",
        "Việc này gần giống mô hình của Hội Phụ nữ, hai bên nên ngồi lại kẻo đếm trùng.",
        "Chưa đạt thì cứ ghi chưa đạt và nói vì sao.", "Tuần sau tôi xuống, không cần chuẩn bị gì, đi xem thôi.",
        "Nên hẹn ngày đánh giá cụ thể thay vì ghi chung cuối năm.",
    ),
    "officer": (
        "Đã bổ sung con số ban đầu, lấy theo sổ của thôn.", "Đã sửa, cảm ơn đồng chí.",
        "Chi bộ thống nhất gộp với Hội Phụ nữ, xin ghi cùng chủ trì.", "Ảnh gửi lại, đã che mặt các cháu.",
        "Mấy hôm nay nước lên, xin lùi một tuần.", "Biên bản đã đủ chữ ký, bản giấy để ở xã.",
        "Con số trước tính cả hộ thôn bên, đã trừ ra.", "Đã có người thay phụ trách từ đầu tháng.",
    ),
}

RETURNED = (
    "Chưa nói sẽ đếm cái gì; đề nghị chọn một kết quả chính có đơn vị tính và chỉ tiêu.",
    "Chưa rõ ai chịu trách nhiệm và từng lực lượng làm phần nào.",
    "Phần cách làm đang là khẩu hiệu, đề nghị viết việc cụ thể: ai làm, làm với ai, mấy lần.",
    "Chỉ tiêu thấp hơn mức đang có, đề nghị xem lại con số ban đầu.",
    "Thời gian bắt đầu và kết thúc chưa khớp với kế hoạch của xã.",
    "Nội dung gần trùng mô hình của Mặt trận thôn, đề nghị hai bên bàn lại.",
)
REFUSED = (
    "Là nhiệm vụ thường xuyên của đơn vị, chưa có phần vận động nhân dân.",
    "Trùng với mô hình đã có ở cùng thôn; đề nghị tham gia cùng, ghi là lực lượng phối hợp.",
    "Một buổi ra quân, chưa thành mô hình; có thể đăng ở mục tin cơ sở.",
    "Chưa được dân bàn, đã ấn định mức góp; đề nghị lấy ý kiến rồi đăng ký lại.",
)
DROPPED = (
    "Đơn vị rút để nhập vào mô hình chung của xã.", "Người phụ trách chuyển công tác, xin đăng ký lại năm sau.",
    "Nguồn vật tư dự kiến không còn, xin rút.",
)
PAUSED = (
    "Ảnh hưởng mưa lũ, chờ nước rút và sửa lại đoạn hư.", "Chờ xã điều chỉnh quy hoạch tuyến đường.",
    "Đang mùa gặt, dân đề nghị nghỉ đến hết vụ.", "Người phụ trách ốm, chi bộ đang phân công lại.",
    "Dịch bệnh trên đàn vật nuôi, tạm dừng chuyển con giống.",
)
STOPPED = (
    "Hai năm liền không đủ người duy trì, thôn họp thống nhất thôi.",
    "Nơi thu mua ngừng hợp đồng, hộ tham gia chuyển sang cây khác.",
    "Việc này nay đã có đơn vị dịch vụ làm thường xuyên.",
    "Chọn cây không hợp đất, bà con đề nghị dừng để khỏi tốn công.",
)
MERGED = (
    "Hai mô hình cùng đếm một việc nên gộp lại, cả hai nơi cùng chủ trì.",
    "Sau khi nhập thôn, hai tổ về chung một tổ.", "Gộp vào mô hình của xã để khỏi làm hai sổ.",
)
MISSED = (
    "Mưa bão kéo dài, mất hơn một tháng không làm được.", "Một số hộ đi làm xa, chưa về ký.",
    "Vật tư về chậm so với hẹn.", "Chỉ tiêu đặt cao so với sức người của thôn.",
    "Giá vật liệu tăng, phần tiền góp không đủ.",
)
QUOTES = (
    "Làm thấy được thì dân theo, khỏi phải nói nhiều.", "Ai cũng góp một tay nên ai cũng giữ.",
    "Ban đầu tui cũng ngại, chừ thì tui đi rủ người khác.", "Cán bộ làm trước, dân nhìn là biết thiệt hay không.",
    "Tiền ít mà rõ ràng thì không ai thắc mắc.", "Việc của xóm mình, chờ ai nữa.",
    "Cái hay là hỏi dân trước khi làm.", "Nhỏ vậy thôi mà tối về thấy yên bụng.",
)

# Made up for the sign-ins and honoured persons of the demo.
PEOPLE = (
    "Nguyễn Thị Thu Hoài", "Lê Văn Thảo", "Trần Đình Khôi", "Hoàng Thị Diệu Ánh", "Võ Minh Tường", "Phan Thị Bích Nga",
    "Hồ Văn Khiên", "Đoàn Thị Kim Lài", "Bùi Quang Trường", "Nguyễn Hữu Nhơn", "Lê Thị Mỹ Duyên", "Trương Công Lành",
    "Cáp Thị Hiền", "Ngô Văn Sỹ", "Dương Thị Lệ Thu", "Trần Hữu Phước", "Hồ Thị Pờ", "Lê Quang Tuệ",
    "Nguyễn Thị Cẩm Giang", "Phạm Văn Lộc", "Đỗ Thị Minh Châu", "Văn Đình Quế", "Thái Thị Hương Trà", "Mai Xuân Hậu",
    "Hoàng Văn Tín", "Nguyễn Đăng Quy", "Lê Thị Thanh Xuân", "Trần Thị Sương Mai", "Võ Thị Hồng Liên",
    "Hồ Văn Sơn", "Nguyễn Bá Lương", "Phan Văn Chiến", "Lê Thị Ngọc Ẩn", "Đinh Văn Rin", "Cao Thị Thuận Yến",
    "Trần Văn Hiệp", "Bùi Thị Khánh Vân", "Hoàng Thị Nhàn", "Nguyễn Thị Tường Vi", "Lê Đình Quốc",
)
# fmt: on
