"""Events and the poll of the demo; made up. Some events stand in the weeks after the day the demo is built."""

from kheo.demo.news.model import Event, Points

MONDAY, WEDNESDAY, THURSDAY, SATURDAY = 0, 2, 3, 5
HALL = "Hội trường Tỉnh ủy"

# fmt: off
EVENTS: tuple[Event, ...] = (
    Event(
        key="hoi-nghi-so-ket", title="Hội nghị sơ kết phong trào thi đua “Dân vận khéo” năm nay",
        lead="Nhìn lại những mô hình còn hoạt động sau mười hai tháng và chốt lịch rà soát cuối năm.",
        where=HALL, after=3, weekday=SATURDAY, starts="08:00", ends="11:00", featured=True,
        body=(
            "Hội nghị nghe ba câu chuyện từ cơ sở, mỗi nơi năm phút, sau đó thảo luận về những mô hình đánh dấu “cần củng "
            "cố” và “không còn hoạt động”.",
            "Đại biểu không cần mang báo cáo giấy; số liệu của từng đơn vị được chiếu từ hệ thống. Đơn vị nào thấy con số "
            "chưa đúng, xin sửa trước hội nghị hai ngày.",
        ),
    ),
    Event(
        key="cham-chung-khao", title="Chấm chung khảo cuộc thi báo chí viết về gương “Dân vận khéo”",
        lead="Ban giám khảo làm việc ba ngày; mỗi tác phẩm được chấm độc lập trước khi thảo luận.",
        where="Phòng họp số 2, cơ quan thường trực phong trào", after=9, weekday=THURSDAY, lasts=2,
        starts="07:30", ends="17:00", featured=True,
        body=(
            "Vào vòng chung khảo là những tác phẩm đã qua sơ khảo ở bốn thể loại. Tên tác giả và cơ quan báo chí được che "
            "trong bản chấm. Thành viên nào có liên quan đến một tác phẩm thì không chấm tác phẩm ấy.",
            "Kết quả công bố sau khi ban tổ chức họp phiên cuối, kèm lời nhận xét cho từng tác phẩm vào chung khảo.",
        ),
    ),
    Event(
        key="lop-ghi-ket-qua", title="Lớp hướng dẫn cán bộ xã: ghi kết quả sao cho đếm được",
        lead="Một buổi sáng thực hành trên chính mô hình của xã mình.",
        where="Trung tâm Chính trị xã Triệu Phong", after=16, weekday=WEDNESDAY, starts="08:00", ends="11:30",
        body=(
            "Mỗi học viên mang theo điện thoại và một mô hình đang làm. Cuối buổi, mỗi người có một kết quả chính với đơn vị "
            "tính, con số lúc bắt đầu, chỉ tiêu và một tấm ảnh đã có người trong ảnh đồng ý.",
            "Lớp nhận bốn mươi người; xã ở xa học trực tuyến cùng giờ.",
        ),
    ),
    Event(
        key="an-mo-don-khach", title="An Mô đón khách: xem đường, hỏi chuyện người hiến đất",
        lead="Chi bộ thôn An Mô mở cửa một buổi sáng cho các thôn đang tính chuyện mở đường.",
        where="Nhà văn hóa thôn An Mô, xã Ái Tử", after=23, weekday=SATURDAY, starts="07:30", ends="10:30",
        body=(
            "Không có phần phát biểu. Khách đi bộ dọc 1,2 km đường, ghé nhà nào cũng được, hỏi gì cũng được. Thôn để sẵn mẫu "
            "biên bản và bảng thu chi ở nhà văn hóa để ai cần thì chụp lại.",
            "Thôn nào muốn đến xin gọi trước cho Ban Thường trực Ủy ban Mặt trận xã Ái Tử để sắp người dẫn đường.",
        ),
    ),
    Event(
        key="ngay-hoi-15-10", title="Ngày hội biểu dương “Dân vận khéo” 15/10",
        lead="Mỗi xã năm phút, một con số phải đếm được.", where=HALL, on="2026-10-15", starts="08:00", ends="11:30",
        body=("Mười hai câu chuyện được kể bởi chính người làm. Bài tường thuật có ở mục Tin tức.",),
    ),
    Event(
        key="ra-quan-sau-mua-lu", title="Ngày Chủ nhật giúp dân dọn nhà sau lụt ở các xã ven sông",
        lead="Đoàn viên, dân quân và hội viên các đoàn thể giúp những nhà neo người.",
        where="Các xã ven sông Kiến Giang và sông Hiếu", on="2026-10-25", starts="06:30", ends="17:00",
        body=(
            "Mỗi tổ năm người nhận một xóm. Việc làm trước:",
            Points((
                "Nạo bùn giếng nước, rửa bể chứa.",
                "Dọn trường học, trạm y tế.",
                "Giúp nhà neo người, người già ở một mình.",
            )),
        ),
    ),
)

POLL_QUESTION = "Mô hình nào ở cơ sở đáng để nơi mình học theo nhất năm 2026?"
POLL_ABOUT = (
    "Sáu mô hình được ban tổ chức ngày hội 15/10 giới thiệu. Mỗi trình duyệt một phiếu, phiếu kín; kết quả để tham khảo khi "
    "chọn mô hình in phiếu hướng dẫn, không tính vào điểm thi đua."
)
# What was chosen and by how many.
POLL_CHOICES: tuple[tuple[str, int], ...] = (
    ("Ngôi nhà xanh: vỏ lon, bìa giấy nuôi học trò nghèo (Triệu Phong)", 486),
    ("Thứ Bảy về thôn làm hồ sơ cho dân (Triệu Phong)", 397),
    ("Chỉ hái trái chín, không bán cà phê xanh (Hướng Phùng)", 268),
    ("Nghe dân trước, họp chi bộ sau (Triệu Cơ)", 231),
    ("Thầy Trần Quang Nhiêu dạy bơi bên sông Son (Phong Nha)", 352),
    ("Bếp cháo thứ Năm của tiểu thương chợ Đông Hà (Đông Hà)", 184),
)
POLL_OPENS, POLL_CLOSES, POLL_CONCLUDED = "2026-10-16", "2026-10-31", "2026-11-04"
POLL_CONCLUSION = (
    "Hai mô hình nhiều phiếu nhất được in thành phiếu hướng dẫn một trang, gửi các xã trước đợt đăng ký năm sau. Chị em tổ "
    "“Ngôi nhà xanh” và cán bộ buổi “Thứ Bảy về thôn” được mời kể chuyện tại hội nghị sơ kết. Theo góp ý của người bỏ phiếu, "
    "lần sau mỗi phương án sẽ có liên kết đến trang của mô hình."
)
# fmt: on
