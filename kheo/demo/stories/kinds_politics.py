"""Usual kinds of model of the field Xây dựng hệ thống chính trị, for the seeded generator; sentences to be mixed."""

from kheo.demo.stories.kind import ANYWHERE, Measure, ModelKind

# Sentences to be read in groups; the formatter would scatter them.
# fmt: off
POLITICS_KINDS: tuple[ModelKind, ...] = (
    ModelKind(
        key="mot-cua-luu-dong", field="politics", nature="lasting",
        units=("state",), settings=ANYWHERE,
        themes=("Cải cách hành chính", "Chuyển đổi số"),
        names=("Làm giấy tờ tại {village}", "Con dấu về {village}"),
        measures=(
            Measure("Hồ sơ trả đúng hẹn", "%", 78, 99, 1, main=True),
            Measure("Hồ sơ nhận tại thôn", "hồ sơ", 90, 1400, 10),
        ),
        summaries=(
            "Cán bộ mang máy về {village} làm giấy tờ tại chỗ cho người già, người ở xa.",
            "Người dân {village} không phải đi xa để xin một con dấu.",
        ),
        goals=("Chín trên mười hồ sơ đúng hẹn.", "Mỗi tháng ít nhất hai buổi."),
        situations=(
            "Nhập xã xong, trụ sở xa thêm nhiều cây số.",
            "Người già không có xe.",
            "Nhiều hồ sơ phải quay lại vì thiếu giấy.",
            "Người đi làm cả tuần không có giờ hành chính.",
        ),
        methods=(
            "Báo loa trước ba ngày về giấy cần mang.",
            "Bàn ngoài kiểm giấy, bàn trong nhập máy.",
            "Trả kết quả tại đúng nơi đã nhận.",
            "Cán bộ đi làm thứ Bảy được nghỉ bù.",
        ),
        sustains=(
            "Lịch cố định cả năm.",
            "Máy móc gọn trong một va li.",
            "Liên thông đất đai còn chậm.",
            "Xã bên đã học theo.",
        ),
        products="Sổ tiếp nhận lưu động, bảng tỷ lệ đúng hẹn.",
    ),
    ModelKind(
        key="nghe-dan", field="politics", nature="lasting",
        units=("cell", "party"), settings=ANYWHERE,
        themes=("Lắng nghe, đối thoại", "Nâng cao chất lượng sinh hoạt chi bộ"),
        names=("Nghe dân trước khi họp ở {village}", "Ghế đá {village}"),
        measures=(
            Measure("Việc dân nêu được trả lời đúng hạn", "%", 65, 97, 1, main=True),
            Measure("Việc dân nêu", "việc", 10, 72, 1),
        ),
        summaries=(
            "Chi ủy {village} ra ngồi với dân trước ngày sinh hoạt để bàn đúng việc dân lo.",
            "Chuyện dân nói ở {village} hôm trước, hôm sau đã lên bàn chi bộ.",
        ),
        goals=("Việc nào cũng có ngày trả lời.", "Không kỳ sinh hoạt nào trống việc của dân."),
        situations=(
            "Họp chi bộ nặng đọc văn bản.",
            "Dân có chuyện không biết nói với ai.",
            "Kiến nghị gửi lên lâu không thấy trả lời.",
            "Hai xóm mới nhập còn e dè nhau.",
        ),
        methods=(
            "Ngồi chỗ dân quen, không bàn ghế hội trường.",
            "Mở đầu kỳ họp bằng việc kỳ trước.",
            "Viết kết quả lên bảng nơi đông người.",
            "Ghi việc, không ghi tên người nói.",
        ),
        sustains=(
            "Không tốn tiền.",
            "Thay bí thư vẫn giữ nếp.",
            "Việc vượt quyền thôn phải chuyển xã.",
            "Chi bộ bạn đang học.",
        ),
        products="Sổ việc dân nêu, biên bản sinh hoạt.",
    ),
    ModelKind(
        key="to-so", field="politics", nature="lasting",
        units=("mass", "service", "hamlet"), settings=ANYWHERE,
        themes=("Chuyển đổi số",),
        names=("Tổ số cộng đồng {village}", "Chiều thứ Bảy học điện thoại ở {village}"),
        measures=(
            Measure("Người tự làm được các việc đã dạy", "người", 25, 380, 5, main=True),
            Measure("Buổi hướng dẫn", "buổi", 6, 64, 1),
        ),
        summaries=(
            "Người trẻ {village} kèm người lớn tuổi dùng điện thoại để khám bệnh, làm giấy tờ, khỏi bị lừa.",
            "Ở {village}, cháu dạy ông bà bấm điện thoại, ông bà kể chuyện cho cháu.",
        ),
        goals=("Mỗi nhà có ít nhất một người làm thành thạo.", "Không còn ai mất tiền vì cuộc gọi giả."),
        situations=(
            "Nhiều cụ có điện thoại mà chỉ nghe gọi.",
            "Đã có người mất tiền vì tin lời kẻ lạ.",
            "Hồ sơ trên mạng phải nhờ cán bộ làm hộ.",
            "Sóng yếu ở xóm trong.",
        ),
        methods=(
            "Dạy tại nhà, mỗi lần một việc.",
            "Làm được thì bấm dấu vào thẻ.",
            "Kể chuyện lừa thật đã xảy ra trong xã.",
            "Ghép cặp theo ngõ cho tiện ghé.",
        ),
        sustains=(
            "Học sinh mới nối lứa cũ.",
            "Nhóm điện thoại trả lời câu hỏi khó.",
            "Phải ôn lại sau vài tháng.",
            "Nhà mạng hỗ trợ sóng, sim.",
        ),
        products="Thẻ đủ dấu, danh sách cặp kèm.",
    ),
    ModelKind(
        key="tiep-dan-hen-gio", field="politics", nature="lasting",
        units=("state", "party", "front"), settings=ANYWHERE,
        themes=("Lắng nghe, đối thoại", "Cải cách hành chính"),
        names=("Tiếp dân có hẹn ở {village}", "Ngày không hẹn lại {village}"),
        measures=(
            Measure("Kiến nghị giải quyết trong một lần gặp", "%", 40, 88, 1, main=True),
            Measure("Lượt dân đến", "lượt", 40, 620, 5),
        ),
        summaries=(
            "Lãnh đạo xã về {village} gặp dân theo giờ đã hẹn, việc nào xong được thì xong tại chỗ.",
            "Người dân {village} biết chắc giờ nào, gặp ai, bao giờ có trả lời.",
        ),
        goals=("Một nửa số việc xong ngay trong buổi.", "Việc còn lại có ngày hẹn rõ."),
        situations=(
            "Dân lên xã nhiều lần không gặp đúng người.",
            "Đơn gửi qua nhiều cửa.",
            "Việc đất đai kéo dài từ trước khi nhập xã.",
            "Buổi tiếp dân trước đây nặng thủ tục.",
        ),
        methods=(
            "Hỏi trước nội dung để mời đúng cán bộ đi cùng.",
            "Ngồi cùng bàn, không bục.",
            "Cuối buổi đọc lại việc đã hứa.",
            "Quá hẹn thì lãnh đạo gọi điện xin lỗi và hẹn lại.",
        ),
        sustains=(
            "Đã vào lịch tháng.",
            "Bảng việc hẹn treo công khai.",
            "Cần cán bộ đất đai đủ giờ.",
            "Dân tin thì đơn thư giảm.",
        ),
        products="Sổ tiếp dân, bảng việc hẹn và ngày xong.",
    ),
    ModelKind(
        key="chuyen-de-chi-bo", field="politics", nature="lasting",
        units=("cell",), settings=ANYWHERE,
        themes=("Nâng cao chất lượng sinh hoạt chi bộ",),
        names=("Sinh hoạt chuyên đề gắn việc làng {village}", "Mỗi kỳ một việc ở {village}"),
        measures=(
            Measure("Việc chi bộ chọn và làm xong", "việc", 3, 16, 1, main=True),
            Measure("Đảng viên nhận việc cụ thể", "người", 8, 48, 1),
        ),
        summaries=(
            "Mỗi kỳ sinh hoạt, chi bộ {village} chọn đúng một việc của làng và giao tên người làm.",
            "Nghị quyết chi bộ {village} ngắn một trang, việc nào cũng có người và có ngày.",
        ),
        goals=("Mỗi quý xong ít nhất một việc dân thấy được.", "Đảng viên nào cũng có việc."),
        situations=(
            "Nghị quyết dài, khó nhớ, khó đếm.",
            "Đảng viên trẻ ít phát biểu.",
            "Chuyên đề lặp từ năm này sang năm khác.",
            "Dân không biết chi bộ bàn gì.",
        ),
        methods=(
            "Bỏ phiếu kín chọn việc.",
            "Giao theo cặp già trẻ.",
            "Kỳ sau báo cáo bằng ảnh, không đọc.",
            "Mời trưởng thôn, trưởng ban Mặt trận cùng nghe.",
        ),
        sustains=(
            "Nếp họp đã ngắn và vui hơn.",
            "Việc khó thì chia nhỏ nhiều kỳ.",
            "Sổ việc bàn giao qua các khóa.",
            "Đảng ủy xã đã giới thiệu cho chi bộ khác.",
        ),
        products="Sổ việc, biên bản sinh hoạt chuyên đề.",
    ),
    ModelKind(
        key="dang-vien-giup-ho", field="politics", nature="lasting",
        units=("cell", "party", "police"), settings=ANYWHERE,
        themes=("Giảm nghèo", "Chăm lo người yếu thế"),
        names=("Đảng viên giúp hộ khó {village}", "Một kèm một ở {village}"),
        measures=(
            Measure("Hộ có đảng viên kèm", "hộ", 4, 38, 1, main=True),
            Measure("Hộ thoát nghèo", "hộ", 1, 18, 1),
        ),
        summaries=(
            "Mỗi đảng viên {village} kèm một hộ khó cho đến khi hộ ấy tự đứng được.",
            "Đảng viên {village} giúp hộ nghèo bằng việc cụ thể, không phải bằng quà.",
        ),
        goals=("Một nửa số hộ thoát nghèo sau hai năm.", "Tháng nào cũng ghé ít nhất hai lần."),
        situations=(
            "Hộ nghèo nhận nhiều hỗ trợ mà không đổi.",
            "Có hộ thiếu người làm ăn, không phải thiếu tiền.",
            "Con cái bỏ học theo nghề biển.",
            "Hộ ngại họp, ngại vay.",
        ),
        methods=(
            "Ngồi lập sổ chi tiêu cùng chủ hộ.",
            "Chọn một việc vừa sức để bắt đầu.",
            "Chi bộ nghe báo cáo từng hộ mỗi quý.",
            "Người kèm không hợp thì đổi.",
        ),
        sustains=(
            "Hộ thoát nghèo quay lại kèm hộ khác.",
            "Cần kiên trì ít nhất hai năm.",
            "Gắn với đánh giá đảng viên cuối năm.",
            "Cách lập sổ được Hội Phụ nữ dùng lại.",
        ),
        products="Sổ kèm hộ, danh sách thoát nghèo của xã.",
    ),
    ModelKind(
        key="giam-sat-cong-dong", field="politics", nature="lasting",
        units=("front",), settings=ANYWHERE,
        themes=("Lắng nghe, đối thoại", "Nông thôn mới"),
        names=("Dân giám sát công trình {village}", "Mắt dân trên công trường {village}"),
        measures=(
            Measure("Công trình được dân giám sát", "công trình", 1, 14, 1, main=True),
            Measure("Kiến nghị được nhà thầu sửa", "việc", 1, 28, 1),
        ),
        summaries=(
            "Công trình nào làm ở {village} cũng có người dân cầm thước đi giám sát.",
            "Bà con {village} phát hiện chỗ làm ẩu và được sửa ngay.",
        ),
        goals=("Không công trình nào thiếu người giám sát.", "Kiến nghị được trả lời trong năm ngày."),
        situations=(
            "Có đoạn đường mới làm một năm đã nứt.",
            "Ban giám sát thiếu người biết nghề.",
            "Hồ sơ công trình dân không được xem.",
            "Nhà thầu ngại dân hỏi.",
        ),
        methods=(
            "Chọn thợ xây, cán bộ hưu biết nghề vào ban.",
            "Phát bản vẽ tóm tắt một mặt giấy.",
            "Chụp ảnh phần khuất trước khi lấp.",
            "Họp nhanh tại công trường mỗi tuần.",
        ),
        sustains=(
            "Sổ giám sát giao lại cho ban sau.",
            "Nhà thầu quen dần và hợp tác.",
            "Cần tập huấn đọc bản vẽ.",
            "Áp dụng được cho mọi công trình nhỏ.",
        ),
        products="Sổ giám sát, ảnh phần khuất, biên bản kiến nghị.",
    ),
)
