"""Usual kinds of model of the field Văn hóa - xã hội, for the seeded generator; sentences to be mixed."""

from kheo.demo.stories.kind import ANYWHERE, Measure, ModelKind

# Sentences to be read in groups; the formatter would scatter them.
# fmt: off
CULTURE_KINDS: tuple[ModelKind, ...] = (
    ModelKind(
        key="nha-xanh", field="culture", nature="lasting",
        units=("mass", "service"), settings=ANYWHERE,
        themes=("Môi trường", "Giáo dục, khuyến học"),
        names=("Ngôi nhà xanh {village}", "Gom vỏ lon, thêm vở mới ở {village}"),
        measures=(
            Measure("Tiền bán phế liệu", "triệu đồng", 3, 42, 0.5, main=True, resource="money"),
            Measure("Học sinh được giúp", "người", 4, 30, 1),
        ),
        summaries=(
            "Chai, lon, bìa giấy ở {village} được gom bán lấy tiền giúp trẻ khó khăn.",
            "Căn nhà lưới đầu xóm {village} biến rác bán được thành sách vở.",
        ),
        goals=("Tháng nào cũng cân, cũng công khai.", "Giúp đều các cháu đã nhận đến hết năm học."),
        situations=(
            "Chai nhựa vứt lẫn rác bếp.",
            "Sau hội làng, sân bóng đầy vỏ lon.",
            "Mấy cháu mồ côi thiếu sách đầu năm.",
            "Người thu mua phế liệu ghé thất thường.",
        ),
        methods=(
            "Đặt điểm gom cạnh quán tạp hóa cho tiện tay.",
            "Cân giữa sân, đọc to số tiền, viết lên bảng.",
            "Học sinh mang rác giấy tới vào sáng thứ Hai.",
            "Mỗi xóm nhận đỡ đầu một cháu của xóm mình.",
        ),
        sustains=(
            "Không tốn kinh phí nên dễ giữ.",
            "Người giữ quỹ thay mỗi năm.",
            "Các xóm thi nhau gom, cần giữ không khí vui.",
            "Đã có nơi khác xin mẫu khung nhà lưới.",
        ),
        products="Phiếu cân, sổ thu chi, danh sách cháu được giúp.",
    ),
    ModelKind(
        key="cay-xanh", field="culture", nature="lasting",
        units=("mass", "service", "cell"), settings=ANYWHERE,
        themes=("Môi trường", "Nông thôn mới"),
        names=("Hàng cây {village}", "Mỗi nhà một gốc cây ở {village}"),
        measures=(
            Measure("Cây còn sống sau một năm", "cây", 60, 900, 10, main=True),
            Measure("Ngày công trồng, chăm sóc", "ngày công", 30, 240, 5, resource="labour"),
        ),
        summaries=(
            "Mỗi nhà ở {village} nhận một gốc cây trước ngõ, tự tưới, tự dặm.",
            "Con đường {village} dần có bóng mát nhờ cây có chủ.",
        ),
        goals=("Chín trên mười cây còn sống sau một năm.", "Phủ bóng mát hết đoạn đường học sinh đi bộ."),
        situations=(
            "Đường mới mở nắng chang chang.",
            "Mấy đợt trồng trước cây chết gần hết vì không ai tưới.",
            "Cát bay vào nhà mùa gió Lào.",
            "Sân trường trống, giờ chơi trẻ phải nép hiên.",
        ),
        methods=(
            "Buộc thẻ tên chủ cây, tháng nào cũng đếm.",
            "Chọn cây bản địa chịu hạn thay vì cây đẹp.",
            "Trồng đúng đầu mùa mưa cho đỡ công tưới.",
            "Trẻ con được giao tưới, có sổ dán tem.",
        ),
        sustains=(
            "Cây qua hai mùa nắng là yên.",
            "Nhà chuyển đi thì giao lại cho hàng xóm.",
            "Vườn ươm của Đoàn có sẵn cây dặm.",
            "Chỗ gần dây điện đã đổi cây thấp tán.",
        ),
        products="Sơ đồ cây có tên chủ, bảng đếm hằng quý.",
    ),
    ModelKind(
        key="cuoi-tang", field="culture", nature="lasting",
        units=("front", "cell"), settings=ANYWHERE,
        themes=("Nếp sống văn hóa",),
        names=("Việc cưới, việc tang gọn ở {village}", "Bớt mâm cỗ, thêm nghĩa tình {village}"),
        measures=(
            Measure("Đám cưới, đám tang theo quy ước", "%", 45, 98, 1, main=True),
            Measure("Hộ ký quy ước", "hộ", 60, 420, 10),
        ),
        summaries=(
            "{village} thống nhất làm cưới hỏi, tang lễ gọn trong ngày, bớt vòng hoa, bớt loa.",
            "Nhờ quy ước chung, nhà khó ở {village} không phải vay để lo đám.",
        ),
        goals=("Từ 80% số đám làm theo quy ước.", "Không còn mở loa sau 22 giờ."),
        situations=(
            "Có đám kéo ba ngày, nhà khó phải vay.",
            "Vòng hoa xong đám chất đầy bãi rác.",
            "Loa mở khuya, trẻ con không học được.",
            "Người đi làm xa về dự đám mất nhiều ngày công.",
        ),
        methods=(
            "Tổ việc làng tới nhà sớm, hỏi ý người lớn tuổi nhất trước.",
            "Nhà cán bộ có việc thì làm gọn trước.",
            "Quy ước ngắn một mặt giấy, dán ở nhà văn hóa.",
            "Cho mượn rạp, bàn ghế chung để đỡ thuê.",
        ),
        sustains=(
            "Đã quen, nhà nào cũng hỏi trước khi làm.",
            "Bàn ghế chung có người giữ.",
            "Việc tang thuận hơn việc cưới, còn phải nói thêm.",
            "Mỗi năm rà quy ước một lần.",
        ),
        products="Sổ việc cưới, việc tang; bản quy ước có chữ ký.",
    ),
    ModelKind(
        key="do-dau-hoc-sinh", field="culture", nature="lasting",
        units=("cell", "military", "police", "service"), settings=ANYWHERE,
        themes=("Giáo dục, khuyến học", "Chăm lo người yếu thế"),
        names=("Nhận đỡ đầu học sinh {village}", "Con nuôi chi bộ {village}"),
        measures=(
            Measure("Học sinh được đỡ đầu thường xuyên", "người", 2, 28, 1, main=True),
            Measure("Tiền vận động", "triệu đồng", 6, 95, 1, resource="money"),
        ),
        summaries=(
            "Mỗi đảng viên ở {village} góp một phần nhỏ để một em khó khăn được đi học trọn cấp.",
            "Các cháu mồ côi ở {village} có người hỏi han bài vở, không chỉ có quà ngày Tết.",
        ),
        goals=("Không em nào được nhận mà bỏ học giữa chừng.", "Đỡ đầu đến hết lớp chín."),
        situations=(
            "Có em định nghỉ học theo mẹ đi làm.",
            "Quà tặng mỗi năm một lần, xong là thôi.",
            "Ông bà nuôi cháu không biết kèm bài.",
            "Nhà xa trường, không có xe đạp.",
        ),
        methods=(
            "Mỗi em có một người kèm, tuần ghé một lần.",
            "Hỏi em cần gì trước khi mua.",
            "Giấu tên người góp để cháu khỏi ngại.",
            "Phối hợp thầy chủ nhiệm báo ngay khi em vắng học.",
        ),
        sustains=(
            "Người kèm chuyển đi có người thay.",
            "Các em lớn kèm lại em nhỏ dịp hè.",
            "Quỹ nhỏ mà đều.",
            "Cần thêm người kèm môn toán.",
        ),
        products="Sổ theo dõi từng em, sổ quỹ.",
    ),
    ModelKind(
        key="sua-nha", field="culture", nature="one_off",
        units=("front", "mass", "military"), settings=ANYWHERE,
        themes=("Chăm lo người yếu thế", "Giảm nghèo"),
        names=("Chung tay sửa nhà ở {village}", "Mái ấm {village}"),
        measures=(
            Measure("Nhà sửa, dựng xong", "nhà", 1, 14, 1, main=True),
            Measure("Ngày công giúp", "ngày công", 30, 520, 5, resource="labour"),
            Measure("Tiền vận động", "triệu đồng", 30, 420, 5, resource="money"),
        ),
        summaries=(
            "Xóm giềng {village} góp công, góp vật liệu để nhà khó có mái che chắc trước mùa bão.",
            "Những căn nhà dột ở {village} được dựng lại bằng nhiều bàn tay.",
        ),
        goals=("Xong trước tháng chín.", "Mọi căn đạt nền cứng, khung cứng, mái cứng."),
        situations=(
            "Có nhà mái tôn thủng, mưa phải hứng chậu.",
            "Chủ nhà già yếu, con cái không có.",
            "Bão năm trước tốc mái chưa sửa lại.",
            "Được hỗ trợ tiền nhưng không có người làm.",
        ),
        methods=(
            "Chủ nhà góp được gì góp nấy để thấy là nhà mình.",
            "Thợ trong thôn lo kỹ thuật, bộ đội và thanh niên lo khuân vác.",
            "Công khai từng bao xi măng trên bảng.",
            "Làm cuốn chiếu, xong nhà này mới sang nhà kia.",
        ),
        sustains=(
            "Sau một năm quay lại xem từng nhà.",
            "Đội thợ tình nguyện còn giữ liên lạc.",
            "Cách góp vật liệu cũ được nhiều thôn áp dụng.",
            "Nhà xong việc, còn phải lo sinh kế.",
        ),
        products="Biên bản bàn giao từng nhà, bảng thu chi.",
    ),
    ModelKind(
        key="u-phan-huu-co", field="culture", nature="lasting",
        units=("mass", "hamlet"), settings=("plain", "hills", "town"),
        themes=("Môi trường",),
        names=("Rác bếp thành phân ở {village}", "Nhà vườn không rác {village}"),
        measures=(
            Measure("Hộ ủ phân tại vườn", "hộ", 20, 210, 5, main=True),
            Measure("Rác phải chở đi giảm", "%", 15, 60, 1),
        ),
        summaries=(
            "Nhà nhà ở {village} ủ rác bếp làm phân, xe rác bớt hẳn một chuyến.",
            "Rau vườn {village} xanh nhờ phân ủ, ngõ hết mùi.",
        ),
        goals=("Từ 70% hộ có vườn làm thường xuyên.", "Rác chở đi giảm một phần ba."),
        situations=(
            "Xe rác ba ngày mới tới, rác bếp bốc mùi.",
            "Mua phân hóa học tốn tiền mà đất chai.",
            "Bãi tập kết gần nhà dân.",
            "Đã phát thùng một lần nhưng ít ai dùng.",
        ),
        methods=(
            "Chị em làm thử một hố, mở ra cho hàng xóm ngửi.",
            "Ai không có vườn thì gửi nhà bên.",
            "Tổ đi xem hố vào sáng Chủ nhật, hỏng đâu sửa đó.",
            "Dạy bằng tay, mỗi người tự trộn một mẻ.",
        ),
        sustains=(
            "Phân dùng ngay nên ai cũng thích.",
            "Men tự nhân được.",
            "Mùa mưa phải che kỹ.",
            "Trường mẫu giáo xin làm một hố cho các cháu xem.",
        ),
        products="Danh sách hộ, sổ cân rác trước và sau.",
    ),
    ModelKind(
        key="tu-sach", field="culture", nature="lasting",
        units=("service", "mass", "hamlet"), settings=ANYWHERE,
        themes=("Giáo dục, khuyến học", "Nếp sống văn hóa"),
        names=("Tủ sách xóm {village}", "Nhà văn hóa {village} sáng đèn"),
        measures=(
            Measure("Lượt mượn sách, sinh hoạt", "lượt", 200, 3600, 20, main=True),
            Measure("Sách góp được", "cuốn", 120, 1500, 10),
        ),
        summaries=(
            "Tủ sách nhỏ ở {village} kéo trẻ em rời điện thoại mỗi chiều.",
            "Nhà văn hóa {village} mở cửa các buổi tối, ai cũng có góc của mình.",
        ),
        goals=("Mở cửa ít nhất ba buổi mỗi tuần.", "Mỗi tháng trên 100 lượt người tới."),
        situations=(
            "Nhà văn hóa khóa quanh năm, chỉ mở khi họp.",
            "Trẻ nghỉ hè chỉ ở nhà xem điện thoại.",
            "Sách góp trước đây để ẩm mốc.",
            "Người lớn tuổi buồn, không chỗ trò chuyện.",
        ),
        methods=(
            "Giao chìa khóa cho nhóm học sinh lớn, có lịch trực.",
            "Mượn không cần thẻ, chỉ ghi tên vào sổ.",
            "Tối thứ Sáu các cụ kể chuyện làng.",
            "Con em xa quê góp sách theo danh mục trẻ thích.",
        ),
        sustains=(
            "Nhóm trực tự tuyển người mới.",
            "Trường cử thủ thư giúp phân loại.",
            "Mùa lụt phải kê sách lên cao.",
            "Tiền điện chia đều, không đáng kể.",
        ),
        products="Sổ mượn, ảnh các buổi mở cửa.",
    ),
)
