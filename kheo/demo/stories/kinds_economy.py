"""Usual kinds of model of the field Kinh tế, for the seeded generator; sentences to be mixed."""

from kheo.demo.stories.kind import ANYWHERE, Measure, ModelKind

# Sentences to be read in groups; the formatter would scatter them.
# fmt: off
ECONOMY_KINDS: tuple[ModelKind, ...] = (
    ModelKind(
        key="hien-dat", field="economy", nature="one_off",
        units=("cell", "front"), settings=("plain", "hills", "town"),
        themes=("Hiến đất làm đường", "Nông thôn mới"),
        names=("Hiến đất mở rộng đường {village}", "{village} lùi rào, mở đường"),
        measures=(
            Measure("Đất dân hiến làm đường", "m²", 300, 2800, 20, main=True, resource="land"),
            Measure("Đường được mở rộng", "km", 0.3, 2.4, 0.1),
            Measure("Ngày công tháo dỡ, làm nền", "ngày công", 60, 480, 5, resource="labour"),
        ),
        summaries=(
            "Bà con {village} nhường đất vườn, dời rào vào trong để con đường chung rộng thêm.",
            "Nhờ mỗi nhà bớt một dải đất, đường {village} nay hai xe tránh nhau được.",
        ),
        goals=(
            "Mở rộng xong đường trục trước mùa gặt, mọi hộ đều ký biên bản.",
            "Đường đủ rộng cho xe cứu thương và máy gặt vào tận xóm.",
        ),
        situations=(
            "Đường trục hẹp, đến mùa là kẹt máy gặt với xe lúa.",
            "Xe cứu hỏa không vào được hai xóm phía trong.",
            "Mưa xuống, học sinh phải dắt xe qua đoạn lầy.",
            "Đường làm từ lâu, nay nhiều nhà có ô tô tải mà không vào tới sân.",
        ),
        methods=(
            "Cắm cọc cho từng hộ thấy rõ mình mất bao nhiêu rồi mới họp bàn.",
            "Đảng viên dời rào trước, hôm sau các nhà liền kề làm theo.",
            "Tổ vận động đi từng nhà vào buổi tối, nhà nào neo người thì giúp dời cổng, xây lại tường.",
            "Mời bà con đi xem nơi đã làm xong, hỏi thẳng người đã hiến đất.",
        ),
        sustains=(
            "Mốc lộ giới đã ghi vào quy ước, nhà xây mới phải theo.",
            "Ban giám sát cộng đồng trông coi, hư đâu báo đó.",
            "Thôn bên đã sang hỏi mẫu biên bản để làm.",
            "Mỗi năm hai lần cả xóm ra phát quang, đắp lề.",
        ),
        products="Biên bản hiến đất từng hộ, ảnh trước và sau, biên bản nghiệm thu.",
    ),
    ModelKind(
        key="be-tong-ngo", field="economy", nature="one_off",
        units=("cell", "front", "mass"), settings=ANYWHERE,
        themes=("Nông thôn mới",),
        names=("Bê tông hóa ngõ xóm {village}", "Ngõ sạch, xóm gần ở {village}"),
        measures=(
            Measure("Đường ngõ được bê tông", "km", 0.2, 1.9, 0.1, main=True),
            Measure("Ngày công đóng góp", "ngày công", 50, 420, 5, resource="labour"),
            Measure("Tiền dân góp", "triệu đồng", 20, 260, 2, resource="money"),
        ),
        summaries=(
            "{village} góp tiền, góp công đổ bê tông các ngõ còn lầy lội.",
            "Ngõ đất ở {village} đã thành đường bê tông nhờ mỗi nhà góp một tay.",
        ),
        goals=("Không còn ngõ đất trong khu dân cư đông.", "Làm xong các ngõ đã chọn trước mùa mưa."),
        situations=(
            "Còn nhiều ngõ đất, mưa bùn ngập mắt cá.",
            "Các cụ ngại ra khỏi nhà từ tháng chín đến cuối năm.",
            "Xi măng hỗ trợ có rồi mà chưa xóm nào đứng ra tổ chức.",
            "Nước mưa từ ngõ chảy tràn vào sân mấy nhà thấp.",
        ),
        methods=(
            "Mỗi ngõ tự bầu ba người lo tiền, lo cát, lo giám sát.",
            "Hộ khó khăn góp công thay tiền, không ghi tên lên bảng.",
            "Làm dứt điểm từng ngõ, ngõ xong trước cho ngõ sau mượn ván khuôn.",
            "Thợ xây trong thôn đứng kỹ thuật không lấy công.",
        ),
        sustains=(
            "Quỹ còn lại giữ để trám vá.",
            "Xe quá tải không được vào, các nhà tự nhắc nhau.",
            "Đã bàn giao từng ngõ cho nhóm hộ giữ.",
            "Cách góp theo khả năng được các xóm khác áp dụng.",
        ),
        products="Bảng công khai thu chi, biên bản nghiệm thu từng ngõ.",
    ),
    ModelKind(
        key="canh-dong-mot-giong", field="economy", nature="lasting",
        units=("mass", "cell"), settings=("plain",),
        themes=("Sản xuất, tiêu thụ nông sản",),
        names=("Cánh đồng một giống {village}", "Cùng gieo một ngày ở {village}"),
        measures=(
            Measure("Diện tích gieo cùng giống", "ha", 8, 75, 1, main=True),
            Measure("Hộ tham gia", "hộ", 20, 160, 2),
        ),
        summaries=(
            "Nông dân {village} cùng gieo một giống, cùng ngày xuống đồng để dễ làm máy và bán chung.",
            "Cả cánh đồng {village} trổ một lượt, sâu bệnh giảm và lúa được giá hơn.",
        ),
        goals=("Mở rộng diện tích qua từng vụ, có nơi mua trước khi gieo.", "Từ 80% số hộ trở lên làm đúng lịch."),
        situations=(
            "Mỗi nhà một giống, máy gặt phải chờ ruộng bên chín.",
            "Chuột và rầy phá nặng vì lúa không cùng trà.",
            "Tư thương trả giá thấp do lúa lẫn.",
            "Giống để lâu năm, năng suất giảm dần.",
        ),
        methods=(
            "Họp chốt giống ngay tại bờ ruộng, ai có ý kiến nói luôn.",
            "Tổ trưởng đi báo ngày ngâm giống từng xóm.",
            "Năm hộ làm trước một vụ cho bà con so hai bên bờ.",
            "Hội đứng ra ký với nơi thu mua, công khai giá trên loa.",
        ),
        sustains=(
            "Làm được nhiều vụ liền, hộ mới xin vào thêm.",
            "Có quỹ giống dự phòng.",
            "Hợp tác xã đã đưa vào lịch vụ hằng năm.",
            "Cần giữ chữ tín với nơi thu mua mới bền.",
        ),
        products="Danh sách hộ và diện tích từng vụ, hợp đồng thu mua.",
    ),
    ModelKind(
        key="cay-trong-dat-cat", field="economy", nature="lasting",
        units=("mass", "hamlet"), settings=("coast",),
        themes=("Sản xuất, tiêu thụ nông sản", "Giảm nghèo"),
        names=("Trồng ném, kiệu trên đất cát {village}", "Đất cát {village} không bỏ hoang"),
        measures=(
            Measure("Diện tích chuyển sang rau màu", "ha", 2, 28, 0.5, main=True),
            Measure("Hộ tham gia", "hộ", 12, 90, 1),
        ),
        summaries=(
            "Bà con {village} trồng ném, kiệu, mướp đắng trên đất cát trước đây bỏ không.",
            "Vườn cát ở {village} nay có thu quanh năm nhờ đổi cây, chung giếng tưới.",
        ),
        goals=(
            "Mỗi năm thêm vài héc-ta, hộ nào cũng bán được hàng.",
            "Thu nhập trên mỗi sào cao hơn trồng khoai sắn cũ.",
        ),
        situations=(
            "Đất cát bạc màu, trồng khoai không đủ công.",
            "Người trẻ đi làm xa, vườn bỏ cỏ.",
            "Mùa nóng thiếu nước, giếng khoan nhà nào nhà nấy dùng.",
            "Rau làm ra bán lẻ ở chợ, hôm được hôm ế.",
        ),
        methods=(
            "Hội chọn vài vườn làm mẫu, mời bà con tới nhổ thử.",
            "Các hộ chung nhau giếng và ống tưới, chia giờ.",
            "Người biết nghề kèm người mới theo từng luống.",
            "Thống nhất giờ gom hàng để xe tới mua một lượt.",
        ),
        sustains=(
            "Giống tự để được, ít phải mua.",
            "Có nhóm điện thoại báo giá mỗi sáng.",
            "Hộ khá cho hộ mới mượn giống, trả bằng giống.",
            "Phụ thuộc nước tưới, cần giữ mực giếng.",
        ),
        products="Sổ diện tích, sổ bán hàng của tổ.",
    ),
    ModelKind(
        key="to-von-xoay-vong", field="economy", nature="lasting",
        units=("mass",), settings=ANYWHERE,
        themes=("Giảm nghèo",),
        names=("Tổ góp vốn xoay vòng {village}", "Hũ tiết kiệm {village}"),
        measures=(
            Measure("Hội viên được vay từ quỹ", "người", 6, 64, 1, main=True),
            Measure("Tiền góp vào quỹ", "triệu đồng", 12, 220, 2, resource="money"),
        ),
        summaries=(
            "Chị em {village} mỗi tháng góp một ít, lần lượt cho nhau vay mua con giống, sửa nhà.",
            "Hũ tiết kiệm {village} giúp người khó có vốn nhỏ mà không phải vay nóng.",
        ),
        goals=(
            "Hội viên khó khăn nào cũng được vay ít nhất một lần.",
            "Không để ai trong chi hội phải vay nặng lãi.",
        ),
        situations=(
            "Có người phải vay nóng đầu năm học.",
            "Muốn nuôi thêm con heo cũng không có vốn.",
            "Vay ngân hàng thì ngại giấy tờ.",
            "Chi hội họp thưa vì không có việc gì chung.",
        ),
        methods=(
            "Góp từ vỏ lon, trứng gà cũng được, ghi sổ trước mặt mọi người.",
            "Người giữ tiền và người giữ sổ là hai người.",
            "Bốc thăm người vay, nhà có việc gấp được nhường.",
            "Ai chậm trả thì tổ tới hỏi khó khăn chỗ nào trước khi nhắc.",
        ),
        sustains=(
            "Quỹ lớn dần, chưa mất đồng nào.",
            "Nhiều người thoát nghèo vẫn ở lại góp.",
            "Chi hội đông người họp hơn nhờ kỳ góp.",
            "Cần thay sổ giấy bằng sổ có ký nhận từng kỳ.",
        ),
        products="Sổ góp, sổ vay có chữ ký, danh sách người đã vay.",
    ),
    ModelKind(
        key="nao-vet-kenh", field="economy", nature="lasting",
        units=("cell", "mass", "hamlet"), settings=("plain",),
        themes=("Nông thôn mới", "Sản xuất, tiêu thụ nông sản"),
        names=("Nạo vét kênh nội đồng {village}", "Nước về ruộng {village}"),
        measures=(
            Measure("Kênh mương được khơi thông", "km", 0.8, 9.5, 0.1, main=True),
            Measure("Ngày công nạo vét", "ngày công", 80, 520, 5, resource="labour"),
        ),
        summaries=(
            "Trước mỗi vụ, cả {village} ra đồng khơi kênh để nước chảy tới thửa cuối.",
            "Kênh ở {village} hết bèo, hết rác, ruộng cuối kênh không còn chờ nước.",
        ),
        goals=("Không còn thửa nào thiếu nước đầu vụ.", "Mỗi năm hai lần ra quân đủ các xóm."),
        situations=(
            "Bèo và rác bít cửa cống, ruộng cuối kênh khô.",
            "Hai xóm từng cãi nhau vì nước.",
            "Thuê máy tốn kém mà năm nào cũng bồi lại.",
            "Bao bì thuốc vứt xuống mương.",
        ),
        methods=(
            "Chia mỗi hộ một đoạn theo diện tích ruộng, cắm thẻ tên.",
            "Mở đầu bằng buổi làm chung, cuối buổi ăn cơm ngoài đồng.",
            "Thanh niên lo đoạn sâu, người lớn tuổi lo bờ.",
            "Đặt thùng đựng vỏ thuốc ở đầu mỗi tuyến.",
        ),
        sustains=(
            "Đã thành lệ trước vụ đông xuân.",
            "Tổ thủy nông chấm công, công khai cuối vụ.",
            "Nước đủ nên ít ai vắng.",
            "Nơi khác có thể làm theo không cần tiền.",
        ),
        products="Bảng chấm công, ảnh từng đoạn kênh trước và sau.",
    ),
    ModelKind(
        key="hang-que-len-mang", field="economy", nature="lasting",
        units=("mass", "business"), settings=ANYWHERE,
        themes=("Sản xuất, tiêu thụ nông sản", "Chuyển đổi số"),
        names=("Hàng quê {village} lên mạng", "Phiên chợ điện thoại {village}"),
        measures=(
            Measure("Hộ bán hàng thường xuyên qua mạng", "hộ", 5, 46, 1, main=True),
            Measure("Đơn hàng trong năm", "đơn", 80, 1900, 10),
        ),
        summaries=(
            "Người trẻ giúp người lớn tuổi ở {village} chụp ảnh, đăng bán đặc sản quê.",
            "Bánh, mắm, nông sản của {village} đi xa hơn nhờ chiếc điện thoại.",
        ),
        goals=("Mỗi hộ tự đăng, tự đóng gói, tự trả lời khách.", "Có đơn đều các tháng chứ không chỉ dịp Tết."),
        situations=(
            "Làm ra ngon mà chỉ bán quanh chợ.",
            "Con cháu đi xa muốn mua cũng không biết gọi ai.",
            "Hàng không nhãn, khách không nhớ tên.",
            "Nhiều người lớn tuổi sợ bấm nhầm mất tiền.",
        ),
        methods=(
            "Dạy tại bếp, lấy đúng món nhà đó làm để chụp.",
            "Mỗi nhóm năm hộ có một bạn trẻ kèm ba tháng.",
            "Thống nhất một cân, một giá, một lời hứa đổi trả.",
            "Góp đơn gửi chung một chuyến xe cho rẻ cước.",
        ),
        sustains=(
            "Hộ quen việc đã kèm lại hộ mới.",
            "Có quỹ in nhãn nhỏ.",
            "Cần giữ chất lượng khi đơn nhiều.",
            "Đoàn xã nhận trông nhóm điện thoại lâu dài.",
        ),
        products="Danh sách gian hàng, sổ đơn theo tháng.",
    ),
)
