"""Stories of the field Quốc phòng - an ninh; those with public=False stay inside.

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
DEFENCE: tuple[Story, ...] = (
    Story(
        key="den-duong-long-quang",
        name="Thắp sáng đường làng, tắt nỗi lo trộm cắp ở Long Quang",
        kind="practice", bearer="group", nature="lasting", field="defence",
        themes=("An ninh trật tự", "Nông thôn mới"), unit=Body("Công an xã Nam Cửa Việt", "police"), commune="19639",
        place_detail="Thôn Long Quang", starts="2024-05-19", stage="running", origin="continued",
        summary=(
            "Mỗi nhà nối một bóng đèn ra ngõ, bật lúc chập tối; đường sáng, trộm vặt ít hẳn, trẻ con tối đi học về "
            "không sợ."
        ),
        situation=(
            "Năm 2023 thôn có 17 vụ mất gà, mất xe đạp và hai vụ va xe ban đêm; đường liên thôn 2,8 km không một "
            "bóng đèn."
        ),
        goal="Sáng hết 2,8 km, số vụ trộm vặt dưới ba vụ mỗi năm.",
        method=(
            "Công an xã không vận động tiền trước mà treo thử mười bóng ở đoạn hay mất trộm suốt một tháng. Thấy "
            "yên, các xóm tự xin nối. Điện kéo từ công tơ nhà dân, mỗi tháng thêm chừng tám nghìn đồng, nhà nào khó "
            "thì hàng xóm nối giúp."
        ),
        audience="212 hộ thôn Long Quang.",
        resources_plan="Bóng và dây do dân góp; công an, dân quân kéo dây; thợ điện trong thôn đấu nối.",
        schedule="Tháng 5 đến tháng 12/2024 lắp; từ 2025 duy trì, mỗi quý thay bóng hỏng.",
        products="Sơ đồ 212 bóng đèn kèm tên hộ; bảng số vụ việc theo năm của Công an xã.",
        sustain="Tổ tự quản mỗi xóm giữ năm bóng dự phòng; bóng hỏng thay trong ba ngày.",
        participants=(
            Participant("Công an xã Nam Cửa Việt", "lead", "Khảo sát điểm tối, hướng dẫn an toàn điện"),
            Participant("Chi bộ thôn Long Quang", "partner", "Họp xóm, vận động nối điện"),
            Participant("Tổ bảo vệ an ninh, trật tự ở cơ sở", "member", "Kéo dây, thay bóng"),
        ),
        charge=Charge("Phó Trưởng Công an xã Nam Cửa Việt", "Người chịu trách nhiệm", "2025-07-01"),
        outcomes=(
            Outcome("Đường được chiếu sáng", "km", 0, 2.8, 2.8, "2024-12-15", main=True),
            Outcome("Vụ trộm vặt trong năm", "vụ", 17, 3, 2, "2026-10-31"),
            Outcome("Tiền dân góp mua bóng, dây", "triệu đồng", 0, 45, 51.6, "2024-12-15", resource="money"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Triệu Trạch, huyện Triệu Phong",
        contributions=(
            Contribution("money", 18.6, "triệu đồng", "86 hộ xóm Bắc, xóm Giữa", "2024-08-10"),
            Contribution("money", 33, "triệu đồng", "126 hộ các xóm còn lại", "2024-12-15"),
            Contribution("labour", 64, "ngày công", "Tổ an ninh và thanh niên", "2024-12-15"),
        ),
        progress=(
            Progress("2024-06-19", "Mười bóng thử ở cổng chợ, cả tháng không mất con gà nào."),
            Progress("2025-11-20", "Bão làm hỏng 31 bóng, các xóm thay xong trong một tuần."),
            Progress("2026-10-31", "Mười tháng chỉ có hai vụ, đều tìm được người lấy."),
        ),
        guidance=(
            Guidance("2024-07-05", "specialist",
                "Nhớ mời điện lực kiểm tra mối nối, đừng để thành tích làm mất an toàn."
            ),
        ),
        households=212, beneficiaries=905, members=46,
        recognitions=(
            Recognition("district", 2024, "604-QĐ/HU", "2024-12-20", "Huyện ủy Triệu Phong"),
            Recognition("commune", 2025, "18-QĐ/ĐU", "2025-12-02", "Đảng ủy xã Nam Cửa Việt"),
        ),
        verification=Verification("effective", "2026-10-31"), quote="Có đèn rồi, kẻ gian cũng ngại lộ mặt.",
    ),
    Story(
        key="mat-than-dong-giang", name="Đèn trước ngõ, mắt quanh phố ở Đông Giang", kind="practice", bearer="group",
        nature="lasting", field="defence", themes=("An ninh trật tự", "Đô thị văn minh"),
        unit=Body("Công an phường Đông Hà", "police"), commune="19333", place_detail="Khu phố 4, Đông Giang cũ",
        starts="2025-11-10", stage="running", origin="continued",
        summary=(
            "Khu phố ven sông học Long Quang treo đèn trước ngõ, thêm camera của nhà dân quay ra đường để cùng trông "
            "xóm."
        ),
        situation=(
            "Đoạn kè sông Hiếu vắng nhà, thanh thiếu niên hay tụ tập khuya; sáu tháng đầu năm 2025 có chín tin báo "
            "gây rối."
        ),
        goal="Sáu mươi hộ tham gia, tin báo gây rối giảm một nửa.",
        method=(
            "Cảnh sát khu vực hẹn từng nhà vào giờ cơm tối, ghi rõ chỉ xem lại hình khi có vụ việc và có chủ nhà "
            "đồng ý. Nhà lắp sẵn camera chỉ cần xoay ra ngõ."
        ),
        audience="138 hộ ven kè.",
        resources_plan="Thiết bị do các hộ tự có; phường in bảng cảnh báo khu vực có camera.",
        schedule="Ba tháng đầu vận động; từ tháng 3/2026 chạy ổn định.",
        products="Danh sách hộ cam kết; bảng đếm tin báo theo tháng.",
        sustain="Không phát sinh kinh phí thường xuyên; mỗi năm ký lại một lần.",
        participants=(
            Participant("Công an phường Đông Hà", "lead", "Vận động, lập quy tắc xem hình"),
            Participant("Ban điều hành khu phố 4", "partner", "Ký cam kết với hộ"),
            Participant("Công an xã Nam Cửa Việt", "partner", "Chia sẻ cách làm"),
        ),
        charge=Charge("Cảnh sát khu vực khu phố 4", "Người chịu trách nhiệm", "2025-11-10"),
        outcomes=(
            Outcome("Hộ treo đèn, xoay camera ra ngõ", "hộ", 11, 60, 72, "2026-09-28", main=True),
            Outcome("Tin báo gây rối trong sáu tháng", "tin", 9, 4, 3, "2026-09-28"),
        ),
        rounds=(2025, 2026), copied_from="den-duong-long-quang",
        progress=(
            Progress("2026-01-16", "34 hộ xoay camera, một hộ rút vì sợ lộ việc nhà, tổ tôn trọng."),
            Progress("2026-09-28", "72 hộ, hai vụ va quẹt được làm rõ ngay trong buổi."),
        ),
        households=72, beneficiaries=560, members=12,
        recognitions=(Recognition("commune", 2026, "131-QĐ/ĐU", "2026-10-15", "Đảng ủy phường Đông Hà"),),
        verification=Verification("effective", "2026-10-18"),
    ),
    Story(
        key="tau-khong-vuot-ranh",
        name="Tổ tàu thuyền an toàn, không vượt ranh giới trên biển",
        kind="practice", bearer="group", nature="lasting", field="defence", themes=("Biên giới, biển đảo",),
        unit=Body("Đồn Biên phòng Cửa Việt", "military"), commune="19496", place_detail="Cảng cá Cửa Việt",
        starts="2024-03-26", stage="running", origin="continued",
        summary="Mười lăm tàu kết thành một tổ, ra khơi trông nhau qua bộ đàm, nhắc nhau không đánh bắt sai vùng.",
        situation=(
            "Trước năm 2024 có tàu tắt giám sát hành trình để chạy theo luồng cá; chủ tàu nói cán bộ chỉ nhắc ở bờ "
            "chứ ra khơi không ai nhắc."
        ),
        goal="Cả 94 tàu từ 15 m trở lên vào tổ, không còn lượt mất kết nối quá sáu giờ không lý do.",
        method=(
            "Bộ đội xuống tận khoang lái uống trà trước giờ xuất bến, dán bảng tọa độ bằng chữ to cạnh vô lăng. Tổ "
            "trưởng là thuyền trưởng lớn tuổi do ngư dân bầu. Vợ con thuyền viên lập nhóm trên bờ, thấy tàu mất tín "
            "hiệu thì gọi trước khi đồn phải gọi."
        ),
        audience="Chủ tàu, thuyền viên cảng Cửa Việt.",
        resources_plan="Bộ đàm của tàu; đồn in bảng tọa độ; quỹ tổ do chủ tàu góp.",
        schedule="Họp tổ sau mỗi con trăng; ba tháng đối chiếu tín hiệu.",
        products="Danh sách tổ; bảng tín hiệu giám sát theo quý; sổ cứu giúp trên biển.",
        sustain="Quỹ tổ đủ hỗ trợ tàu hỏng máy; hai đồn biên phòng bạn đã sang tìm hiểu.",
        participants=(
            Participant("Đồn Biên phòng Cửa Việt", "lead", "Hướng dẫn, theo dõi tín hiệu"),
            Participant("Nghiệp đoàn nghề cá", "partner", "Bầu tổ trưởng, giữ quỹ"),
            Participant("Hội Phụ nữ xã Cửa Việt", "member", "Nhóm vợ con thuyền viên trên bờ"),
        ),
        charge=Charge("Chính trị viên Đồn Biên phòng Cửa Việt", "Người chịu trách nhiệm", "2024-03-26"),
        outcomes=(
            Outcome("Tàu tham gia tổ", "tàu", 15, 94, 94, "2026-06-30", main=True),
            Outcome("Lượt mất kết nối quá sáu giờ không lý do", "lượt", 38, 0, 1, "2026-09-30",
                    missed_reason="Một tàu hỏng nguồn thiết bị ngoài khơi, chưa kịp báo qua bộ đàm."),
            Outcome("Quỹ tương trợ do chủ tàu góp", "triệu đồng", 0, 200, 236, "2026-06-30", resource="money"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Thị trấn Cửa Việt, huyện Gio Linh",
        contributions=(
            Contribution("money", 76, "triệu đồng", "Chủ 38 tàu đầu tiên", "2024-12-10"),
            Contribution("money", 160, "triệu đồng", "Chủ 56 tàu vào sau", "2026-06-30"),
        ),
        progress=(
            Progress("2024-09-02", "Bốn tổ đầu tiên, lai dắt được một tàu hỏng máy về bờ."),
            Progress("2025-10-12", "Nhóm trên bờ gọi kịp hai tàu quên bật thiết bị."),
            Progress("2026-06-30", "Tàu cuối cùng vào tổ sau khi tận mắt thấy tổ lai dắt tàu bạn."),
        ),
        households=94, beneficiaries=620, members=18,
        recognitions=(
            Recognition("district", 2024, "377-QĐ/HU", "2024-11-29", "Huyện ủy Gio Linh"),
            Recognition("province", 2025, "219-QĐ/TU", "2025-10-13", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-10-02"),
        quote="Trên biển, tiếng bạn chài nghe lọt tai hơn tiếng loa.",
    ),
    Story(
        key="to-tu-quan-duong-bien", name="Rẫy mình giáp biên, mình giữ dấu mốc", kind="practice", bearer="group",
        nature="lasting", field="defence", themes=("Biên giới, biển đảo",),
        unit=Body("Đồn Biên phòng Hướng Lập", "military"), commune="19435", place_detail="Các bản giáp biên",
        starts="2024-04", stage="running", origin="continued",
        summary="Nhà nào có rẫy gần đường biên nhận trông luôn đoạn gần rẫy, đi làm nương thấy điều lạ thì báo đồn.",
        situation="Địa bàn rộng, quân số có hạn; bà con qua lại rẫy hằng ngày biết rõ từng lối mòn hơn ai hết.",
        goal="Các bản giáp biên đều có tổ, thông tin đến đồn trong ngày.",
        method=(
            "Đồn để dân tự nhận đoạn theo rẫy, không chia theo danh sách. Mỗi tháng đi tuần chung một lần, tối về ăn "
            "cơm ở nhà già làng, ai thấy gì kể nấy."
        ),
        audience="Hộ có nương rẫy giáp biên.",
        resources_plan="Cơm nắm, công đi tuần của dân; đồn lo bộ đàm, ủng và thuốc.",
        schedule="Tuần chung mỗi tháng; họp tổ theo quý.", products="Bản cam kết của hộ; sổ tin báo đã xác minh.",
        sustain="Tổ sống nhờ nương rẫy nên bền, chỉ cần thay người khi chuyển rẫy.",
        participants=(
            Participant("Đồn Biên phòng Hướng Lập", "lead", "Tổ chức tuần tra chung"),
            Participant("Già làng, trưởng bản", "partner", "Tập hợp hộ, giữ nếp họp"),
            Participant("Hộ dân có rẫy giáp biên", "member", "Trông coi, báo tin"),
        ),
        charge=Charge("Phó Đồn trưởng nghiệp vụ", "Người chịu trách nhiệm", "2024-04-10"),
        outcomes=(
            Outcome("Hộ nhận trông đoạn giáp rẫy", "hộ", 20, 60, 64, "2026-08-31", main=True),
            Outcome("Ngày công đi tuần chung", "ngày công", 0, 700, 756, "2026-08-31", resource="labour"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Hướng Lập, huyện Hướng Hóa",
        contributions=(
            Contribution("labour", 236, "ngày công", "Hộ dân hai bản", "2024-12-31"),
            Contribution("labour", 520, "ngày công", "Hộ dân bốn bản", "2026-08-31"),
        ),
        progress=(
            Progress("2025-04-30", "Thêm hai bản tự đề nghị vào tổ."),
            Progress("2026-08-31", "64 hộ tham gia, tuần chung chưa lần nào phải hoãn vì vắng người."),
        ),
        households=64, beneficiaries=300, members=21,
        recognitions=(Recognition("commune", 2025, "15-QĐ/ĐU", "2025-12-20", "Đảng ủy xã Hướng Lập"),),
        verification=Verification("effective", "2026-09-11"), public=False,
    ),
    Story(
        key="xuong-thon-kien-giang", name="Mỗi xóm một chiếc xuồng, nước lên có người gõ cửa", kind="practice",
        bearer="group", nature="lasting", field="defence", themes=("Phòng, chống thiên tai",),
        unit=Body("Ban Chỉ huy Quân sự xã Lệ Thủy", "military"), commune="19249",
        place_detail="14 xóm ven sông Kiến Giang", starts="2025-04", stage="running", origin="continued",
        summary=(
            "Xóm nào cũng có một chiếc xuồng và ba người biết nhà nào có cụ già, bà bầu, để nước lên là đến gõ cửa "
            "đầu tiên."
        ),
        situation=(
            "Trận lụt cuối tháng 10/2024, xuồng máy của xã phải chạy vòng gần hai giờ mới tới hết các xóm thấp."
        ),
        goal="14 xóm thấp có xuồng và đội ba người, đưa hết người yếu đến chỗ cao trong 60 phút.",
        method=(
            "Dân quân đi từng nhà dán giấy màu lên cột: đỏ có người nằm một chỗ, vàng có trẻ nhỏ, xanh có gác cao "
            "nhận được người. Xuồng giao cho người biết chèo đò giữ, không để ở trụ sở."
        ),
        audience="Khoảng 1.100 hộ vùng thấp.",
        resources_plan="Xuồng do dân và người Lệ Thủy xa quê góp; áo phao, dây của xã.",
        schedule="Tập mỗi năm hai lần trước mùa lụt; sau mỗi đợt họp rút kinh nghiệm.",
        products="14 biên bản giao xuồng; sơ đồ nhà theo màu; biên bản diễn tập có bấm giờ.",
        sustain="Người giữ xuồng được dùng thả lưới quanh năm, đổi lại tự trám, tự sơn.",
        participants=(
            Participant("Ban Chỉ huy Quân sự xã Lệ Thủy", "lead", "Huấn luyện, bấm giờ diễn tập"),
            Participant("Ban công tác Mặt trận các thôn", "partner", "Rà soát hộ có người yếu"),
            Participant("Hội đồng hương Lệ Thủy ở phía Nam", "member", "Góp tiền đóng xuồng"),
        ),
        charge=Charge("Chỉ huy trưởng Ban Chỉ huy Quân sự xã Lệ Thủy", "Người chịu trách nhiệm", "2025-07-01"),
        outcomes=(
            Outcome("Xóm có xuồng và đội ba người", "xóm", 2, 14, 14, "2026-09-06", main=True),
            Outcome("Thời gian đưa hết người yếu đến chỗ cao", "phút", 115, 60, 48, "2026-10-17"),
            Outcome("Tiền đóng góp đóng xuồng", "triệu đồng", 0, 160, 174, "2026-08-22", resource="money"),
        ),
        rounds=(2025, 2026), old_unit="Thị trấn Kiến Giang, huyện Lệ Thủy",
        contributions=(
            Contribution("money", 94, "triệu đồng", "Người Lệ Thủy xa quê", "2025-09-15"),
            Contribution("money", 80, "triệu đồng", "Hộ dân 14 xóm", "2026-08-22"),
        ),
        progress=(
            Progress("2025-10-05", "Chín xuồng đầu xuống nước, diễn tập lần một mất 72 phút."),
            Progress("2026-09-06", "Đủ 14 xuồng, thay hai người giữ vì đi làm xa."),
            Progress("2026-10-17",
                "Đợt nước lên giữa tháng đưa 63 người đến nhà cao trong 48 phút, không ai bị thương."
            ),
        ),
        guidance=(
            Guidance("2025-06-18", "specialist", "Giấy màu dán trong nhà, đừng ghi bệnh của người ta ra ngoài cửa."),
        ),
        households=1100, beneficiaries=4300, members=42,
        recognitions=(
            Recognition("commune", 2025, "29-QĐ/ĐU", "2025-12-24", "Đảng ủy xã Lệ Thủy"),
            Recognition("province", 2026, "312-QĐ/TU", "2026-10-12", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-10-19"), quote="Chờ xuồng xã thì lâu, xuồng xóm gõ cửa liền.",
    ),
    Story(
        key="chan-tan-binh-trieu-binh", name="Ba lần đến nhà tân binh", kind="practice", bearer="group",
        nature="lasting", field="defence", themes=("Chăm lo người yếu thế",),
        unit=Body("Ban Chỉ huy Quân sự xã Triệu Bình", "military"), commune="19645", place_detail="Toàn xã",
        starts="2026-12-10", stage="new", origin="new",
        summary=(
            "Trước, trong và sau ngày nhập ngũ, cán bộ đều ghé nhà tân binh hỏi han, giúp việc nặng cho cha mẹ ở "
            "lại."
        ),
        situation="Mấy năm nay xã đủ quân, nhưng có gia đình chỉ được thăm đúng một lần vào hôm giao quân.",
        goal="Gia đình nào có con nhập ngũ năm 2027 cũng được thăm đủ ba lần.",
        method=(
            "Tổ ba người gồm xã đội, cựu chiến binh và đoàn viên cùng thôn; lần đầu đến nghe, lần hai giúp việc, lần "
            "ba báo tin con ở đơn vị."
        ),
        audience="Gia đình thanh niên nhập ngũ năm 2027.", resources_plan="Công của cán bộ, hội viên; xăng xe tự lo.",
        schedule="Trước Tết, sau ngày giao quân và sau ba tháng huấn luyện.",
        products="Phiếu ba lần thăm có chữ ký gia đình.", sustain="Gắn với lịch tuyển quân hằng năm.",
        participants=(
            Participant("Ban Chỉ huy Quân sự xã Triệu Bình", "lead", "Lập tổ, lên lịch"),
            Participant("Hội Cựu chiến binh xã", "partner", "Cùng đi thăm"),
            Participant("Đoàn Thanh niên xã", "member", "Giúp việc nhà, việc đồng"),
        ),
        charge=Charge("Chính trị viên Ban Chỉ huy Quân sự xã", "Người chịu trách nhiệm", "2026-11-05"),
        outcomes=(Outcome("Gia đình được thăm đủ ba lần", "hộ", 0, 28, main=True),),
        registration="returned",
        registration_reason=(
            "Chưa rõ đếm cái gì để biết có kết quả. Đề nghị bổ sung số gia đình khó khăn được giúp việc đồng áng và "
            "ai trong tổ chịu trách nhiệm từng nhà."
        ),
        guidance=(
            Guidance("2026-11-16", "specialist",
                "Ý tưởng tốt, chỉ cần thêm một con số kiểm được là đăng ký được ngay."
            ),
        ),
        public=False,
    ),
    Story(
        key="giao-nop-sung-tu-che", name="Gác súng săn lên xã, giữ yên cánh rừng", kind="practice", bearer="group",
        nature="one_off", field="defence", themes=("An ninh trật tự",), unit=Body("Công an xã Khe Sanh", "police"),
        commune="19429", place_detail="Các thôn thuộc xã Húc cũ", starts="2025-09-01", stage="completed",
        origin="continued",
        summary=(
            "Công an cùng già làng đến từng nhà sàn, kể chuyện tai nạn súng kíp để bà con tự đem súng tự chế nộp cho "
            "xã."
        ),
        situation=(
            "Súng kíp là đồ ông bà để lại, nhiều nhà giữ như kỷ vật; năm 2024 có một người bị thương do cướp cò."
        ),
        goal="Thu hết súng tự chế đã rà được, không xử phạt người tự giao.",
        method=(
            "Đi buổi tối, ngồi bên bếp, để người từng bị thương kể trước. Nhà coi súng là kỷ vật thì được giữ lại "
            "báng gỗ sau khi đã cắt nòng, nhờ vậy ít ai giấu."
        ),
        audience="Hộ có súng, bẫy ở tám thôn.",
        resources_plan="Công tác phí thường xuyên; gạo quà do Mặt trận vận động.",
        schedule="Chín tháng, kết thúc trong tháng 5/2026.",
        products="Biên bản tiếp nhận từng khẩu; biên bản tiêu hủy.",
        sustain="Tám thôn ký cam kết; mỗi mùa rẫy nhắc lại một lần trong họp thôn.",
        participants=(
            Participant("Công an xã Khe Sanh", "lead", "Vận động, tiếp nhận, tiêu hủy"),
            Participant("Già làng tám thôn", "partner", "Dẫn đường, nói trước"),
            Participant("Ban Chỉ huy Quân sự xã", "member", "Kiểm tra an toàn"),
        ),
        charge=Charge("Trưởng Công an xã Khe Sanh", "Người chịu trách nhiệm", "2025-09-01"),
        outcomes=(
            Outcome("Súng tự chế được giao nộp", "khẩu", 0, 40, 47, "2026-05-18", main=True),
            Outcome("Bẫy kẹp, bẫy điện tự tháo", "chiếc", 0, 100, 136, "2026-05-18"),
        ),
        rounds=(2025, 2026),
        progress=(
            Progress("2025-11-12", "Hai mươi mốt khẩu trong hai tháng đầu, đa số sau buổi kể chuyện bên bếp."),
            Progress("2026-05-18", "Khẩu thứ 47 do một cụ 81 tuổi tự mang xuống xã, xin giữ lại báng."),
        ),
        households=47, beneficiaries=1900, members=16,
        recognitions=(Recognition("commune", 2026, "73-QĐ/ĐU", "2026-10-12", "Đảng ủy xã Khe Sanh"),),
        verification=Verification("effective", "2026-10-05"), public=False,
    ),
    Story(
        key="to-bao-tin-bom-min-con-tien", name="Tổ báo tin bom mìn Gio An", kind="example", bearer="group",
        nature="lasting", field="defence", themes=("Khắc phục hậu quả bom mìn",),
        unit=Body("Hội Cựu chiến binh xã Cồn Tiên", "mass"), commune="19537", place_detail="Các thôn Gio An cũ",
        starts="2024-01-15", stage="running", origin="continued",
        summary=(
            "Mười một cựu chiến binh đi từng vườn tiêu, rẫy sắn dặn bà con: thấy vật lạ thì cắm cành cây, đứng xa và "
            "gọi điện."
        ),
        situation=(
            "Đất đỏ Cồn Tiên vẫn còn sót nhiều bom đạn; người đi rà phế liệu, trẻ chăn bò là những người gặp nguy "
            "hiểm trước hết."
        ),
        goal="Vật nổ nào dân thấy cũng được báo trong ngày, không ai tự đụng vào.",
        method=(
            "Các bác mang theo ảnh màu khổ to từng loại vật nổ, hỏi chuyện ngày trước rồi mới dặn. Mỗi bác giữ một "
            "đoạn thôn, số điện thoại sơn trên bồn nước."
        ),
        audience="Hộ làm vườn, người thu mua phế liệu, học sinh.",
        resources_plan=(
            "Công của hội viên; tài liệu và đội xử lý do các chương trình hành động bom mìn trong tỉnh hỗ trợ."
        ),
        schedule="Đi theo mùa làm đất; đến trường hai lần mỗi năm.",
        products="Sổ tin báo đối chiếu với đội xử lý; ảnh điểm đã xử lý.",
        sustain="Năm hội viên trẻ hơn được kèm để thay các bác trên 70 tuổi.",
        participants=(
            Participant("Tổ báo tin bom mìn Gio An", "lead", "Đi từng nhà, nhận tin, canh hiện trường"),
            Participant("Ban Chỉ huy Quân sự xã Cồn Tiên", "partner", "Tiếp nhận, gọi đội xử lý"),
            Participant("Các trường học trên địa bàn", "member", "Mời tổ nói chuyện với học sinh"),
        ),
        charge=Charge("Chủ tịch Hội Cựu chiến binh xã Cồn Tiên", "Người theo dõi, giúp đỡ", "2025-07-18"),
        outcomes=(
            Outcome("Tin báo được xác minh và xử lý", "tin", 0, 150, 203, "2026-10-30", main=True),
            Outcome("Tai nạn do vật nổ trong địa bàn", "vụ", 1, 0, 0, "2026-10-30"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Gio An, huyện Gio Linh",
        progress=(
            Progress("2024-12-12", "Năm đầu 58 tin, có em lớp năm dẫn đúng chỗ cắm cành cây."),
            Progress("2026-10-30", "Tổng cộng 203 tin, riêng mùa làm đất năm nay 41 tin."),
        ),
        beneficiaries=3600, members=11,
        recognitions=(
            Recognition("commune", 2025, "33-QĐ/ĐU", "2025-12-22", "Đảng ủy xã Cồn Tiên"),
            Recognition("province", 2025, "221-QĐ/TU", "2025-10-13", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-11-06"), confirmed_by="Ban Chỉ huy Quân sự xã Cồn Tiên",
        quote="Hồi trẻ mình đi tìm bom để giữ đường, chừ tìm bom để giữ vườn.",
    ),
)
