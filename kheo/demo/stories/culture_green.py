"""Stories of the field Văn hóa - xã hội: keeping villages, rivers and an island clean.

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
CULTURE_GREEN: tuple[Story, ...] = (
    Story(
        key="ngoi-nha-xanh-bich-la", name="Ngôi nhà xanh: vỏ lon, bìa giấy nuôi học trò nghèo", kind="practice",
        bearer="group", nature="lasting", field="culture", themes=("Môi trường", "Giáo dục, khuyến học"),
        unit=Body("Hội Liên hiệp Phụ nữ xã Triệu Phong", "mass"), commune="19624",
        place_detail="Thôn Bích La Đông và 9 thôn khác", starts="2024-03-08", stage="running", origin="continued",
        summary=(
            "Chị em gom vỏ lon, giấy vụn vào căn nhà lưới sơn xanh ở đầu xóm, bán lấy tiền mua sách vở, xe đạp cho "
            "trẻ khó khăn."
        ),
        situation=(
            "Rác nhựa vứt ra mương sau mỗi phiên chợ Bích La. Trong khi đó mười bốn cháu mồ côi, con hộ nghèo trong "
            "vùng thiếu tiền mua sách đầu năm."
        ),
        goal="Mỗi thôn một ngôi nhà xanh, mỗi năm giúp đều đặn ít nhất 20 cháu.",
        method=(
            "Hội đặt nhà lưới ngay cạnh quán tạp hóa chứ không để ở nhà văn hóa cho tiện tay bỏ. Ngày 20 hằng tháng "
            "cân rác giữa sân, đọc to số ký và số tiền, viết lên bảng. Cháu được nhận do chính tổ phụ nữ xóm đó chọn "
            "và nhận đỡ đầu đến hết lớp chín."
        ),
        audience="Các hộ ở mười thôn; học sinh mồ côi, con hộ nghèo.",
        resources_plan="Khung nhà lưới do hội viên góp; cơ sở phế liệu cho mượn cân và mua đúng giá.",
        schedule="Cân vào ngày 20 hằng tháng; trao quà đầu năm học và dịp Tết.",
        products="Bảng cân công khai; sổ thu chi có chữ ký ba người; danh sách cháu được đỡ đầu theo năm.",
        sustain="Ba năm chưa tháng nào bỏ cân; thôn mới tự làm khung, Hội chỉ cho mượn mẫu.",
        participants=(
            Participant("Hội Liên hiệp Phụ nữ xã Triệu Phong", "lead", "Tổ chức cân, giữ quỹ"),
            Participant("Trường Tiểu học và THCS trên địa bàn", "partner", "Giới thiệu học sinh, nhận rác giấy"),
            Participant("Chi đoàn các thôn", "member", "Khuân vác, sửa nhà lưới"),
        ),
        charge=Charge("Chủ tịch Hội Liên hiệp Phụ nữ xã Triệu Phong", "Người chịu trách nhiệm", "2025-07-08"),
        outcomes=(
            Outcome("Tiền bán phế liệu", "triệu đồng", 0, 120, 137.5, "2026-10-20", main=True, resource="money"),
            Outcome("Rác tái chế thu gom", "tấn", 0, 40, 46.8, "2026-10-20"),
            Outcome("Học sinh được đỡ đầu", "người", 0, 20, 26, "2026-09-05"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Triệu Thành, huyện Triệu Phong",
        contributions=(
            Contribution("money", 31.5, "triệu đồng", "Bốn thôn làm đầu tiên", "2024-12-20"),
            Contribution("money", 48, "triệu đồng", "Tám thôn", "2025-12-20"),
            Contribution("money", 58, "triệu đồng", "Mười thôn", "2026-10-20"),
            Contribution("in_kind", 10, "khung nhà lưới", "Hội viên và thợ hàn trong xã", "2025-10-20"),
        ),
        progress=(
            Progress("2024-06-20", "Kỳ cân đầu tiên được 212 kg, nhiều người mang theo cả can nhựa cũ."),
            Progress("2025-09-04", "Trao bốn xe đạp cho các cháu đi học cấp hai xa nhà."),
            Progress("2026-10-20", "Cả mười thôn cân cùng ngày, có nhóm trẻ tự lập sổ cân riêng."),
        ),
        guidance=(
            Guidance("2025-02-17", "specialist",
                "Số tiền lớn dần, Hội nên cử người giữ quỹ và người ghi sổ là hai người khác nhau."
            ),
        ),
        households=1240, beneficiaries=26, members=860,
        recognitions=(
            Recognition("district", 2024, "598-QĐ/HU", "2024-10-14", "Huyện ủy Triệu Phong"),
            Recognition("commune", 2025, "22-QĐ/ĐU", "2025-10-15", "Đảng ủy xã Triệu Phong"),
            Recognition("province", 2026, "306-QĐ/TU", "2026-10-12", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-10-21"),
        quote="Bỏ cái lon vô đây là bỏ được quyển vở cho con nhà người ta.",
    ),
    Story(
        key="tu-quan-rac-nhan-bieu", name="Tổ nhặt rác chiều thứ Sáu ở Nhan Biều", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Môi trường",),
        unit=Body("Chi hội Phụ nữ thôn Nhan Biều", "hamlet"), commune="19624", place_detail="Thôn Nhan Biều",
        starts="2024-06-14", stage="merged", origin="continued",
        summary=(
            "Chiều thứ Sáu nào phụ nữ Nhan Biều cũng ra đường nhặt rác rồi phân loại, nay nhập chung vào ngôi nhà "
            "xanh của xã."
        ),
        situation=(
            "Đường ven sông Thạch Hãn qua thôn là nơi khách dừng xe ngắm cảnh, chai nhựa và hộp xốp vương dọc bờ kè."
        ),
        goal="Giữ sạch 1,6 km bờ sông, tuần nào cũng có người làm.",
        method=(
            "Chia năm nhóm theo xóm, mỗi tuần một nhóm, tên nhóm viết phấn lên bảng tin. Nhóm nào bận thì đổi với "
            "nhóm khác chứ không bỏ trống."
        ),
        audience="Hộ dân, khách dừng chân ven sông.", resources_plan="Hội viên tự sắm gùi và kẹp; thôn mua bao.",
        schedule="Mỗi chiều thứ Sáu, nghỉ khi mưa lũ.",
        products="Sổ trực tuần; ảnh bờ kè chụp cùng một chỗ vào thứ Bảy.",
        sustain="Đã gộp vào mô hình chung của xã từ đầu năm 2026.",
        participants=(
            Participant("Chi hội Phụ nữ thôn Nhan Biều", "lead", "Phân nhóm, ghi sổ trực"),
            Participant("Chi đoàn thôn Nhan Biều", "member", "Nhặt rác đoạn kè dốc"),
        ),
        charge=Charge("Chi hội trưởng Phụ nữ thôn Nhan Biều", "Người chịu trách nhiệm", "2024-06-14"),
        outcomes=(
            Outcome("Bờ sông được giữ sạch thường xuyên", "km", 0, 1.6, 1.6, "2025-12-26", main=True),
            Outcome("Ngày công nhặt rác", "ngày công", 0, 300, 342, "2025-12-26", resource="labour"),
        ),
        rounds=(2024, 2025),
        stage_reason=(
            "Từ tháng 01/2026 chị em đưa rác tái chế vào ngôi nhà xanh của xã, hai nơi cùng đếm một việc nên gộp "
            "lại; chi hội vẫn được ghi là cùng chủ trì."
        ),
        merged_into="ngoi-nha-xanh-bich-la", old_unit="Xã Triệu Thượng, huyện Triệu Phong",
        contributions=(
            Contribution("labour", 128, "ngày công", "Hội viên bốn xóm", "2024-12-27"),
            Contribution("labour", 214, "ngày công", "Hội viên năm xóm và chi đoàn", "2025-12-26"),
        ),
        progress=(
            Progress("2024-07-26", "Sáu tuần liền đủ người, khách qua đường cũng dừng nhặt giúp."),
            Progress("2025-12-26", "Họp cuối năm thống nhất nhập chung với ngôi nhà xanh để đỡ hai lần phân loại."),
        ),
        households=74, beneficiaries=310, members=74,
        recognitions=(Recognition("base", 2024, "03-NQ/CB", "2024-12-30", "Chi bộ thôn Nhan Biều"),),
    ),
    Story(
        key="ngoi-nha-xanh-le-thuy", name="Ngôi nhà xanh bên dòng Kiến Giang", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Môi trường", "Giáo dục, khuyến học"),
        unit=Body("Hội Liên hiệp Phụ nữ xã Lệ Thủy", "mass"), commune="19249",
        place_detail="Các thôn ven sông Kiến Giang", starts="2026-04-01", stage="running", origin="replicated",
        summary=(
            "Chị em Lệ Thủy mang cách gom phế liệu của Triệu Phong về làm ở bến sông, thêm bánh xe cho căn nhà lưới "
            "để chạy lụt."
        ),
        situation="Sau mỗi trận lụt, chai nhựa mắc đầy lùm tre hai bờ; xã chưa có chỗ tập kết rác tái chế.",
        goal="Sáu thôn ven sông có nhà xanh, mỗi tháng bán ít nhất 700 kg.",
        method=(
            "Đoàn năm người vào Triệu Phong ở lại đúng ngày cân để xem. Về nhà, chị em đổi khung cố định thành khung "
            "có bánh xe, có nước lên thì đẩy lên đường cao."
        ),
        audience="Hộ ven sông ở sáu thôn.",
        resources_plan="Khung do thợ cơ khí trong xã làm giá vốn; bánh xe lấy từ xe rác hỏng.",
        schedule="Tháng 4 học tập; tháng 5 đặt hai nhà đầu; cuối năm đủ sáu.",
        products="Phiếu cân từng tháng; biên nhận mua phế liệu; ảnh di dời khung khi có lụt.",
        sustain="Học nguyên sổ thu chi ba chữ ký của nơi trước; quỹ không để qua tay một người.",
        participants=(
            Participant("Hội Liên hiệp Phụ nữ xã Lệ Thủy", "lead", "Tổ chức, giữ quỹ"),
            Participant("Hội Liên hiệp Phụ nữ xã Triệu Phong", "partner", "Hướng dẫn tại chỗ, cho mẫu sổ"),
            Participant("Hội Cựu chiến binh xã Lệ Thủy", "member", "Hàn khung, lắp bánh xe"),
        ),
        charge=Charge("Chủ tịch Hội Liên hiệp Phụ nữ xã Lệ Thủy", "Người chịu trách nhiệm", "2026-04-01"),
        outcomes=(
            Outcome("Thôn có nhà xanh hoạt động hằng tháng", "thôn", 0, 6, 4, "2026-10-25", main=True),
            Outcome("Phế liệu bán được", "tấn", 0, 6, 4.3, "2026-10-25"),
        ),
        copied_from="ngoi-nha-xanh-bich-la",
        contributions=(
            Contribution("in_kind", 4, "khung nhà lưới có bánh xe", "Hội Cựu chiến binh và thợ cơ khí", "2026-08-30"),
        ),
        progress=(
            Progress("2026-05-25", "Hai nhà đầu tiên cân được 640 kg, nhiều hơn dự tính."),
            Progress("2026-10-25", "Đợt nước lên giữa tháng, bốn khung đẩy lên đường kịp, không mất cái nào."),
        ),
        households=380, beneficiaries=12, members=265,
        quote="Nhà xanh mà không có bánh thì ở đây trôi ra phá hết.",
    ),
    Story(
        key="duong-hoa-duong-le-van", name="Đường hoa ven kênh Dương Lệ Văn", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Nông thôn mới", "Môi trường"),
        unit=Body("Đoàn Thanh niên xã Triệu Bình", "mass"), commune="19645", place_detail="Thôn Dương Lệ Văn",
        starts="2024-02-18", stage="stopped", origin="continued",
        summary=(
            "Thanh niên từng trồng hoa suốt một cây số bờ kênh, nhưng hai mùa nắng liền không đủ nước tưới nên phải "
            "dừng."
        ),
        situation="Bờ kênh cỏ mọc lút đầu, đêm tối học sinh đi học thêm ngại qua.",
        goal="Trồng và giữ 1 km hoa mười giờ, hoa giấy quanh năm.",
        method=(
            "Chi đoàn nhận mỗi bạn mười mét, cắm tên mình. Khâu tưới dựa vào nước kênh, chưa tính đến ba tháng ngừng "
            "cấp nước, đây là chỗ làm chưa kỹ."
        ),
        audience="Hộ ven kênh, học sinh đi đường này.",
        resources_plan="Cây giống do đoàn viên ươm; thôn góp tiền ống tưới.",
        schedule="Trồng đầu xuân, dặm cây sau Tết.", products="Đoạn đường hoa có bảng tên; ảnh chụp mỗi quý.",
        sustain="Không duy trì được; bài học đã ghi lại cho nơi định làm theo: hỏi lịch cấp nước trước khi trồng.",
        participants=(
            Participant("Đoàn Thanh niên xã Triệu Bình", "lead", "Ươm cây, phân đoạn chăm sóc"),
            Participant("Chi đoàn thôn Dương Lệ Văn", "member", "Tưới, dặm cây"),
        ),
        charge=Charge("Bí thư Đoàn Thanh niên xã Triệu Bình", "Người chịu trách nhiệm", "2025-07-12"),
        outcomes=(
            Outcome("Đường hoa còn sống quanh năm", "m", 0, 1000, 240, "2025-08-30", main=True,
                    missed_reason="Thiếu nước tưới trong mùa khô."),
            Outcome("Ngày công trồng, chăm sóc", "ngày công", 0, 150, 173, "2025-08-30", resource="labour"),
        ),
        rounds=(2024, 2025),
        stage_reason=(
            "Kênh cạn từ tháng 5 đến tháng 8, không đủ nước tưới; lực lượng trẻ đi làm xa, hai mùa hè hoa chết khô. "
            "Đoàn xã đề nghị thôi, chuyển sang trồng cây bóng mát."
        ),
        old_unit="Xã Triệu Thuận, huyện Triệu Phong",
        contributions=(Contribution("labour", 173, "ngày công", "Đoàn viên thanh niên hai thôn", "2025-08-30"),),
        progress=(
            Progress("2024-04-30", "Hoa mười giờ nở kín 900 m, nhiều người tới chụp ảnh."),
            Progress("2024-08-12", "Nắng gắt, chết quá nửa; chi đoàn xin dặm lại sau mưa."),
            Progress("2025-08-30", "Còn 240 m sát nhà dân, Đoàn xã báo cáo xin dừng."),
        ),
        guidance=(
            Guidance("2025-09-08", "specialist",
                (
                    "Dừng và nói rõ nguyên do như báo cáo của Đoàn xã là đúng mực. Đoạn 240 m đề nghị bàn giao cho "
                    "các hộ liền kề."
                )
            ),
        ),
        households=35, beneficiaries=140, members=22,
        recognitions=(Recognition("commune", 2024, "41-QĐ/ĐU", "2024-11-05", "Đảng ủy xã Triệu Thuận"),),
        verification=Verification("dead", "2026-09-30"),
    ),
    Story(
        key="con-co-mang-rac-ve-bo", name="Khách ra đảo mang rác về bờ", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Biên giới, biển đảo", "Môi trường"),
        unit=Body("Đoàn Thanh niên đặc khu Cồn Cỏ", "mass"), commune="19742",
        place_detail="Bến cảng và bãi đá phía đông đảo", starts="2025-08", stage="running", origin="continued",
        summary=(
            "Ai ra Cồn Cỏ cũng nhận một túi vải, lúc về đưa lại túi rác của mình ở cầu tàu và được đóng dấu kỷ niệm."
        ),
        situation="Đảo không có bãi chôn lấp, mỗi mùa du lịch thêm chừng năm tấn rác phải chở vào bờ.",
        goal="Bảy phần mười khách mang rác của mình về đất liền.",
        method=(
            "Đoàn viên đứng ở cầu cảng đưa túi tận tay, nói đúng ba câu rồi để khách tự chọn. Con dấu hình con cua "
            "đá do học sinh trên đảo vẽ khiến trẻ con nằng nặc đòi cha mẹ nhặt rác."
        ),
        audience="Khách du lịch và người dân trên đảo.",
        resources_plan="Túi may từ vải bạt cũ của tàu cá; chủ tàu chở rác vào bờ không lấy tiền.",
        schedule="Mùa biển êm từ tháng 3 đến tháng 9.",
        products="Sổ đếm túi phát, túi thu theo chuyến tàu; số ký rác cân tại bờ.",
        sustain="Chủ tàu đã in lời nhắc lên vé; mùa nghỉ khách, thanh niên may túi cho năm sau.",
        participants=(
            Participant("Đoàn Thanh niên đặc khu Cồn Cỏ", "lead", "Phát túi, thu túi, cân rác"),
            Participant("Đồn Biên phòng Cồn Cỏ", "partner", "Nhắc khách tại cầu cảng"),
            Participant("Các chủ tàu khách", "member", "Chở rác vào bờ, in lời nhắc lên vé"),
        ),
        charge=Charge("Bí thư Đoàn đặc khu Cồn Cỏ", "Người chịu trách nhiệm", "2025-08-01"),
        outcomes=(
            Outcome("Khách mang rác về bờ", "%", 0, 70, 78, "2026-09-20", main=True),
            Outcome("Rác đưa vào đất liền", "tấn", 0, 4, 5.1, "2026-09-20"),
        ),
        rounds=(2025, 2026),
        contributions=(
            Contribution("in_kind", 2400, "túi vải", "Chủ tàu cá và thanh niên trên đảo", "2026-03-15"),
            Contribution("labour", 96, "ngày công", "Đoàn viên, chiến sĩ", "2026-09-20"),
        ),
        progress=(
            Progress("2025-09-14", "Chạy thử sáu chuyến, thu lại 212/380 túi."),
            Progress("2026-05-03", "Dịp nghỉ lễ đông khách, hết túi, phải dùng bao gạo thay tạm."),
            Progress("2026-09-20", "Hết mùa: phát 2.310 túi, thu về 1.802 túi."),
        ),
        beneficiaries=2310, members=24,
        recognitions=(Recognition("commune", 2026, "19-QĐ/ĐU", "2026-10-10", "Đảng ủy đặc khu Cồn Cỏ"),),
        verification=Verification("effective", "2026-09-25"),
    ),
)
