"""Stories of the field Xây dựng hệ thống chính trị: cells and committees that listen first.

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
POLITICS_LISTENING: tuple[Story, ...] = (
    Story(
        key="nghe-dan-truoc-ngo-xa", name="Nghe dân trước, họp chi bộ sau", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Nâng cao chất lượng sinh hoạt chi bộ", "Lắng nghe, đối thoại"),
        unit=Body("Chi bộ thôn Ngô Xá Tây", "cell"), commune="19654", place_detail="Thôn Ngô Xá Tây",
        starts="2024-02-03", stage="running", origin="continued",
        summary=(
            "Chiều trước ngày sinh hoạt, chi ủy ngồi ở quán nước đầu làng nghe dân nói, tối hôm sau chi bộ bàn đúng "
            "những chuyện đó."
        ),
        situation=(
            "Sinh hoạt chi bộ trước đây chủ yếu đọc văn bản, có kỳ chỉ ba người phát biểu. Việc nước thải ở xóm Chùa "
            "dân kêu hai năm không vào được biên bản."
        ),
        goal="Mỗi kỳ bàn ít nhất hai việc dân nêu, trả lời lại trong vòng 15 ngày.",
        method=(
            "Ba chi ủy viên thay nhau ngồi quán từ 16 giờ, không mang sổ, nghe xong về nhà mới ghi. Kỳ sau mở đầu "
            "bằng câu: việc kỳ trước xong chưa. Kết quả viết phấn lên bảng ở quán."
        ),
        audience="Dân thôn; 34 đảng viên của chi bộ.", resources_plan="Không tốn kinh phí ngoài tiền nước chè.",
        schedule="Chiều ngày 2 và tối ngày 3 hằng tháng.",
        products="Sổ việc dân nêu có ngày trả lời; biên bản sinh hoạt; ảnh bảng phấn.",
        sustain="Đổi hai đời bí thư vẫn giữ nếp; chi bộ khác trong xã đang làm theo.",
        participants=(
            Participant("Chi ủy Chi bộ Ngô Xá Tây", "lead", "Nghe dân, đưa vào sinh hoạt"),
            Participant("Ban công tác Mặt trận thôn", "partner", "Theo dõi việc đã hứa"),
        ),
        charge=Charge("Bí thư Chi bộ thôn Ngô Xá Tây", "Người chịu trách nhiệm", "2025-03-15"),
        outcomes=(
            Outcome("Việc dân nêu được trả lời trong 15 ngày", "%", 20, 90, 92, "2026-11-03", main=True),
            Outcome("Đảng viên phát biểu bình quân mỗi kỳ", "người", 3, 10, 13, "2026-11-03"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Triệu Trung, huyện Triệu Phong",
        progress=(
            Progress("2024-08-03", "Việc nước thải xóm Chùa đưa ra bàn, hai tuần sau có rãnh tạm."),
            Progress("2025-06-03", "Quán đổi chủ, chi ủy ngồi nhờ hiên nhà văn hóa, dân vẫn tới."),
            Progress("2026-11-03", "Từ đầu năm 48 việc, 44 việc trả lời đúng hạn."),
        ),
        guidance=(
            Guidance("2024-05-20", "specialist",
                "Đừng biến quán nước thành nơi tiếp công dân có biển hiệu, cái hay là ở sự tự nhiên."
            ),
        ),
        beneficiaries=780, members=34,
        recognitions=(
            Recognition("base", 2024, "02-NQ/CB", "2024-12-03", "Chi bộ thôn Ngô Xá Tây"),
            Recognition("commune", 2025, "24-QĐ/ĐU", "2025-12-19", "Đảng ủy xã Triệu Cơ"),
        ),
        verification=Verification("effective", "2026-11-10"),
        quote="Ngồi uống nước thì dân nói, mời lên hội trường thì dân im.",
    ),
    Story(
        key="quan-nuoc-ha-my", name="Chiều mồng một nghe dân ở Hà My", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Lắng nghe, đối thoại",), unit=Body("Chi bộ thôn Hà My", "cell"),
        commune="19645", place_detail="Thôn Hà My", starts="2026-05-16", stage="running", origin="replicated",
        summary=(
            "Chi ủy Hà My học cách nghe dân ở quán nước, nhưng chọn bến đò cũ vì chiều nào bà con cũng ra đó hóng "
            "mát."
        ),
        situation="Thôn vừa nhập hai xóm, người xóm này ngại sang nhà văn hóa bên xóm kia nên ý kiến gửi lên rất ít.",
        goal="Cả hai xóm đều có việc được đưa ra bàn, không kỳ nào trống.",
        method=(
            "Mỗi tháng đổi bên bến một lần để hai xóm thấy công bằng. Chi ủy viên trẻ dùng điện thoại ghi lại ý "
            "chính, không ghi tên người nói."
        ),
        audience="Dân hai xóm của thôn.", resources_plan="Chỉ cần thời gian của ba chi ủy viên.",
        schedule="Chiều mồng một âm lịch, trừ tháng Chạp.",
        products="Sổ việc theo tháng, cột ngày trả lời và cột kết quả.",
        sustain="Chưa đủ một năm, cần theo dõi thêm qua mùa lụt.",
        participants=(
            Participant("Chi ủy Chi bộ Hà My", "lead", "Nghe, ghi, trả lời"),
            Participant("Chi bộ thôn Ngô Xá Tây", "partner", "Kể kinh nghiệm hai buổi"),
        ),
        charge=Charge("Bí thư Chi bộ thôn Hà My", "Người chịu trách nhiệm", "2026-05-16"),
        outcomes=(Outcome("Việc dân nêu được đưa vào sinh hoạt", "việc", 2, 18, 14, "2026-11-09", main=True),),
        copied_from="nghe-dan-truoc-ngo-xa",
        progress=(
            Progress("2026-07-14",
                "Lần thứ hai ngồi ở bến, xóm Dưới nêu chuyện cây đa che dây điện, tuần sau điện lực tỉa."
            ),
            Progress("2026-11-09", "Mười bốn việc, chín việc xong, năm việc còn hẹn."),
        ),
        beneficiaries=520, members=21,
    ),
    Story(
        key="thu-nam-o-ban-la-lay", name="Thứ Năm không họp, cán bộ ở bản", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Lắng nghe, đối thoại", "Biên giới, biển đảo"),
        unit=Body("Đảng ủy xã La Lay", "party"), commune="19594", place_detail="Các bản A Đeng, La Lay, Cu Tai",
        starts="2025-09-04", stage="running", origin="continued",
        summary=(
            "Cả ngày thứ Năm xã không xếp cuộc họp nào, cán bộ xuống bản cùng làm, cùng ăn, cùng gỡ việc với bà con."
        ),
        situation="Xã mới rộng hơn 150 km², tuần nào cũng ba bốn cuộc họp; có bản ba tháng không thấy mặt lãnh đạo.",
        goal="Mỗi cấp ủy viên ở bản ít nhất 40 ngày một năm, việc dân hỏi được trả lời ngay hoặc hẹn ngày.",
        method=(
            "Văn phòng khóa lịch thứ Năm, muốn họp phải được Bí thư đồng ý. Cán bộ mang cơm, làm cùng dân buổi sáng, "
            "chiều mới ngồi nói chuyện. Phiếu ở bản chỉ ba dòng: làm gì, dân hỏi gì, hẹn ngày nào."
        ),
        audience="Dân các bản xa của xã.", resources_plan="Xăng xe theo chế độ; cơm cán bộ tự túc.",
        schedule="Thứ Năm hằng tuần, trừ khi bão lũ.",
        products="Phiếu ở bản; bảng việc hẹn và ngày xong treo ở trụ sở.",
        sustain="Đã ghi vào quy chế làm việc của Ban Thường vụ Đảng ủy.",
        participants=(
            Participant("Đảng ủy xã La Lay", "lead", "Khóa lịch, theo dõi phiếu"),
            Participant("Mặt trận và các đoàn thể xã", "partner", "Cùng xuống bản"),
            Participant("Bí thư chi bộ, trưởng bản", "member", "Báo việc cần làm chung"),
        ),
        charge=Charge("Phó Bí thư Thường trực Đảng ủy xã La Lay", "Người chịu trách nhiệm", "2025-09-04"),
        outcomes=(
            Outcome("Ngày cán bộ ở bản trong năm 2026", "ngày", 0, 600, 571, "2026-11-12", main=True),
            Outcome("Việc dân hỏi được giải quyết đúng hẹn", "%", None, 85, 88, "2026-11-12"),
        ),
        rounds=(2025, 2026),
        progress=(
            Progress("2025-12-25",
                "Ba tháng đầu có hai lần vẫn phải họp gấp, Bí thư xin lỗi các bản bằng điện thoại."
            ),
            Progress("2026-06-25", "Tuần phát rẫy, phiếu ghi nhiều nhất là chuyện nước sinh hoạt ở Cu Tai."),
            Progress("2026-11-12", "571 ngày, 132/150 việc xong đúng hẹn."),
        ),
        guidance=(Guidance("2026-07-03", "specialist", "Phiếu ba dòng rất tốt, đừng để ai thêm cột."),),
        beneficiaries=1480, members=27,
        recognitions=(Recognition("commune", 2026, "49-QĐ/ĐU", "2026-10-13", "Đảng ủy xã La Lay"),),
        verification=Verification("effective", "2026-11-12"),
        quote="Cán bộ vác cuốc trước, hỏi chuyện sau, dân mình chịu nói.",
    ),
    Story(
        key="bua-sang-doi-thoai", name="Bữa sáng đối thoại với công nhân", kind="practice", bearer="group",
        nature="lasting", field="politics", themes=("Lắng nghe, đối thoại",),
        unit=Body("Công đoàn cơ sở Công ty may Nam Đông Hà", "business"), commune="19351",
        place_detail="Khu công nghiệp Nam Đông Hà", starts="2026-07-01", stage="stopped", origin="new",
        summary=(
            "Công đoàn dự định mỗi tháng một bữa sáng để giám đốc ngồi cùng bàn nghe công nhân nói chuyện ca kíp, "
            "bữa ăn."
        ),
        situation="Hai lần trong năm 2025 công nhân ngừng việc ngắn vì thay đổi giờ ca mà không ai giải thích.",
        goal="Mỗi tháng một buổi, kiến nghị được trả lời trên bảng tin trong năm ngày.",
        method="Bốc thăm mười hai công nhân mỗi chuyền, ngồi xen kẽ với quản lý, không ngồi bàn chủ tọa.",
        audience="640 công nhân của xưởng.", resources_plan="Suất ăn sáng do công ty chi.",
        schedule="Sáng thứ Ba đầu tháng.", products="Biên bản kiến nghị và bảng trả lời.",
        sustain="Sẽ bàn lại sau khi kiện toàn công đoàn.",
        participants=(
            Participant("Công đoàn cơ sở", "lead", "Tổ chức buổi gặp"),
            Participant("Ban Giám đốc công ty", "partner", "Trả lời kiến nghị"),
        ),
        charge=Charge("Chủ tịch Công đoàn cơ sở", "Người chịu trách nhiệm", "2026-05-12"),
        outcomes=(Outcome("Kiến nghị được trả lời trong năm ngày", "%", None, 90, main=True),),
        registration="dropped",
        stage_reason="Công ty sáp nhập xưởng từ tháng 6/2026, đơn vị rút đăng ký để làm lại cùng công đoàn mới.",
    ),
    Story(
        key="ba-ho-thi-nuoi", name="Bà Hồ Thị Nươi, người nối chi bộ với bản làng", kind="example", bearer="person",
        nature="lasting", field="politics", themes=("Nâng cao chất lượng sinh hoạt chi bộ", "Giảm nghèo"),
        unit=Body("Chi bộ bản Cu Vơ", "cell"), commune="19555", place_detail="Bản Cu Vơ", starts="2024-01",
        stage="running", origin="continued",
        summary=(
            "Nữ bí thư chi bộ 46 tuổi tối tối cầm đèn pin sang từng nhà, việc gì của bản cũng hỏi các mẹ, các chị "
            "trước khi họp."
        ),
        situation=(
            "Họp bản trước đây gần như chỉ đàn ông nói; nhiều việc quyết xong về nhà vợ không biết nên không làm."
        ),
        goal="Đưa tiếng nói phụ nữ và người già vào mọi cuộc bàn của bản.",
        method=(
            "Bà nói bằng tiếng của bản, không cầm giấy, chỉ mang theo một nắm hạt ngô để đếm người đồng ý. Ai hứa "
            "việc gì bà buộc một sợi chỉ lên cột nhà văn hóa, làm xong mới tháo."
        ),
        audience="112 hộ của bản.",
        resources_plan="Thời gian buổi tối của bà và hai đảng viên trẻ đi cùng.",
        schedule="Ba tối mỗi tuần.",
        products="Sổ việc bản đã bàn và đã làm; danh sách quần chúng ưu tú giới thiệu vào Đảng.",
        sustain="Hai nữ đảng viên trẻ đang theo bà học cách đi nhà.",
        participants=(
            Participant("Bà Hồ Thị Nươi", "lead", "Đi từng nhà, chủ trì bàn việc bản"),
            Participant("Chi hội Phụ nữ bản Cu Vơ", "partner", "Cùng đi, nhắc việc"),
        ),
        charge=Charge("Phó Bí thư Thường trực Đảng ủy xã Hướng Hiệp", "Người theo dõi, giúp đỡ", "2025-07-10"),
        outcomes=(
            Outcome("Phụ nữ tham dự bình quân mỗi cuộc họp bản", "%", 18, 50, 61, "2026-10-19", main=True),
            Outcome("Việc bản bàn đã làm xong", "việc", 0, 30, 34, "2026-10-19"),
        ),
        rounds=(2024, 2026), old_unit="Xã Hướng Hiệp, huyện Đakrông",
        progress=(
            Progress("2024-11-22", "Chín sợi chỉ được tháo, có sợi chuyện dời chuồng trâu ra xa nhà."),
            Progress("2026-10-19", "Cuộc họp về nước sạch có 74 người, 45 người là phụ nữ."),
        ),
        households=112, beneficiaries=498, members=19,
        recognitions=(
            Recognition("district", 2024, "283-QĐ/HU", "2024-11-20", "Huyện ủy Đakrông"),
            Recognition("commune", 2026, "52-QĐ/ĐU", "2026-10-14", "Đảng ủy xã Hướng Hiệp"),
        ),
        verification=Verification("effective", "2026-10-26"), confirmed_by="Đảng ủy xã Hướng Hiệp",
        consent=(
            "Bà Nươi đồng ý ngày 11/10/2024, xác nhận lại ngày 20/9/2026: nêu tên, vai trò và ảnh họp bản; không đưa "
            "chuyện gia đình."
        ),
        quote="Nói cho cái tai chồng nghe thì phải hỏi cái miệng vợ trước.",
    ),
)
