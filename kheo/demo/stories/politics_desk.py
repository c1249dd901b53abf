"""Stories of the field Xây dựng hệ thống chính trị: paperwork and telephones brought near to people.

All of it is invented, for illustration only.
"""

from kheo.demo.stories.model import (
    Body,
    Charge,
    Guidance,
    Outcome,
    Participant,
    Progress,
    Recognition,
    Story,
    Verification,
)

# One story is one block to be read; the formatter would spread its rows over three pages.
# fmt: off
POLITICS_DESK: tuple[Story, ...] = (
    Story(
        key="thu-bay-ve-thon", name="Thứ Bảy về thôn làm hồ sơ cho dân", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Cải cách hành chính", "Chuyển đổi số"),
        unit=Body("Trung tâm Phục vụ hành chính công xã Triệu Phong", "state"), commune="19624",
        place_detail="Nhà văn hóa các thôn xa trung tâm", starts="2025-08-09", stage="running", origin="continued",
        summary=(
            "Sáng thứ Bảy, cán bộ mang máy tính, máy in về nhà văn hóa thôn làm giấy tờ tại chỗ cho người già và "
            "người đi làm cả tuần."
        ),
        situation=(
            "Nhập xã xong, từ thôn xa nhất lên trung tâm gần 14 km. Tháng 7/2025 cứ mười hồ sơ thì ba cái phải quay "
            "lại vì thiếu giấy tờ."
        ),
        goal="Mỗi tháng bốn buổi, chín trên mười hồ sơ nhận tại thôn xong đúng hẹn.",
        method=(
            "Trước ba ngày, trưởng thôn đọc loa danh mục việc làm được và giấy tờ cần mang. Đoàn viên ngồi bàn ngoài "
            "kiểm tra giấy, chụp sẵn, để bàn trong chỉ việc nhập. Kết quả in ra giao lại đúng nhà văn hóa đó vào thứ "
            "Bảy sau."
        ),
        audience="Dân các thôn cách trung tâm trên 5 km, ưu tiên người cao tuổi, khuyết tật.",
        resources_plan=(
            "Máy tính, máy in của Trung tâm; mạng di động do doanh nghiệp viễn thông hỗ trợ; cán bộ thay nhau nghỉ "
            "bù."
        ),
        schedule="Bốn buổi mỗi tháng theo lịch dán ở nhà văn hóa.",
        products="Sổ tiếp nhận lưu động; bảng tỷ lệ đúng hẹn theo tháng; phiếu góp ý bỏ hộp kín.",
        sustain="Đã thành lịch cố định, có phân công nghỉ bù trong quy chế làm việc.",
        participants=(
            Participant("Trung tâm Phục vụ hành chính công xã Triệu Phong", "lead",
                "Tiếp nhận, trả kết quả tại thôn"
            ),
            Participant("Đoàn Thanh niên xã Triệu Phong", "partner", "Kiểm tra giấy tờ, giúp người già"),
            Participant("Trưởng các thôn", "member", "Báo loa, mượn nhà văn hóa"),
        ),
        charge=Charge("Phó Giám đốc Trung tâm Phục vụ hành chính công xã", "Người chịu trách nhiệm", "2025-08-01"),
        outcomes=(
            Outcome("Hồ sơ nhận tại thôn được trả đúng hẹn", "%", 70, 90, 96.4, "2026-10-31", main=True),
            Outcome("Hồ sơ tiếp nhận tại thôn", "hồ sơ", 0, 2500, 3126, "2026-10-31"),
            Outcome("Buổi lưu động", "buổi", 0, 56, 58, "2026-10-31"),
        ),
        rounds=(2025, 2026),
        progress=(
            Progress("2025-08-30", "Buổi đầu ở Nhan Biều 61 người đến, máy in kẹt giấy, bà con ngồi chờ vẫn vui."),
            Progress("2026-03-28", "Thêm bàn chứng thực, bớt được một lần đi của dân."),
            Progress("2026-10-31", "58 buổi, 3.126 hồ sơ; chậm hẹn chủ yếu do liên thông đất đai."),
        ),
        guidance=(
            Guidance("2025-09-10", "specialist", "Nên đếm cả số hồ sơ phải quay lại, đó mới là điều dân phiền nhất."),
            Guidance("2025-09-16", "officer", "Đã thêm cột đó vào sổ: tháng 9 là 11%, sẽ theo dõi từng tháng."),
        ),
        households=2480, beneficiaries=3126, members=14,
        recognitions=(
            Recognition("commune", 2025, "21-QĐ/ĐU", "2025-12-15", "Đảng ủy xã Triệu Phong"),
            Recognition("province", 2026, "315-QĐ/TU", "2026-10-12", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-11-07"),
        quote="Tui ngồi xe lăn mười năm, lần đầu có người mang con dấu tới thôn.",
    ),
    Story(
        key="phien-cho-mot-cua-dong-le", name="Một cửa ngay phiên chợ Đồng Lê", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Cải cách hành chính",),
        unit=Body("Trung tâm Phục vụ hành chính công xã Đồng Lê", "state"), commune="18949",
        place_detail="Chợ Đồng Lê", starts="2026-03-02", stage="running", origin="replicated",
        summary=(
            "Cán bộ Đồng Lê học Triệu Phong rồi đặt bàn làm giấy tờ ngay cổng chợ, bà con đi bán măng, bán gà ghé "
            "làm luôn."
        ),
        situation="Nhiều bản cách trung tâm hơn 20 km, dân chỉ ra xã vào phiên chợ, lúc đó trụ sở lại đông nhất.",
        goal="Mỗi phiên chợ chính nhận ít nhất 30 hồ sơ đơn giản.",
        method=(
            "Giữ nguyên bàn ngoài kiểm giấy của nơi đi trước, chỉ đổi giờ thành 5 giờ 30 sáng cho kịp chợ. Ai chưa "
            "đủ giấy được cho một tờ dặn viết chữ to."
        ),
        audience="Người dân các bản xa đi chợ phiên.",
        resources_plan="Một quầy chợ do ban quản lý chợ cho mượn; hai bộ máy xách tay.",
        schedule="Sáu phiên chợ chính mỗi tháng.", products="Sổ tiếp nhận theo phiên; số tờ dặn đã phát.",
        sustain="Cán bộ chia ca theo phiên, bắt đầu sớm về sớm.",
        participants=(
            Participant("Trung tâm Phục vụ hành chính công xã Đồng Lê", "lead", "Tiếp nhận tại chợ"),
            Participant("Ban quản lý chợ Đồng Lê", "partner", "Cho mượn quầy, phát loa"),
            Participant("Trung tâm Phục vụ hành chính công xã Triệu Phong", "partner", "Chia sẻ quy trình bàn ngoài"),
        ),
        
        charge=Charge("Giám đốc Trung tâm Phục vụ hành chính công xã Đồng Lê", "Người chịu trách nhiệm", "2026-03-02"),
        outcomes=(
            Outcome("Hồ sơ bình quân mỗi phiên chợ", "hồ sơ", 0, 30, 34, "2026-10-28", main=True),
            Outcome("Người được giải quyết trong một lần đi", "%", 52, 85, 81, "2026-10-28",
                    missed_reason="Giấy tờ về đất phải đối chiếu bản đồ cũ, chưa xong trong ngày."),
        ),
        copied_from="thu-bay-ve-thon",
        progress=(
            Progress("2026-04-12", "Phiên đầu có bốn hồ sơ, bà con còn tưởng là bán bảo hiểm."),
            Progress("2026-10-28", "Bình quân 34 hồ sơ, đông nhất là khai sinh và chứng thực."),
        ),
        beneficiaries=1210, members=9, quote="Bán xong mớ măng là xong luôn tờ giấy khai sinh.",
    ),
    Story(
        key="to-so-cong-dong-ba-don", name="Cháu dạy ông bà dùng điện thoại ở Ba Đồn", kind="practice",
        bearer="group", nature="lasting", field="politics", themes=("Chuyển đổi số", "Đô thị văn minh"),
        unit=Body("Đoàn Thanh niên phường Ba Đồn", "mass"), commune="19009", place_detail="Chín tổ dân phố",
        starts="2025-11-01", stage="running", origin="continued",
        summary=(
            "Mỗi em học sinh nhận dạy một ông, một bà trong xóm dùng điện thoại để khám bệnh, lĩnh lương và khỏi bị "
            "lừa."
        ),
        situation=(
            "Sáu trên mười người trên 60 tuổi ở phường có điện thoại thông minh nhưng chỉ nghe gọi; năm 2025 có năm "
            "cụ mất tiền vì tin cuộc gọi giả công an."
        ),
        goal="500 người cao tuổi tự làm được ba việc trên điện thoại.",
        method=(
            "Ghép theo ngõ để các cháu ghé buổi nào cũng được. Ba việc học lần lượt: gọi cháu khi lạ số, đặt lịch "
            "khám, xem lương hưu. Cụ nào làm được thì bấm cho cháu một dấu vào thẻ."
        ),
        audience="Người trên 60 tuổi ở chín tổ dân phố.",
        resources_plan="Thẻ bấm dấu in ở trường; nhà mạng tặng sim dữ liệu cho 40 cụ.",
        schedule="Ba đợt mỗi năm, mỗi đợt sáu tuần.",
        products="Thẻ đủ ba dấu; danh sách cặp ông bà - cháu; số vụ bị lừa theo quý.",
        sustain="Trường THCS coi là hoạt động trải nghiệm nên năm nào cũng có lứa mới.",
        participants=(
            Participant("Đoàn Thanh niên phường Ba Đồn", "lead", "Ghép cặp, in thẻ, tổng hợp"),
            Participant("Hội Người cao tuổi phường", "partner", "Mời các cụ, tổ chức bấm thẻ"),
            Participant("Hai trường THCS trên địa bàn", "member", "Cử học sinh, theo dõi"),
        ),
        charge=Charge("Bí thư Đoàn phường Ba Đồn", "Người chịu trách nhiệm", "2025-11-01"),
        outcomes=(
            Outcome("Người cao tuổi làm được ba việc", "người", 40, 500, 436, "2026-10-10", main=True,
                    missed_reason="Đợt ba trùng mùa mưa bão, lùi sang tháng 12."),
            Outcome("Cặp ông bà - cháu đang học", "cặp", 0, 300, 318, "2026-10-10"),
        ),
        rounds=(2025, 2026),
        progress=(
            Progress("2026-01-20", "Đợt đầu 152 cụ đủ ba dấu, có cụ bấm xong khoe với cả ngõ."),
            Progress("2026-06-15", "Một cụ nhận ra cuộc gọi giả, tắt máy và báo công an."),
            Progress("2026-10-10", "436 cụ đủ dấu, còn 64 cụ chờ đợt ba."),
        ),
        beneficiaries=436, members=318,
        recognitions=(Recognition("commune", 2026, "95-QĐ/ĐU", "2026-10-16", "Đảng ủy phường Ba Đồn"),),
        verification=Verification("effective", "2026-11-12"), quote="Cháu dạy mười lần không cáu, hơn thằng con tui.",
    ),
    Story(
        key="nu-cuoi-cong-so", name="Nụ cười công sở", kind="practice", bearer="group", nature="lasting",
        field="politics", themes=("Cải cách hành chính",),
        unit=Body("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Nam Đông Hà", "state"), commune="19351",
        place_detail="Trụ sở phường", starts="2026-06-01", stage="new", origin="new",
        summary="Phường dự định treo khẩu hiệu nhắc công chức mỉm cười với dân.",
        situation="Hộp góp ý có một số phiếu nói cán bộ lạnh nhạt.", goal="Nâng cao tinh thần phục vụ.",
        method="Treo khẩu hiệu, phát động ký cam kết trong cơ quan.",
        audience="Công chức phường.", resources_plan="Kinh phí in ấn thường xuyên.", schedule="Cả năm 2026.",
        products="Bản cam kết đã ký.", sustain="Làm hằng năm.",
        participants=(Participant("Văn phòng HĐND và UBND phường Nam Đông Hà", "lead", "Phát động, treo khẩu hiệu"),),
        charge=Charge("Chánh Văn phòng", "Người chịu trách nhiệm", "2026-05-20"),
        outcomes=(Outcome("Công chức ký cam kết", "người", 0, 45, main=True),),
        registration="refused",
        registration_reason=(
            "Nội dung trùng quy tắc ứng xử mà công chức phải làm, không có việc cụ thể với dân và không có gì để "
            "đếm. Đề nghị chọn một việc dân đang phiền, ví dụ thời gian chờ ở quầy đất đai."
        ),
        guidance=(
            Guidance("2026-05-28", "specialist",
                "Thử ngồi ở quầy một buổi sáng rồi viết lại, chắc chắn sẽ thấy việc đáng làm hơn."
            ),
        ),
    ),
    Story(
        key="hop-thu-em-muon-noi", name="Hộp thư Điều em muốn nói", kind="practice", bearer="group", nature="lasting",
        field="politics", themes=("Lắng nghe, đối thoại", "Giáo dục, khuyến học"),
        unit=Body("Trường THCS Nguyễn Huệ", "service"), commune="19360", place_detail="Khuôn viên nhà trường",
        starts="2027-01", stage="new", origin="new",
        summary="Nhà trường muốn đặt hộp thư kín để học trò kể điều khó nói và được thầy cô trả lời ngay trong tuần.",
        situation="Khảo sát đầu năm học, gần một phần ba học sinh nói có chuyện buồn mà không kể với ai ở trường.",
        goal="Thư nào cần trả lời cũng được trả lời trong bảy ngày.",
        method=(
            "Hộp đặt ở thư viện, chỗ không có camera; hai cô tư vấn mở vào chiều thứ Sáu. Chuyện riêng trả lời "
            "riêng, chuyện chung đưa ra giờ chào cờ."
        ),
        audience="Học sinh bốn khối lớp.", resources_plan="Hộp gỗ do phụ huynh làm tặng.",
        schedule="Bắt đầu học kỳ II.", products="Sổ đếm thư, không ghi tên.",
        sustain="Giao cho tổ tư vấn học đường, có người thay khi nghỉ.",
        participants=(
            Participant("Tổ tư vấn học đường", "lead", "Mở thư, trả lời"),
            Participant("Ban đại diện cha mẹ học sinh", "partner", "Phối hợp khi cần"),
        ),
        charge=Charge("Phó Hiệu trưởng nhà trường", "Người chịu trách nhiệm", "2026-11-18"),
        outcomes=(Outcome("Thư được trả lời trong bảy ngày", "%", None, 95, main=True),),
        registration="drafting",
    ),
)
