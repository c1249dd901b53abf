"""Usual kinds of model of the field Quốc phòng - an ninh, for the seeded generator; sentences to be mixed."""

from kheo.demo.stories.kind import ANYWHERE, Measure, ModelKind

# Sentences to be read in groups; the formatter would scatter them.
# fmt: off
DEFENCE_KINDS: tuple[ModelKind, ...] = (
    ModelKind(
        key="thap-sang", field="defence", nature="lasting",
        units=("police", "cell"), settings=("plain", "coast", "town"),
        themes=("An ninh trật tự",),
        names=("Thắp sáng đường {village}", "Bóng đèn trước ngõ {village}"),
        measures=(
            Measure("Đường được chiếu sáng", "km", 0.4, 4.2, 0.1, main=True),
            Measure("Tiền dân góp", "triệu đồng", 6, 85, 1, resource="money"),
        ),
        summaries=(
            "Mỗi nhà {village} treo một bóng đèn ra ngõ, đường tối nay sáng, trộm vặt thưa dần.",
            "Đèn trước ngõ ở {village} giúp người đi làm ca đêm yên tâm.",
        ),
        goals=("Sáng hết các tuyến chính.", "Số vụ mất trộm giảm ít nhất một nửa."),
        situations=(
            "Đường tối, hay mất gà, mất xe đạp.",
            "Nữ công nhân tan ca đêm ngại về một mình.",
            "Khúc cua gần cống từng có hai vụ va xe.",
            "Đèn cũ hỏng không ai thay.",
        ),
        methods=(
            "Treo thử vài bóng ở đoạn tối nhất rồi mới bàn góp.",
            "Nhà nào khó thì hàng xóm nối giúp điện.",
            "Thợ điện trong thôn kiểm tra mối nối.",
            "Mỗi xóm giữ sẵn bóng dự phòng.",
        ),
        sustains=(
            "Bóng hỏng thay trong tuần.",
            "Tiền điện mỗi nhà vài nghìn một tháng.",
            "Sau bão phải rà lại dây.",
            "Xóm chưa có đang xin làm theo.",
        ),
        products="Sơ đồ đèn, bảng số vụ việc theo năm.",
    ),
    ModelKind(
        key="dong-ho-tu-quan", field="defence", nature="lasting",
        units=("police", "front", "cell"), settings=ANYWHERE,
        themes=("An ninh trật tự", "Nếp sống văn hóa"),
        names=("Dòng họ tự quản ở {village}", "Tiếng nói trưởng họ {village}"),
        measures=(
            Measure("Hộ cam kết", "hộ", 40, 360, 5, main=True),
            Measure("Vụ việc được hòa giải", "vụ", 2, 22, 1),
        ),
        summaries=(
            "Trưởng họ ở {village} khuyên bảo con cháu trước khi chuyện nhỏ thành lớn.",
            "Mỗi dòng họ ở {village} tự nhắc nhau giữ nếp nhà, giữ yên xóm.",
        ),
        goals=("Không để vụ việc trong họ phải lên xã.", "Mọi nhánh họ đều có người hòa giải."),
        situations=(
            "Tranh chấp bờ rào, chia đất kéo dài nhiều năm.",
            "Thanh niên uống rượu về gây gổ.",
            "Xã hòa giải nhiều lần không xong.",
            "Người trẻ chỉ nghe người trong họ.",
        ),
        methods=(
            "Nói chuyện nhân ngày giỗ, lúc đông đủ con cháu.",
            "Mời bên thua thiệt nói trước.",
            "Công an xã giúp phần luật, trưởng họ giúp phần tình.",
            "Ghi lời hứa vào sổ họ, năm sau đọc lại.",
        ),
        sustains=(
            "Sổ họ truyền đời nên bền.",
            "Trưởng họ già có người kế.",
            "Không thay việc của pháp luật.",
            "Các họ khác đã học theo.",
        ),
        products="Bản cam kết của dòng họ, sổ hòa giải.",
    ),
    ModelKind(
        key="ung-cuu-lu", field="defence", nature="lasting",
        units=("military", "hamlet", "front"), settings=("plain", "coast"),
        themes=("Phòng, chống thiên tai",),
        names=("Đội ứng cứu {village}", "Nước lên có người gõ cửa ở {village}"),
        measures=(
            Measure("Hộ có người yếu được phân công giúp", "hộ", 12, 140, 2, main=True),
            Measure("Tiền mua áo phao, xuồng", "triệu đồng", 8, 120, 2, resource="money"),
        ),
        summaries=(
            "Đội xung kích {village} biết rõ nhà nào có cụ già, trẻ nhỏ để đưa đi trước khi lụt.",
            "Mỗi nhà yếu ở {village} có sẵn một nhà vững nhận đón.",
        ),
        goals=("Đưa hết người yếu đến chỗ cao trong một giờ.", "Không ai bị thương trong mùa lũ."),
        situations=(
            "Lũ năm 2020 nhiều nhà phải chờ cứu trên mái.",
            "Xuồng của xã ít, đường xa.",
            "Người già ngại bỏ nhà, bỏ đàn gà.",
            "Điện thoại hết pin là mất liên lạc.",
        ),
        methods=(
            "Ghép từng cặp nhà thấp với nhà cao.",
            "Tập thật, bấm giờ thật trước mùa mưa.",
            "Ống bơ, kẻng báo khi mất điện.",
            "Giao xuồng cho người quen sông nước giữ.",
        ),
        sustains=(
            "Rà lại danh sách mỗi tháng tám.",
            "Áo phao phơi, kiểm hai lần một năm.",
            "Cần thêm máy phát nhỏ.",
            "Đội có người trẻ kế cận.",
        ),
        products="Danh sách cặp nhà, biên bản diễn tập có bấm giờ.",
    ),
    ModelKind(
        key="tau-thuyen", field="defence", nature="lasting",
        units=("military", "mass"), settings=("coast",),
        themes=("Biên giới, biển đảo",),
        names=("Tổ tàu thuyền tự quản {village}", "Ra khơi có bạn ở {village}"),
        measures=(
            Measure("Tàu, thuyền vào tổ", "tàu", 8, 90, 1, main=True),
            Measure("Lượt giúp nhau trên biển", "lượt", 2, 34, 1),
        ),
        summaries=(
            "Ngư dân {village} đi biển thành tổ, trông nhau qua bộ đàm, không đánh bắt sai vùng.",
            "Tổ tàu {village} lai dắt nhau khi hỏng máy, nhắc nhau bật thiết bị.",
        ),
        goals=("Mọi tàu đủ điều kiện đều vào tổ.", "Không còn tàu vi phạm vùng biển."),
        situations=(
            "Có tàu ra khơi một mình, hỏng máy không ai hay.",
            "Thiết bị giám sát hay bị quên bật.",
            "Vé phí, giấy tờ làm lắt nhắt.",
            "Ngư dân trẻ chưa thuộc ranh giới.",
        ),
        methods=(
            "Bầu thuyền trưởng lớn tuổi làm tổ trưởng.",
            "Bộ đội xuống tận tàu dán bảng tọa độ chữ to.",
            "Vợ con trên bờ trông tín hiệu giúp.",
            "Họp tổ vào mấy ngày trăng sáng.",
        ),
        sustains=(
            "Quỹ tương trợ nhỏ giúp tàu gặp nạn.",
            "Chủ tàu mới xin vào.",
            "Cần thay pin thiết bị đúng kỳ.",
            "Cách làm dễ mang sang bến khác.",
        ),
        products="Danh sách tổ, sổ giúp nhau trên biển.",
    ),
    ModelKind(
        key="duong-bien", field="defence", nature="lasting",
        units=("military",), settings=("border",),
        themes=("Biên giới, biển đảo",),
        names=("Tổ tự quản đường biên {village}", "{village} giữ mốc, giữ rừng"),
        measures=(
            Measure("Hộ tham gia tổ", "hộ", 10, 75, 1, main=True),
            Measure("Ngày công tuần tra chung", "ngày công", 60, 640, 10, resource="labour"),
        ),
        summaries=(
            "Người dân {village} cùng bộ đội biên phòng trông coi đoạn biên gần rẫy.",
            "Đi rẫy thấy điều lạ, bà con {village} báo ngay cho đồn.",
        ),
        goals=("Mỗi đoạn có hộ nhận trông.", "Tin báo tới đồn trong ngày."),
        situations=(
            "Đường biên dài, rừng rậm.",
            "Bà con qua lại thăm thân nhiều.",
            "Mùa rẫy dễ lấn vào hành lang.",
            "Tin tới đồn thường chậm.",
        ),
        methods=(
            "Dân tự nhận đoạn theo rẫy của mình.",
            "Tuần chung mỗi tháng, ăn cơm cùng già làng.",
            "Nói bằng tiếng dân bản quen dùng.",
            "Nhắc nhau không phát rẫy quá mốc.",
        ),
        sustains=(
            "Gắn với nương rẫy nên lâu bền.",
            "Người chuyển rẫy thì bàn giao.",
            "Cần bộ đàm cho bản xa.",
            "Già làng giữ nhịp họp.",
        ),
        products="Bản cam kết, sổ tin báo.",
    ),
    ModelKind(
        key="lien-gia-phong-chay", field="defence", nature="lasting",
        units=("police", "hamlet"), settings=("town",),
        themes=("An ninh trật tự", "Đô thị văn minh"),
        names=("Tổ liên gia an toàn phòng cháy {village}", "Chuông chung {village}"),
        measures=(
            Measure("Hộ lắp chuông chung, có bình", "hộ", 15, 180, 5, main=True),
            Measure("Buổi diễn tập", "buổi", 1, 8, 1),
        ),
        summaries=(
            "Nhà liền nhà ở {village} nối chung chuông báo cháy, ai cũng biết dùng bình.",
            "Một nhà bấm chuông, cả ngõ {village} chạy tới.",
        ),
        goals=("Mọi nhà trong ngõ hẹp đều vào tổ.", "Năm nào cũng tập ít nhất hai lần."),
        situations=(
            "Ngõ sâu, xe chữa cháy không vào được.",
            "Nhiều nhà vừa ở vừa bán hàng.",
            "Có nhà hàn khung sắt kín lối sau.",
            "Bình mua về để góc nhà, không ai biết dùng.",
        ),
        methods=(
            "Tập ngay tại ngõ, cho từng người cầm bình.",
            "Xem từng nhà, chỉ chỗ mở lối thoát.",
            "Mua chung cho rẻ.",
            "Ghép nhà có người già với nhà có thanh niên.",
        ),
        sustains=(
            "Pin chuông thay mỗi năm.",
            "Hộ thuê trọ mới đến được chỉ ngay.",
            "Chủ trọ còn ngại, phải nói thêm.",
            "Ngõ bên đã xin lắp.",
        ),
        products="Danh sách hộ, biên bản diễn tập.",
    ),
    ModelKind(
        key="hau-phuong", field="defence", nature="lasting",
        units=("military", "mass"), settings=ANYWHERE,
        themes=("Chăm lo người yếu thế",),
        names=("Hậu phương quân đội {village}", "Nhà chiến sĩ có người trông ở {village}"),
        measures=(
            Measure("Gia đình chiến sĩ được giúp thường xuyên", "hộ", 3, 32, 1, main=True),
            Measure("Ngày công giúp", "ngày công", 12, 180, 2, resource="labour"),
        ),
        summaries=(
            "Con đi bộ đội, cha mẹ ở {village} có người giúp ngày mùa, ngày bão.",
            "Hội viên {village} thay nhau ghé nhà chiến sĩ mỗi tháng.",
        ),
        goals=("Nhà neo người nào cũng có nhóm giúp.", "Thanh niên yên tâm lên đường."),
        situations=(
            "Có nhà chỉ còn mẹ già lúc con nhập ngũ.",
            "Thăm hỏi trước đây chỉ dịp lễ.",
            "Ngày mùa thiếu người gặt.",
            "Tin tức của con, cha mẹ ít biết.",
        ),
        methods=(
            "Lập nhóm ba người cùng xóm, có số điện thoại.",
            "Hỏi việc cần rồi mới tới làm.",
            "Nối điện thoại có hình cho cha mẹ gặp con.",
            "Ghi lại việc đã giúp, không chụp ảnh phô trương.",
        ),
        sustains=(
            "Chiến sĩ ra quân lại vào nhóm.",
            "Chi phí hầu như không có.",
            "Giữ đều mới quý.",
            "Các thôn làm theo từ mùa tuyển quân sau.",
        ),
        products="Sổ việc đã giúp có gia đình xác nhận.",
    ),
)
