"""Stories of the field Kinh tế: land given for roads, plots put together, work near home, a village vet.

All of it is invented, for illustration only.
"""

from kheo.demo.stories.model import (
    Body,
    Charge,
    Contribution,
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
ECONOMY_LAND: tuple[Story, ...] = (
    Story(
        key="mo-duong-an-mo", name="Lùi rào, hiến đất mở rộng đường trục thôn An Mô", kind="practice", bearer="group",
        nature="one_off", field="economy", themes=("Hiến đất làm đường", "Nông thôn mới"),
        unit=Body("Chi bộ thôn An Mô", "cell"), commune="19669", place_detail="Thôn An Mô", starts="2025-08-15",
        stage="completed", origin="continued",
        summary=(
            "Bốn mươi mốt nhà ở An Mô lùi hàng rào vào trong vườn, để con đường chính của thôn từ ba mét thành năm "
            "mét rưỡi, xe chở lúa vào được tận sân."
        ),
        situation=(
            "Đường trục thôn dài 1,2 km đổ bê tông từ năm 2009, chỉ rộng 3 m. Mùa gặt, hai xe công nông gặp nhau thì "
            "một xe phải lùi ra tận cổng chào; xe cứu thương có lần dừng cách nhà người bệnh gần 400 m."
        ),
        goal=(
            "Mở nền đường lên 5,5 m suốt 1,2 km, đổ bê tông phần mở rộng xong trước Tết Bính Ngọ, không phải dùng "
            "đến biện pháp bắt buộc với hộ nào."
        ),
        method=(
            "Chi ủy đo thực tế từng nhà rồi mới họp dân, nhà nào mất bao nhiêu mét ghi rõ lên giấy. Bảy đảng viên có "
            "đất ven đường tự phá rào trước trong một buổi sáng Chủ nhật. Với bốn hộ còn ngần ngại, tổ vận động "
            "không đến đông mà mỗi tối chỉ hai người quen thân ghé chơi, nhận giúp xây lại cổng và dời gốc mai."
        ),
        audience="41 hộ có đất ven đường trục; cả thôn 186 hộ cùng đi con đường này.",
        resources_plan=(
            "Dân hiến đất và góp công tháo dỡ, xây lại rào; xã hỗ trợ xi măng theo cơ chế kiên cố hóa giao thông "
            "nông thôn; con em xa quê góp tiền đá, cát."
        ),
        schedule=(
            "Tháng 8/2025 đo đạc, họp dân; tháng 9 đến tháng 11 tháo dỡ, làm nền; tháng 12/2025 đến tháng 01/2026 đổ "
            "bê tông; tháng 02/2026 nghiệm thu."
        ),
        products=(
            "Biên bản hiến đất có chữ ký 41 hộ; 1,2 km đường rộng 5,5 m có biên bản nghiệm thu của Ban giám sát đầu "
            "tư cộng đồng; bảng công khai thu chi ở nhà văn hóa thôn."
        ),
        sustain=(
            "Thôn đã ghi vào hương ước: xây mới cổng, rào phải lùi đúng mốc. Cách đo trước, họp sau đang được thôn "
            "Đâu Kênh làm theo."
        ),
        participants=(
            Participant("Chi bộ thôn An Mô", "lead", "Đo đạc, họp dân, đảng viên làm trước"),
            Participant("Ban công tác Mặt trận thôn", "partner", "Lập tổ vận động, lập biên bản hiến đất"),
            Participant("Chi hội Nông dân An Mô", "member", "Điều máy, góp công tháo dỡ"),
            Participant("Ban giám sát đầu tư cộng đồng xã", "partner", "Nghiệm thu, công khai thu chi"),
        ),
        charge=Charge("Bí thư Chi bộ thôn An Mô", "Người chịu trách nhiệm", "2025-08-15"),
        outcomes=(
            Outcome("Đất vườn, đất ở dân hiến làm đường",
                    "m²", 0, 1500, 1620, "2025-11-23", main=True, resource="land"),
            Outcome("Đường bê tông mở rộng 5,5 m", "km", 0, 1.2, 1.2, "2026-02-06"),
            Outcome("Ngày công tháo dỡ, làm nền", "ngày công", 0, 400, 438, "2026-01-18", resource="labour"),
            Outcome("Tiền dân và con em xa quê đóng góp", "triệu đồng", 0, 150, 186, "2026-01-25", resource="money"),
        ),
        rounds=(2025, 2026),
        contributions=(
            Contribution("land", 420, "m²", "7 hộ đảng viên", "2025-09-14"),
            Contribution("land", 980, "m²", "30 hộ ven đường trục", "2025-10-19"),
            Contribution("land", 220, "m²", "4 hộ cuối thôn", "2025-11-23"),
            Contribution("labour", 260, "ngày công", "Chi hội Nông dân và các hộ ven đường", "2025-11-30"),
            Contribution("labour", 178, "ngày công", "Thanh niên, cựu chiến binh thôn", "2026-01-18"),
            Contribution("money", 112, "triệu đồng", "Các hộ trong thôn", "2025-12-20"),
            Contribution("money", 74, "triệu đồng", "Con em An Mô xa quê", "2026-01-25"),
        ),
        progress=(
            Progress("2025-09-14", "Bảy nhà đảng viên phá rào xong trong buổi sáng, trưa cả xóm nấu chung nồi bún."),
            Progress("2025-11-23",
                "Hộ cuối cùng ký biên bản. Chi hội Nông dân nhận dời giúp hai gốc mai và xây lại trụ cổng."
            ),
            Progress("2026-02-06", "Nghiệm thu toàn tuyến, kịp cho đám cưới giáp Tết xe hoa vào tận giữa thôn."),
        ),
        guidance=(
            Guidance("2025-08-28", "specialist",
                (
                    "Đề nghị thôn ghi diện tích từng hộ vào biên bản riêng, đừng gộp một tờ chung, để sau này chỉnh "
                    "lý sổ đỏ cho bà con."
                )
            ),
            Guidance("2025-09-03", "officer", "Thôn đã lập 41 biên bản, mỗi hộ giữ một bản, xã giữ một bản."),
        ),
        households=41, beneficiaries=690, members=63,
        recognitions=(
            Recognition("base", 2025, "09-NQ/CB", "2025-12-28", "Chi bộ thôn An Mô"),
            Recognition("commune", 2026, "87-QĐ/ĐU", "2026-10-12", "Đảng ủy xã Ái Tử"),
        ),
        verification=Verification("effective", "2026-10-05"),
        quote="Đất thì ai cũng tiếc, nhưng thấy ông bí thư đập cái rào mới xây của nhà ông trước thì tui cũng đập.",
    ),
    Story(
        key="mo-duong-dau-kenh", name="Đo trước, họp sau: mở đường ra đồng ở Đâu Kênh", kind="practice",
        bearer="group", nature="one_off", field="economy", themes=("Hiến đất làm đường",),
        unit=Body("Chi bộ thôn Đâu Kênh", "cell"), commune="19669", place_detail="Thôn Đâu Kênh", starts="2026-03-20",
        stage="running", origin="replicated",
        summary=(
            "Học cách làm của An Mô, bà con Đâu Kênh nhường đất ruộng để mở con đường ra đồng cho máy gặt vào tận "
            "thửa."
        ),
        situation=(
            "Cánh đồng Cồn Dài rộng 38 ha chỉ có bờ thửa, lúa gặt xong phải thuê gánh ra đường lớn, mỗi sào mất thêm "
            "60 nghìn đồng."
        ),
        goal="Có 850 m đường đất cấp phối rộng 4 m trước vụ đông xuân 2026-2027.",
        method=(
            "Chi ủy dẫn 12 hộ sang An Mô xem tận nơi, hỏi người đã hiến. Về nhà, thôn cắm cọc trắng cho từng hộ thấy "
            "mất bao nhiêu rồi mới họp lấy ý kiến."
        ),
        audience="29 hộ có ruộng hai bên tuyến; 118 hộ canh tác ở cánh đồng Cồn Dài.",
        resources_plan="Đất ruộng do dân hiến; đất đắp và máy lu do hợp tác xã thuê, dân góp theo sào.",
        schedule=(
            "Tháng 3 tham quan, cắm cọc; tháng 5 đến tháng 9 hiến đất; tháng 10 đến tháng 12/2026 đắp đường, tránh "
            "những ngày nước lên."
        ),
        products="29 biên bản hiến đất; tuyến đường 850 m có mốc hai đầu; ảnh trước và sau tại ba điểm cố định.",
        sustain="Tiền tu bổ trích 10 nghìn đồng mỗi sào mỗi năm, tổ thủy nông giữ sổ.",
        participants=(
            Participant("Chi bộ thôn Đâu Kênh", "lead", "Tổ chức tham quan, vận động"),
            Participant("Hợp tác xã nông nghiệp Đâu Kênh", "partner", "Thuê máy, giám sát đắp nền"),
            Participant("Chi bộ thôn An Mô", "partner", "Chia sẻ kinh nghiệm, cho mượn mẫu biên bản"),
        ),
        charge=Charge("Bí thư Chi bộ thôn Đâu Kênh", "Người chịu trách nhiệm", "2026-03-20"),
        outcomes=(
            Outcome("Đất ruộng dân hiến", "m²", 0, 2200, 1740, "2026-09-27", main=True, resource="land"),
            Outcome("Đường ra đồng rộng 4 m", "m", 0, 850),
        ),
        copied_from="mo-duong-an-mo",
        contributions=(
            Contribution("land", 960, "m²", "15 hộ xóm Trên", "2026-06-14"),
            Contribution("land", 780, "m²", "9 hộ xóm Giữa", "2026-09-27"),
        ),
        progress=(
            Progress("2026-04-05", "Mười hai hộ đi An Mô về, tám hộ nhận cắm cọc ngay trong tuần."),
            Progress("2026-09-27", "24/29 hộ đã ký. Năm hộ còn lại đang đi làm xa, hẹn về dịp nghỉ Tết Dương lịch."),
            Progress("2026-11-08", "Nước rút chậm, chưa đắp được đoạn trũng gần cống Bà Triều."),
        ),
        guidance=(
            Guidance("2026-07-02", "specialist",
                "Đất ruộng hiến cần ghi số thửa theo sổ, công chức địa chính xã sẽ xuống giúp một buổi."
            ),
        ),
        households=29, beneficiaries=430, members=38,
        quote="Sang thấy bên nớ xe vô tận sân, về nhà ngủ không được.",
    ),
    Story(
        key="don-dien-gia-do", name="Dồn thửa đổi ruộng, cánh đồng một giống ở Gia Độ", kind="practice",
        bearer="group", nature="one_off", field="economy", themes=("Sản xuất, tiêu thụ nông sản",),
        unit=Body("Chi bộ thôn Gia Độ", "cell"), commune="19645", place_detail="Thôn Gia Độ", starts="2026-02-10",
        stage="paused", origin="new",
        summary=(
            "Gia Độ gom ruộng nhỏ lẻ thành thửa lớn để máy cày, máy cấy chạy một mạch; việc đang dừng chờ sửa kênh."
        ),
        situation=(
            "Mỗi hộ có trung bình bảy thửa nằm rải rác, thửa nhỏ nhất chưa đầy nửa sào, bờ chiếm gần một phần mười "
            "diện tích."
        ),
        goal="Dồn 52 ha từ 640 thửa còn dưới 200 thửa, cả cánh đồng gieo một giống.",
        method=(
            "Chi bộ mời người cao tuổi biết rõ chất đất xếp ruộng thành bốn hạng, ruộng xấu được bù thêm diện tích. "
            "Bản đồ chia thử treo ở nhà văn hóa một tháng cho dân góp ý, sửa đến lần thứ ba mới bốc thăm."
        ),
        audience="94 hộ có ruộng ở hai xứ đồng Bàu Sen và Nương Mụ.",
        resources_plan="Xã hỗ trợ đo đạc; dân góp công san bờ; hợp tác xã lo máy.",
        schedule="Quý I đo đạc, phân hạng; quý II, III góp ý bản đồ; quý IV giao ruộng.",
        products="Bản đồ thửa mới có chữ ký các hộ; biên bản bốc thăm; danh sách thửa trước và sau.",
        sustain="Khi giao xong sẽ chỉnh lý sổ đỏ, tránh cảnh vài năm sau lại chia nhỏ.",
        participants=(
            Participant("Chi bộ thôn Gia Độ", "lead", "Phân hạng đất, lấy ý kiến"),
            Participant("Hợp tác xã Gia Độ", "partner", "San bờ, điều máy"),
            Participant("Công chức địa chính xã Triệu Bình", "partner", "Đo đạc, lập bản đồ"),
        ),
        charge=Charge("Phó Bí thư Chi bộ thôn Gia Độ", "Người chịu trách nhiệm", "2026-02-10"),
        outcomes=(
            Outcome("Số thửa sau khi dồn", "thửa", 640, 200, main=True),
            Outcome("Hộ đồng ý phương án chia", "hộ", 0, 94, 81, "2026-08-30"),
        ),
        stage_reason=(
            "Kênh cấp nước sạt 120 m sau đợt mưa tháng 9/2026, dân đề nghị chờ sửa xong mới chia ruộng để không ai "
            "phải nhận thửa khô."
        ),
        progress=(
            Progress("2026-04-18",
                "Phân hạng xong bốn loại đất, cãi nhau mất hai buổi tối nhưng cuối cùng các cụ chốt được."
            ),
            Progress("2026-08-30", "81/94 hộ đồng ý bản đồ lần ba."),
            Progress("2026-09-22", "Kênh sạt, tạm dừng giao ruộng theo ý kiến của dân."),
        ),
        guidance=(
            Guidance("2026-09-25", "specialist",
                (
                    "Tạm dừng là đúng. Thôn giữ nguyên bản đồ đã thống nhất, khi xã sửa kênh xong thì họp ngắn để "
                    "xác nhận lại."
                )
            ),
        ),
        households=94, beneficiaries=360, members=27,
    ),
    Story(
        key="viec-lam-cum-ai-tu",
        name="Một nhà nhường đất, một người có việc ở cụm công nghiệp",
        kind="practice", bearer="group", nature="lasting", field="economy",
        themes=("Giảm nghèo", "Lắng nghe, đối thoại"), unit=Body("Ban Quản lý cụm công nghiệp Ái Tử", "zone"),
        commune="19624", place_detail="Cụm công nghiệp Ái Tử", starts="2026-12-01", stage="new", origin="new",
        summary=(
            "Ban Quản lý cụm công nghiệp muốn mỗi gia đình đã nhường đất có ít nhất một người được nhận vào làm gần "
            "nhà."
        ),
        situation=(
            "67 hộ nhường đất mở rộng cụm từ năm 2024, đến nay mới 19 hộ có người làm trong cụm. Nhiều lao động trên "
            "40 tuổi nộp đơn đều bị từ chối."
        ),
        goal="Cuối năm 2027, ít nhất 50 hộ có người làm việc ổn định từ sáu tháng trở lên.",
        method=(
            "Rà từng nhà xem ai muốn làm gì, tay nghề đến đâu; mời nhà máy đến gặp tại nhà văn hóa thay vì bắt dân "
            "nộp đơn qua cổng. Người lớn tuổi được học nghề ngắn ngày ngay tại xưởng, có người kèm."
        ),
        audience="67 hộ nhường đất; sáu doanh nghiệp trong cụm.",
        resources_plan="Doanh nghiệp lo chỗ học nghề; xã lồng ghép kinh phí đào tạo nghề lao động nông thôn.",
        schedule="Tháng 12/2026 rà hộ; quý I/2027 gặp gỡ ba bên; đánh giá hằng quý.",
        products=(
            "Danh sách hộ và nguyện vọng; bản ghi nhớ với từng doanh nghiệp; bảng chấm công xác nhận đủ sáu tháng."
        ),
        sustain="Đưa điều khoản tuyển lao động tại chỗ vào thỏa thuận thuê đất với doanh nghiệp vào sau.",
        participants=(
            Participant("Ban Quản lý cụm công nghiệp Ái Tử", "lead", "Kết nối doanh nghiệp với hộ dân"),
            Participant("Ủy ban Mặt trận Tổ quốc xã Triệu Phong", "partner", "Rà soát hộ, giám sát cam kết"),
            Participant("Các doanh nghiệp trong cụm", "member", "Nhận người, dạy nghề"),
        ),
        charge=Charge("Phó Trưởng ban Quản lý cụm công nghiệp", "Người chịu trách nhiệm", "2026-11-10"),
        outcomes=(Outcome("Hộ nhường đất có người làm từ sáu tháng", "hộ", 19, 50, main=True),),
        registration="filed",
    ),
    Story(
        key="chi-nguyen-thi-khe",
        name="Chị Nguyễn Thị Khế, người đỡ đẻ cho đàn trâu bò cả xã",
        kind="example", bearer="person", nature="lasting", field="economy", themes=("Giảm nghèo",),
        unit=Body("Hội Nông dân xã Ba Lòng", "mass"), commune="19567", place_detail="Thôn Đá Nổi", starts="2025-08",
        stage="new", origin="new",
        summary="Chị thú y thôn nửa đêm có người gọi cũng xách đèn đi đỡ đẻ cho bò, nhà khó thì chỉ lấy tiền thuốc.",
        situation=(
            "Ba Lòng xa, bác sĩ thú y lên tới nơi mất gần hai giờ. Mỗi mùa rét trâu bò chết vì đẻ khó, vì lở mồm "
            "long móng mà dân không biết tiêm."
        ),
        goal="Mỗi thôn có một người biết tiêm phòng, đỡ đẻ, để bà con khỏi phải chờ.",
        method=(
            "Chị ghi lịch tiêm của từng con lên cánh cửa chuồng bằng phấn màu. Đi đỡ đẻ chị dắt theo một người trẻ, "
            "bắt tự làm đến lần thứ ba mới cho đi một mình."
        ),
        audience="Hộ nuôi trâu bò ở năm thôn.",
        resources_plan="Túi thuốc cá nhân, vắc-xin theo chương trình của tỉnh.",
        schedule="Tiêm hai đợt mỗi năm, đỡ đẻ khi có người gọi.", products="Sổ tiêm, sổ đỡ đẻ có chữ ký chủ hộ.",
        sustain="Bốn người trẻ học chị, hai người đã tự đi tiêm.",
        participants=(
            Participant("Chị Nguyễn Thị Khế", "lead", "Tiêm phòng, đỡ đẻ, dạy nghề"),
            Participant("Hội Nông dân xã Ba Lòng", "partner", "Báo lịch tiêm, xác nhận việc làm"),
        ),
        charge=Charge("Chủ tịch Hội Nông dân xã Ba Lòng", "Người theo dõi, giúp đỡ", "2026-11-02"),
        outcomes=(Outcome("Ca đỡ đẻ mẹ tròn con vuông", "ca", 0, 60, 73, "2026-10-31", main=True),),
        registration="filed",
        guidance=(
            Guidance("2026-11-19", "specialist",
                "Chuyện hay. Xin thêm một dòng xác nhận của hai hộ ở thôn khác là đủ để duyệt."
            ),
        ),
        households=87, beneficiaries=350, members=4, confirmed_by="Hội Nông dân xã Ba Lòng và trưởng năm thôn",
        consent=(
            "Chị Khế đồng ý bằng giấy ngày 05/11/2026 cho nêu tên và ảnh lúc làm việc; chưa đồng ý đưa số điện "
            "thoại."
        ),
        quote="Con bò đau nó không biết kêu ai, mình nghe được thì mình đi.",
    ),
)
