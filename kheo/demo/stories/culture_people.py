"""Stories of the field Văn hóa - xã hội: funerals, school kitchens, homes, swimming, porridge.

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
CULTURE_PEOPLE: tuple[Story, ...] = (
    Story(
        key="tang-le-gon-dong-hoi", name="Một vòng hoa luân lưu, tang lễ gọn mà ấm", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Nếp sống văn hóa", "Đô thị văn minh"),
        unit=Body("Ủy ban Mặt trận Tổ quốc phường Đồng Hới", "front"), commune="18880",
        place_detail="Tổ dân phố 6 và 11 tổ dân phố khác", starts="2025-10", stage="running", origin="continued",
        summary=(
            "Khu phố dùng chung một vòng hoa, không rải vàng mã trên phố; tiền phúng viếng bớt lại góp cho người "
            "bệnh nặng."
        ),
        situation=(
            "Một đám tang trước đây có đến bốn, năm chục vòng hoa, hôm sau chất đống ngoài bãi rác. Gia đình khó "
            "khăn vay tiền làm đám theo hàng xóm."
        ),
        goal="Tám trên mười đám tang trong phường dùng vòng hoa luân lưu, không rải vàng mã.",
        method=(
            "Tổ tang lễ của khu phố đến nhà có việc trong hai giờ đầu, nói chuyện với người lớn tuổi nhất rồi mới "
            "nói quy ước. Cán bộ, đảng viên có việc nhà làm gọn trước và cho phép nhắc đến làm ví dụ. Không ai đọc "
            "tên nhà làm khác trên loa."
        ),
        audience="Hộ dân 12 tổ dân phố.",
        resources_plan="Khung vòng hoa và loa đài do khu phố mua một lần từ quỹ chung.",
        schedule="Thực hiện thường xuyên; sáu tháng tổng hợp một lần.",
        products="Sổ theo dõi việc tang của 12 tổ; bản quy ước có chữ ký chủ hộ.",
        sustain="Quy ước đã thành nếp ở bảy tổ, năm tổ còn lại làm khi gia đình thuận.",
        participants=(
            Participant("Ủy ban Mặt trận Tổ quốc phường Đồng Hới", "lead", "Hướng dẫn quy ước, tổng hợp"),
            Participant("Hội Người cao tuổi phường", "partner", "Thành lập tổ tang lễ"),
            Participant("Ban công tác Mặt trận các tổ dân phố", "member", "Giúp gia đình có việc"),
        ),
        charge=Charge("Phó Chủ tịch Ủy ban Mặt trận Tổ quốc phường", "Người chịu trách nhiệm", "2025-10-01"),
        outcomes=(
            Outcome("Đám tang dùng vòng hoa luân lưu", "%", 15, 80, 76, "2026-10-30", main=True),
            Outcome("Tiền góp cho người bệnh nặng", "triệu đồng", 0, 60, 88.2, "2026-10-30", resource="money"),
        ),
        rounds=(2025, 2026),
        contributions=(
            Contribution("money", 35, "triệu đồng", "Các gia đình có việc tang", "2026-04-29"),
            Contribution("money", 53.2, "triệu đồng", "Hộ dân 12 tổ dân phố", "2026-10-30"),
        ),
        progress=(
            Progress("2025-12-28", "Ba tổ đầu ký quy ước, có cụ 84 tuổi xung phong dặn con cháu trước."),
            Progress("2026-06-29", "Sáu tháng có 58 đám, 42 đám theo quy ước."),
            Progress("2026-10-30", "Bảy tổ đạt trên 80%, bình quân toàn phường 76%."),
        ),
        households=2150, beneficiaries=17, members=430,
        recognitions=(Recognition("commune", 2026, "112-QĐ/ĐU", "2026-10-14", "Đảng ủy phường Đồng Hới"),),
        verification=Verification("effective", "2026-11-04"), quote="Người mất cần yên, người sống cần bớt lo.",
    ),
    Story(
        key="noi-com-ban-tru-ta-rut", name="Nồi cơm bán trú giữ chân học trò", kind="practice", bearer="group",
        nature="lasting", field="culture", themes=("Giáo dục, khuyến học", "Giảm nghèo"),
        unit=Body("Trường Phổ thông dân tộc bán trú THCS Tà Rụt", "service"), commune="19588",
        place_detail="Khu bán trú của trường", starts="2024-09-05", stage="running", origin="continued",
        summary=(
            "Thầy cô cùng cha mẹ thay nhau nấu cơm, trồng rau ngay tại trường để các em ở xa không bỏ học giữa mùa "
            "rẫy."
        ),
        situation="Năm học 2023-2024 có 23 em bỏ học sau Tết vì nhà xa 15 đến 20 km, ở lại thì đói, về thì ngại đi.",
        goal="Không còn quá ba em bỏ học trong năm; bữa ăn nào cũng có rau trường trồng.",
        method=(
            "Nhà trường mời cha mẹ xuống ăn thử một bữa với con trước khi vận động. Mỗi thôn nhận một tuần trực bếp, "
            "ai không có gạo thì góp củi, góp măng. Khi một em vắng hai buổi, thầy chủ nhiệm và một phụ huynh cùng "
            "thôn đến nhà ngay chiều hôm đó."
        ),
        audience="164 học sinh bán trú và gia đình.",
        resources_plan="Chế độ bán trú của Nhà nước; rau, củi do phụ huynh và học sinh; bộ đội giúp dựng chuồng gà.",
        schedule="Theo năm học; họp cha mẹ mỗi tháng một lần ở thôn.",
        products="Sổ trực bếp; bảng sĩ số từng tuần; vườn rau 600 m².",
        sustain="Bếp có phụ huynh trực đều ba năm học; vườn rau giao cho từng lớp.",
        participants=(
            Participant("Trường PTDTBT THCS Tà Rụt", "lead", "Tổ chức bếp, theo dõi sĩ số"),
            Participant("Ban đại diện cha mẹ học sinh các thôn", "partner", "Trực bếp, vận động em vắng học"),
            Participant("Đồn Biên phòng trên địa bàn", "member", "Làm chuồng trại, tặng giống rau"),
        ),
        charge=Charge("Hiệu trưởng nhà trường", "Người chịu trách nhiệm", "2024-09-05"),
        outcomes=(
            Outcome("Học sinh bỏ học trong năm học", "người", 23, 3, 2, "2026-05-29", main=True),
            Outcome("Ngày công phụ huynh trực bếp", "ngày công", 0, 600, 655, "2026-05-29", resource="labour"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Tà Rụt, huyện Đakrông",
        contributions=(
            Contribution("labour", 305, "ngày công", "Phụ huynh sáu thôn", "2025-05-28"),
            Contribution("labour", 350, "ngày công", "Phụ huynh tám thôn", "2026-05-29"),
            Contribution("in_kind", 3.2, "tấn rau, củ", "Vườn trường và gia đình học sinh", "2026-05-29"),
        ),
        progress=(
            Progress("2024-10-11", "Buổi ăn thử có 47 cha mẹ, nhiều người lần đầu vào trường của con."),
            Progress("2025-05-28", "Hết năm học thứ nhất còn bảy em bỏ học, giảm 16 em."),
            Progress("2026-05-29", "Hai em nghỉ do theo cha mẹ vào Nam, trường đã báo nơi đến."),
            Progress("2026-10-16", "Năm học mới thêm hai thôn nhận tuần trực bếp."),
        ),
        guidance=(
            Guidance("2025-06-10", "specialist",
                "Nên ghi cả lý do từng em nghỉ, con số sẽ nói được nhiều hơn tỷ lệ."
            ),
        ),
        households=131, beneficiaries=164, members=29,
        recognitions=(
            Recognition("district", 2024, "290-QĐ/HU", "2024-12-16", "Huyện ủy Đakrông"),
            Recognition("commune", 2026, "58-QĐ/ĐU", "2026-10-13", "Đảng ủy xã Tà Rụt"),
        ),
        verification=Verification("effective", "2026-10-16"), quote="Con ăn no thì cái chữ mới ở lại.",
    ),
    Story(
        key="mai-am-lao-bao", name="Mỗi cơ quan một mái nhà ở Lao Bảo", kind="practice", bearer="group",
        nature="one_off", field="culture", themes=("Chăm lo người yếu thế", "Giảm nghèo"),
        unit=Body("Ủy ban Mặt trận Tổ quốc xã Lao Bảo", "front"), commune="19432",
        place_detail="Các thôn Ka Tăng, Ka Túp, Làng Vây", starts="2025-07-20", stage="completed", origin="new",
        summary=(
            "Mỗi cơ quan nhận lo cùng một gia đình dựng lại căn nhà, từ chuyển cột đến lợp mái, kịp trước mùa mưa."
        ),
        situation=(
            "Sau khi lập xã mới còn 24 hộ ở nhà tạm, trong đó chín hộ là người già neo đơn không tự dựng nhà được."
        ),
        goal="Xóa xong 24 nhà tạm trong năm 2025.",
        method=(
            "Mặt trận không giao chỉ tiêu tiền mà để từng cơ quan đến tận nhà, ngồi vẽ nhà cùng chủ hộ rồi tự nhận. "
            "Nhà của người Vân Kiều vẫn làm sàn, giữ bếp lửa ở giữa. Chủ hộ góp gỗ, góp công nên ai cũng coi là nhà "
            "mình làm."
        ),
        audience="24 hộ ở nhà tạm.",
        resources_plan=(
            "Nguồn xóa nhà tạm của Nhà nước và quỹ Vì người nghèo; ngày công các cơ quan, bộ đội, công an, dân làng."
        ),
        schedule="Tháng 7 khảo sát; tháng 8 khởi công; xong trong tháng 12/2025.",
        products="24 biên bản bàn giao nhà có ảnh trước, sau; bảng công khai tiền từng căn.",
        sustain="Việc làm một lần; sau một năm Mặt trận đi xem lại từng nhà.",
        participants=(
            Participant("Ủy ban Mặt trận Tổ quốc xã Lao Bảo", "lead", "Khảo sát, điều phối, công khai tiền"),
            Participant("Công an, Ban Chỉ huy Quân sự xã", "partner", "Chuyển vật liệu, dựng khung"),
            Participant("18 cơ quan, trường học trên địa bàn", "member", "Mỗi nơi nhận lo một đến hai nhà"),
        ),
        charge=Charge("Chủ tịch Ủy ban Mặt trận Tổ quốc xã Lao Bảo", "Người chịu trách nhiệm", "2025-07-20"),
        outcomes=(
            Outcome("Nhà hoàn thành, bàn giao", "nhà", 0, 24, 24, "2025-12-22", main=True),
            Outcome("Ngày công giúp dựng nhà", "ngày công", 0, 900, 1065, "2025-12-22", resource="labour"),
            Outcome("Tiền vận động ngoài ngân sách", "triệu đồng", 0, 500, 542, "2025-11-28", resource="money"),
        ),
        rounds=(2025,),
        contributions=(
            Contribution("labour", 420, "ngày công", "Lực lượng vũ trang trên địa bàn", "2025-10-30"),
            Contribution("labour", 645, "ngày công", "Dân làng và các cơ quan", "2025-12-22"),
            Contribution("money", 310, "triệu đồng", "Cán bộ, giáo viên, người lao động", "2025-09-30"),
            Contribution("money", 232, "triệu đồng", "Tiểu thương và doanh nghiệp cửa khẩu", "2025-11-28"),
        ),
        progress=(
            Progress("2025-09-12", "Khởi công 16 nhà, có nhà chủ hộ tự vào rừng lấy lá về lợp bếp."),
            Progress("2025-12-22", "Bàn giao căn cuối cùng cho cụ bà 79 tuổi ở Ka Túp."),
            Progress("2026-10-09", "Xem lại cả 24 nhà sau mưa: hai nhà dột nhẹ, đã sửa."),
        ),
        guidance=(
            Guidance("2025-08-02", "specialist",
                "Nhà sàn truyền thống vẫn đủ ba cứng nếu làm đúng, không nên ép một mẫu nhà cấp bốn."
            ),
        ),
        households=24, beneficiaries=103, members=212,
        recognitions=(Recognition("commune", 2025, "44-QĐ/ĐU", "2025-12-30", "Đảng ủy xã Lao Bảo"),),
        verification=Verification("effective", "2026-10-09"), quote="Nhà mới mà còn bếp lửa cũ, tui ngủ được.",
    ),
    Story(
        key="thay-tran-quang-nhieu", name="Thầy Trần Quang Nhiêu dạy bơi bên sông Son", kind="example",
        bearer="person", nature="lasting", field="culture", themes=("Giáo dục, khuyến học", "Phòng, chống thiên tai"),
        unit=Body("Hội Khuyến học xã Phong Nha", "mass"), commune="19138", place_detail="Bến sông Son",
        starts="2024-06", stage="running", origin="continued",
        summary=(
            "Thầy giáo thể dục về hưu lấy lưới quây một góc sông, hè nào cũng dạy bơi không lấy tiền cho trẻ trong "
            "làng."
        ),
        situation=(
            "Trẻ ở làng chài lớn lên bên nước nhưng nhiều em không được dạy cách thoát nước xoáy; mùa hè năm 2023 "
            "vùng này có hai em đuối nước."
        ),
        goal="Mỗi hè dạy được 120 em biết bơi và biết gọi người đến cứu thay vì tự nhảy xuống.",
        method=(
            "Thầy chia lớp theo chiều cao chứ không theo tuổi, em biết bơi kèm em chưa biết. Cha mẹ phải ở trên bờ "
            "ít nhất một buổi để thấy con mình sợ chỗ nào. Buổi cuối là tập ném dây, ném can nhựa."
        ),
        audience="Học sinh 7 đến 14 tuổi quanh bến sông.",
        resources_plan="Lưới, phao do thầy và cha mẹ góp; xã cho mượn áo phao.",
        schedule="Từ tháng 6 đến giữa tháng 8, sáu buổi mỗi tuần.",
        products="Danh sách học sinh có ngày kiểm tra bơi 25 m; ảnh bãi tập có phao giới hạn.",
        sustain="Hai học trò cũ, nay là sinh viên thể thao, về dạy cùng thầy từ hè 2025.",
        participants=(
            Participant("Thầy Trần Quang Nhiêu", "lead", "Dạy bơi, giữ danh sách"),
            Participant("Hội Khuyến học xã Phong Nha", "partner", "Mượn áo phao, mua bảo hiểm cho lớp"),
        ),
        charge=Charge("Chủ tịch Hội Khuyến học xã Phong Nha", "Người theo dõi, giúp đỡ", "2025-08-15"),
        outcomes=(Outcome("Trẻ bơi được 25 m sau ba mùa hè", "người", 0, 360, 412, "2026-08-14", main=True),),
        rounds=(2025, 2026), old_unit="Thị trấn Phong Nha, huyện Bố Trạch",
        progress=(
            Progress("2025-08-16", "Hè thứ hai 139 em, lần đầu có lớp riêng cho các em gái."),
            Progress("2026-08-14", "Kết thúc hè thứ ba, thêm 151 em bơi được 25 m."),
        ),
        guidance=(
            Guidance("2026-05-20", "specialist",
                "Ảnh lớp bơi có trẻ em, khi đăng cần cha mẹ đồng ý hoặc làm mờ mặt."
            ),
        ),
        beneficiaries=412, members=3,
        recognitions=(
            Recognition("commune", 2025, "36-QĐ/ĐU", "2025-12-12", "Đảng ủy xã Phong Nha"),
            Recognition("province", 2026, "309-QĐ/TU", "2026-10-12", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-09-03"),
        confirmed_by="Ủy ban nhân dân xã Phong Nha và ban đại diện cha mẹ học sinh",
        consent=(
            "Thầy Nhiêu ký giấy đồng ý ngày 02/10/2025 cho nêu tên, tuổi nghề và ảnh đang dạy; ảnh có trẻ em phải "
            "được làm mờ."
        ),
        quote="Dạy bơi không khó, khó là dạy tụi nhỏ đừng liều.",
    ),
    Story(
        key="bep-chao-thu-nam", name="Bếp cháo thứ Năm của tiểu thương chợ Đông Hà", kind="example", bearer="group",
        nature="lasting", field="culture", themes=("Chăm lo người yếu thế", "Đô thị văn minh"),
        unit=Body("Hội Liên hiệp Phụ nữ phường Đông Hà", "mass"), commune="19333", place_detail="Chợ Đông Hà",
        starts="2025-10-09", stage="running", origin="new",
        summary=(
            "Sáng thứ Năm nào mấy chị bán hàng ở chợ cũng dậy từ ba giờ nấu cháo, chở vào bệnh viện cho người bệnh "
            "nghèo."
        ),
        situation="Người bệnh từ miền núi xuống điều trị dài ngày, người nhà phải nhịn bữa sáng để dành tiền xe về.",
        goal="Không bỏ tuần nào, mỗi tuần 200 suất.",
        method=(
            "Chị bán thịt góp xương, chị bán rau góp hành, chị bán gạo góp gạo, thiếu gì mới bỏ tiền mua. Cháo đem "
            "tới tận giường, hỏi ăn mặn hay nhạt rồi mới múc. Tên người góp không ghi lên thùng cháo."
        ),
        audience="Người bệnh nghèo và người nuôi bệnh.",
        resources_plan="Hàng của tiểu thương; nồi và bếp mượn đình chợ.",
        schedule="Thứ Năm hằng tuần, nghỉ ba tuần Tết.",
        products="Sổ đếm suất từng tuần, bệnh viện xác nhận hằng tháng.",
        sustain="34 chị chia bốn nhóm, nhóm này bận nhóm kia thay.",
        participants=(
            Participant("Nhóm tiểu thương chợ Đông Hà", "lead", "Góp hàng, nấu và chở cháo"),
            Participant("Hội Liên hiệp Phụ nữ phường Đông Hà", "partner", "Làm việc với bệnh viện, giữ sổ"),
        ),
        charge=Charge("Chủ tịch Hội Liên hiệp Phụ nữ phường Đông Hà", "Người theo dõi, giúp đỡ", "2026-09-10"),
        outcomes=(Outcome("Suất cháo đã trao", "suất", 0, 9000, 10840, "2026-11-19", main=True),),
        contributions=(Contribution("in_kind", 1.9, "tấn gạo, thịt, rau", "34 tiểu thương", "2026-11-19"),),
        progress=(
            Progress("2026-02-05", "Tuần cuối năm trao 260 suất, có thêm bánh tét."),
            Progress("2026-11-19", "Tuần thứ 56, một chị nhập viện lại được chính bạn hàng múc cháo cho."),
        ),
        beneficiaries=3100, members=34,
        confirmed_by="Phòng Công tác xã hội bệnh viện và Ban Quản lý chợ",
        quote="Bán buôn có bữa ế, nồi cháo thì chưa bữa nào ế.",
    ),
)
