"""Articles of Tin cơ sở, the first half: what people did, with a number and what became of it.

All of it is invented, for illustration only; figures agree with the stories of the same exemplars.
"""

from kheo.demo.news.model import Article, Correction, Said, Shot

# fmt: off
BASE_ROADS: tuple[Article, ...] = (
    Article(
        key="bon-muoi-mot-ho-lui-rao", section="tin-co-so", kind="story", commune="19669",
        title="Bốn mươi mốt hộ lùi hàng rào, đường thôn An Mô rộng thêm hai mét rưỡi",
        lead=(
            "Không một quyết định thu hồi, chỉ một cuộn thước dây, bốn mươi mốt tờ biên bản và những buổi tối có hai "
            "người quen ghé chơi."
        ),
        author="Lê Hoài An", posted="2026-11-22", clock="09:40", views=1180, featured=True,
        stories=("mo-duong-an-mo", "mo-duong-dau-kenh"), scene="duong-thon",
        caption="Đường trục thôn An Mô sau khi mở rộng.",
        body=(
            "Con đường trục thôn An Mô dài 1,2 km, đổ bê tông từ năm 2009 và chỉ rộng ba mét. Mùa gặt, hai xe công "
            "nông gặp nhau thì một chiếc phải lùi ra tận cổng chào. Có lần xe cứu thương dừng lại cách nhà người "
            "bệnh gần bốn trăm mét, cả xóm khiêng cáng chạy bộ.",
            "Chi ủy thôn không bắt đầu bằng một cuộc họp. Họ đi đo. Suốt một tuần cuối tháng 8 năm ngoái, hai người "
            "cầm thước dây, một người ghi, nhà nào mất bao nhiêu mét viết rõ lên giấy rồi để lại cho chủ nhà một "
            "bản. Đến khi họp thôn, không ai phải hỏi câu “nhà tui mất mấy thước”.",
            "Sáng Chủ nhật 14/9/2025, bảy nhà đảng viên có đất ven đường tự phá rào trước. Trưa hôm đó cả xóm nấu "
            "chung một nồi bún. Ba mươi hộ khác làm theo trong tháng sau.",
            Said(
                "Đất thì ai cũng tiếc, nhưng thấy ông bí thư đập cái rào mới xây của nhà ông trước thì tui cũng đập.",
                "Một người dân có nhà ven đường",
            ),
            "Còn bốn hộ ở cuối thôn. Tổ vận động không kéo đến đông. Mỗi tối chỉ hai người quen thân ghé chơi, nói "
            "chuyện mùa màng, rồi nhận giúp xây lại trụ cổng và dời hai gốc mai đã trồng gần ba mươi năm. Ngày "
            "23/11/2025, hộ cuối cùng ký biên bản.",
            "Cộng lại, bốn mươi mốt hộ hiến 1.620 m² đất vườn và đất ở, góp 438 ngày công và 186 triệu đồng, trong đó "
            "74 triệu đồng là của con em xa quê gửi về. Ngày 06/02/2026, tuyến đường được nghiệm thu, rộng 5,5 m suốt "
            "1,2 km. Bảng thu chi vẫn dán ở nhà văn hóa thôn, ai muốn xem thì xem.",
            "Một năm sau những nhát búa đầu tiên, điều đáng kể có lẽ nằm ở thôn bên. Tháng 4, mười hai hộ Đâu Kênh đi "
            "bộ sang An Mô, hỏi từng nhà đã hiến đất là được gì, mất gì. Về nhà, tám hộ nhận cắm cọc ngay trong tuần. "
            "Đến nay 24 trên 29 hộ ở Đâu Kênh đã ký biên bản; năm hộ còn lại đi làm xa, hẹn về dịp nghỉ Tết Dương "
            "lịch. Mẫu biên bản họ dùng là mẫu mượn của An Mô.",
        ),
    ),
    Article(
        key="noi-chao-thu-nam", section="tin-co-so", kind="story", commune="19333",
        title="Năm mươi sáu tuần, nồi cháo thứ Năm chưa bữa nào ế",
        lead=(
            "Ba giờ sáng thứ Năm, sau dãy hàng thịt của chợ Đông Hà, bếp đã đỏ lửa. Đến tuần này, các chị bán hàng ở "
            "chợ đã múc hơn mười nghìn suất cháo."
        ),
        author="Minh Hạ", posted="2026-11-20", clock="07:15", views=860, stories=("bep-chao-thu-nam",),
        scene="cho-som", caption="Chợ lúc tờ mờ sáng.",
        body=(
            "Chị bán thịt góp xương. Chị bán rau góp hành ngò. Chị bán gạo góp gạo. Thứ gì cả chợ không ai có mới bỏ "
            "tiền ra mua. Đó là toàn bộ “dự toán” của bếp cháo thứ Năm ở chợ Đông Hà.",
            "Chuyện bắt đầu từ một lần đi thăm người ốm. Mấy chị gặp ở hành lang bệnh viện những người nhà từ miền núi "
            "xuống, nhịn bữa sáng để dành tiền xe về. Ngày 09/10/2025, nồi cháo đầu tiên được chở vào viện. Từ đó chưa "
            "nghỉ tuần nào, kể cả tuần giáp Tết, khi số suất lên đến 260 và có thêm bánh tét.",
            "Ba mươi tư chị chia thành bốn nhóm, nhóm này bận thì nhóm kia thay. Cháo đem tới tận giường, hỏi ăn mặn "
            "hay nhạt rồi mới múc. Trên thùng cháo không ghi tên ai góp.",
            Said("Bán buôn có bữa ế, nồi cháo thì chưa bữa nào ế.", "Một chị bán rau trong nhóm"),
            "Hội Liên hiệp Phụ nữ phường Đông Hà không đứng ra nấu. Hội làm phần việc mà các chị ngại: gặp bệnh viện để "
            "thống nhất giờ giấc, chỗ rửa tay, chỗ để nồi, và giữ cuốn sổ đếm suất, cuối tháng bệnh viện ký xác nhận. "
            "Theo cuốn sổ đó, tính đến ngày 19/11/2026 các chị đã trao 10.840 suất cháo.",
            "Tuần thứ năm mươi sáu có một chuyện nhỏ. Một chị trong nhóm phải nhập viện. Sáng thứ Năm, người bưng tô "
            "cháo đến giường chị là chị bạn hàng ngồi sạp kế bên. Hai người nhìn nhau, cười, rồi cùng khóc.",
        ),
        corrections=(
            Correction(
                "2026-11-21",
                "Bản đăng sáng 20/11 ghi tổng số suất cháo là 10.480. Con số đúng theo sổ của Hội Liên hiệp Phụ nữ "
                "phường Đông Hà là 10.840. Ban biên tập xin lỗi bạn đọc.",
            ),
        ),
    ),
    Article(
        key="thu-nam-o-cu-tai", section="tin-co-so", kind="reportage", commune="19594",
        title="Thứ Năm ở Cu Tai: vác cuốc trước, hỏi chuyện sau",
        lead=(
            "Mỗi tuần có một ngày xã La Lay không xếp cuộc họp nào. Ngày ấy, cán bộ mang cơm xuống bản, sáng làm cùng "
            "dân, chiều mới ngồi nói chuyện."
        ),
        author="Quang Sơn", posted="2026-11-13", clock="10:05", views=640, stories=("thu-nam-o-ban-la-lay",),
        scene="nui-bien-gioi", caption="Núi đồi phía tây, nhìn từ đường lên La Lay.",
        body=(
            "Sương chưa tan hẳn, trên con dốc vào bản Cu Tai đã có năm người đi bộ, vai vác cuốc, tay xách cặp lồng. "
            "Phó Bí thư Thường trực Đảng ủy xã đi sau cùng. Hôm nay bản đào lại rãnh nước, bị đất lấp từ trận mưa tuần "
            "trước.",
            "Xã La Lay sau sắp xếp rộng hơn 150 km². Năm ngoái, tuần nào xã cũng ba bốn cuộc họp, có bản ba tháng không "
            "thấy mặt lãnh đạo. Từ ngày 04/9/2025, văn phòng khóa lịch ngày thứ Năm; muốn họp phải được Bí thư đồng ý. "
            "Ba tháng đầu có hai lần vẫn phải họp gấp, và Bí thư gọi điện xin lỗi từng bản.",
            "Chín giờ, rãnh nước thông. Mọi người rửa tay ở vòi đầu bản rồi giở cơm. Bấy giờ câu chuyện mới bắt đầu: "
            "nước sinh hoạt yếu vào buổi chiều, một cháu lớp bảy định nghỉ học, con đường ra rẫy có đoạn sạt. Mỗi "
            "chuyện, cán bộ ghi một dòng vào tờ phiếu. Phiếu ở bản chỉ có ba dòng: làm gì, dân hỏi gì, hẹn ngày nào.",
            Said("Cán bộ vác cuốc trước, hỏi chuyện sau, dân mình chịu nói.", "Một già làng ở bản Cu Tai"),
            "Trước cửa trụ sở xã có tấm bảng ghi việc đã hẹn và ngày xong. Ai đi ngang cũng đọc được. Tính đến "
            "12/11/2026, cán bộ đã có 571 ngày ở bản trong năm; 132 trên 150 việc dân hỏi được giải quyết đúng hẹn, tức "
            "88%. Mười tám việc chậm phần nhiều vướng kinh phí sửa đường nước, và trên bảng cũng ghi rõ như thế.",
            "Có người ở tỉnh về góp ý nên thêm vài cột cho phiếu đủ thông tin. Chuyên viên theo dõi địa bàn ngăn lại: "
            "phiếu ba dòng rất tốt, đừng để ai thêm cột.",
            "Chiều muộn, tôi hỏi anh trưởng bản thứ Năm tuần sau làm gì. Anh chỉ lên mái nhà văn hóa: tấm tôn góc trái "
            "bị gió lật, bản đã hẹn rồi.",
        ),
    ),
    Article(
        key="ngoi-uong-nuoc-thi-dan-noi", section="tin-co-so", kind="interview", commune="19654",
        title="“Ngồi uống nước thì dân nói, mời lên hội trường thì dân im”",
        lead=(
            "Chiều trước mỗi kỳ sinh hoạt, chi ủy thôn Ngô Xá Tây ngồi ở quán nước đầu làng. Bí thư chi bộ, ông Nguyễn "
            "Bá Lương, kể vì sao họ không mang sổ."
        ),
        author="Trúc Lam", posted="2026-11-05", views=720, stories=("nghe-dan-truoc-ngo-xa", "quan-nuoc-ha-my"),
        scene="cay-da", caption="Gốc đa và mái quán nước đầu làng.",
        body=(
            "**Thưa ông, chuyện ngồi quán nước bắt đầu từ đâu?**",
            "Từ một cái rãnh nước thải. Dân xóm Chùa kêu hai năm mà không vào được biên bản sinh hoạt, vì kỳ nào chi bộ "
            "cũng đọc văn bản hết giờ. Có kỳ cả buổi chỉ ba người phát biểu. Đầu năm 2024 chúng tôi đổi: chiều hôm "
            "trước ra quán ngồi nghe, tối hôm sau chi bộ bàn đúng những chuyện đó.",
            "**Sao lại không mang sổ?**",
            "Giở cuốn sổ ra là bà con im ngay. Ba chi ủy viên thay nhau ngồi từ bốn giờ chiều, nghe xong về nhà mới ghi. "
            "Ghi việc chứ không ghi tên người nói.",
            "**Nghe rồi thì trả lời bà con bằng cách nào?**",
            "Kỳ sau mở đầu bằng một câu: việc kỳ trước xong chưa. Xong hay chưa đều viết phấn lên tấm bảng ở quán. Từ "
            "đầu năm đến nay có 48 việc, 44 việc trả lời đúng hạn mười lăm ngày. Bốn việc kia chúng tôi cũng viết lên "
            "bảng, kèm lý do.",
            "**Chi bộ thay đổi ra sao?**",
            "Trước đây mỗi kỳ có ba người nói, bây giờ trung bình mười ba. Đảng viên đến họp đã biết dân đang hỏi gì, "
            "không ai ngồi yên được.",
            "**Quán đổi chủ, rồi thay bí thư, nếp này có mất không?**",
            "Năm ngoái quán đổi chủ thật. Chi ủy ngồi nhờ hiên nhà văn hóa, dân vẫn tới. Tôi là bí thư thứ hai làm "
            "việc này. Người trước bàn giao cho tôi cuốn sổ việc dân nêu, dặn một câu: đừng treo biển tiếp công dân ở "
            "quán, hay là ở chỗ tự nhiên.",
            "**Nơi khác muốn làm theo thì nên lưu ý gì?**",
            "Chọn chỗ dân vốn đã ngồi. Bên thôn Hà My sang hỏi, chúng tôi kể hai buổi, rồi họ chọn bến đò cũ chứ không "
            "chọn quán nước. Mười bốn việc đã được đưa ra bàn. Họ làm đúng đấy.",
        ),
    ),
    Article(
        key="huong-phung-vao-vu", section="tin-co-so", kind="news", commune="19441",
        title="Hướng Phùng vào vụ: 175 hộ cam kết chỉ hái cà phê chín",
        lead="Ba năm trước, 47 nhà phải bán cà phê xanh vì thiếu gạo. Vụ vừa rồi còn ba nhà.",
        author="Hải Yến", posted="2026-10-27", views=410, stories=("ca-phe-chin-huong-phung",),
        scene="doi-ca-phe", caption="Đồi cà phê vào mùa.",
        body=(
            "Ngày 24/10, Hội Nông dân xã Hướng Phùng cùng ba thôn Xa Ry, Chênh Vênh, Hướng Hải ký cam kết vụ cà phê "
            "2026. Có 175 hộ đặt bút hoặc điểm chỉ, trong đó 12 hộ mới từ thôn bên sang xin vào.",
            "Cam kết chỉ có một điều: hái khi cây đã chín từ chín phần mười trở lên. Vụ trước, 163 hộ giữ được lời. Giá "
            "bán bình quân của họ bằng 141% giá bán non, theo bảng giá mà cơ sở chế biến treo công khai ở cổng.",
            "Muốn dân không bán non thì phải lo chuyện gạo. Từ năm 2024, Hội lập ở mỗi thôn một kho gạo quay vòng: nhà "
            "thiếu vay gạo vào tháng Bảy, trả bằng tiền cà phê tháng Mười một. Mặt trận xã và các nhà hảo tâm góp 9,5 "
            "tấn, công đoàn các cơ quan góp thêm 4 tấn. Ba năm nay kho thu hồi trên 95%; riêng Chênh Vênh vụ trước còn "
            "hai hộ khất lại.",
            Said("Trái xanh là bán cái bụng đói, trái chín mới là bán cà phê.", "Một người trồng cà phê ở Xa Ry"),
            "Đi vận động, già làng mang theo hai cái rổ, một rổ trái xanh, một rổ trái chín, cân ngay trước mặt chủ nhà. "
            "Không cần nói thêm gì. Năm nay, Đồn Biên phòng Hướng Phùng tiếp tục cử chiến sĩ giúp hái ở những nhà neo "
            "người. Cơ sở chế biến đã ký mua dài hạn đến năm 2028.",
        ),
    ),
    Article(
        key="ngay-hai-muoi-can-rac", section="tin-co-so", kind="photos", commune="19624",
        title="Ngày hai mươi, mười thôn cùng cân",
        lead="Mỗi tháng một lần, giữa sân, số ký và số tiền được đọc to rồi viết lên bảng.",
        author="Bích Thủy", posted="2026-10-21", clock="16:20", views=530,
        stories=("ngoi-nha-xanh-bich-la", "ngoi-nha-xanh-le-thuy"), scene="ruong-lua",
        caption="Đường ra chợ Bích La. Trước kia, sau mỗi phiên chợ rác nhựa trôi đầy con mương này.",
        body=(
            "Chiều 20/10, lần đầu cả mười thôn của xã Triệu Phong cân phế liệu cùng một giờ. Vỏ lon, bìa giấy, can nhựa "
            "gom cả tháng trong những căn nhà lưới sơn xanh được đổ ra sân, phân loại, rồi lên cân.",
            Shot("nha-van-hoa", "Sân nhà văn hóa thôn, nơi đặt cân."),
            "Người đọc số ký và người giữ tiền là hai người khác nhau; sổ có ba chữ ký. Từ ngày đầu làm đến nay, chị em "
            "bán được 46,8 tấn phế liệu, thu 137,5 triệu đồng. Hai mươi sáu cháu mồ côi, con hộ nghèo được đỡ đầu, mỗi "
            "cháu do chính tổ phụ nữ xóm mình chọn và theo đến hết lớp chín.",
            "Năm ngoái, bốn cháu học xa được tặng xe đạp. Năm nay có nhóm trẻ tự lập một cuốn sổ cân riêng.",
            Shot("song-thuyen", "Bên dòng Kiến Giang, nhà xanh có bánh xe để chạy lụt."),
            "Cách làm đã theo chân năm chị em Lệ Thủy ra tận bờ Kiến Giang. Các chị vào Triệu Phong đúng ngày cân, ở lại "
            "xem cho hết buổi, rồi mang về nguyên mẫu sổ ba chữ ký. Chỉ đổi một thứ: khung nhà lưới được hàn thêm bánh "
            "xe. Giữa tháng 10, nước lên, cả bốn khung đẩy lên đường cao kịp, không mất cái nào.",
            Said("Nhà xanh mà không có bánh thì ở đây trôi ra phá hết.", "Một hội viên phụ nữ Lệ Thủy"),
            "Chiều nay tan buổi cân, trên tấm bảng ở Bích La Đông còn nguyên dòng phấn cuối cùng: tháng sau, cũng ngày "
            "hai mươi.",
        ),
    ),
)
# fmt: on
