"""Word lists of the proofreader: what is common enough to be guessed, what is borrowed, what is never doubled."""

# Syllables of Party and State prose: a guess at a broken word is made among these only. Of several that would do, one
# of the commonest is meant, if there is one such.
COMMONEST = tuple(
    """
    và của các trong được có cho là với đã những để về ở người vào không này từ theo khi một trên tại đến do việc ra như
    """.split()
)
COMMON = COMMONEST + tuple(
    """
    dân vận khéo đảng xã nhân hội công tác thực hiện đoàn phong trào mô hình điển thi đua bộ cán viên ủy ban tổ chức
    chính quyền trị phương địa cơ quan đơn nước nhà nông thôn mới phát triển kinh tế văn hóa xây dựng quốc phòng an ninh
    trật tự mặt trận phường tỉnh huyện thành phố cấp lãnh đạo chỉ nghị quyết kế hoạch chương trình nội dung hướng dẫn
    kiểm tra giám sát quản lý điều hành tuyên truyền động nâng cao chất lượng hiệu kết quả tích cực nhiệm vụ giải pháp
    đẩy mạnh tăng cường tiếp tục triển khai gắn góp phần quan trọng củng cố lòng tin đời sống bảo đảm đồng bào tôn giáo
    tộc thiểu số phụ nữ thanh niên cựu chiến binh tuổi hộ gia đình nghèo giảm thoát làm đường hiến đất mét vuông triệu
    tỷ nghìn tiền kinh phí hỗ trợ giúp đỡ tham gia ủng hưởng ứng lan tỏa nhiều nơi còn nhưng cũng đang sẽ nhằm bằng qua
    sau trước dưới giữa ngoài nào gì ai đó đây thì mà nên vì nếu hoặc hay cùng mọi mỗi từng hàng năm tháng ngày tuần giờ
    quý lần thứ nhất hai ba bốn sáu bảy tám chín mười trăm học sinh trường dục y sức khỏe môi sạch đẹp rác thải cây
    trồng vật nuôi sản xuất doanh hợp thu nhập đào tạo nghề chuyển đổi cải cách thủ giấy tờ dịch nhận trả hồ sơ họp báo
    cáo ý kiến đối thoại lắng nghe thích khiếu nại tố kỷ luật khen thưởng biểu dương tấm gương sáng tiêu danh rộng duy
    trì đăng ký thẩm định đánh giá thông bài viết ảnh đặc biệt đại chí bí thư chủ tịch phó trưởng thường trực ngành lĩnh
    vực nguồn lực lợi ích trách chế nghĩa tình yêu thương thống phấn đấu thắng vũ trang quân đội biên giới biển đảo nạn
    giao tội phạm khu cư bản xóm làng thuộc khác nhau cả toàn chung riêng rất lớn nhỏ nhanh chậm tốt xấu rõ ràng cụ thể
    thiết đúng sai đủ thiếu hết lúc nay nếp phải bị lên xuống lại đi nói đọc hỏi biết thấy muốn cần nhờ lo giữ gìn bàn
    đề nghiên cứu tưởng đức tư mẫu đấu tranh ngăn chặn
    """.split()
)

# Written in one word though they are several syllables, or with letters that stand in no Vietnamese syllable together.
BORROWED = frozenset(
    """
    ôtô ôxy ôxi ôxít ôzôn axít bêtông cácbon cácbonát phôtpho phốtpho phốtphát amiăng môtô môtơ môđun môđem môtíp lôgô
    lôgích rađa rađiô xêmina xêri đôla đềcan đềxiben kilôgam kilômét kilôoát kilôbai mêgaoát mêgabai xăngtimét milimét
    héc hécta micrômét hyđrô hiđrô hyđrat hyđrocacbon prôtêin prôtit glucôzơ xenlulôzơ vắcxin ápphích áptômát cátxét
    cátsét băngrôn rơmoóc sơmi xơmi pôpơlin catalô maratông crôm brôm mêtan êtan ête êtylen prôpan mácxít lêninnít fátxít
    phátxít bônsêvích xôviết pôlime pôlyme karaôkê viôlông ôpêra xônát sôcôla phômát xúcxích patê đakrông
    café résumé château élite naïve pâté crêpe fiancé exposé déjà
    """.split()
)

# Words that never stand twice in a row: particles and the like. Vietnamese doubles many others with good reason (xanh
# xanh, ngày ngày, dần dần, từ từ, năm năm) and compounds meet ("cơ hội hội nhập", "cán bộ bộ đội"): those are not told.
NEVER_DOUBLED = frozenset(
    """
    và của các những được cho là với đã đang để về vào ở từng do khi tại trên trong theo đến như mà thì vì nhưng hoặc nếu
    giữa nhằm bởi cũng vẫn sẽ bị nên
    """.split()
)
# … except where the first of the two ends the word before: "hiện tại tại xã", "thiết bị bị hỏng", "tự do do".
ENDS_A_WORD = {
    second: frozenset(firsts.split())
    for second, firsts in {
        "được": "có giành đạt",
        "cho": "gửi đưa dành trao",
        "để": "cứ",
        "về": "trở quay đi đưa lui",
        "ở": "nhà nơi chỗ ăn",
        "từng": "đã",
        "do": "tự lý lí",
        "khi": "đôi một trước sau",
        "tại": "hiện tồn thực",
        "trên": "cấp bên phía như nêu kể nói tầng hàng mức ở phần",
        "trong": "bên phía ở phần",
        "theo": "tiếp kèm làm noi mang nghe đi",
        "đến": "nơi",
        "như": "hầu dường giống gần coi xem ví",
        "mà": "thế vậy",
        "thì": "vậy thế",
        "vì": "bởi",
        "bị": "thiết chuẩn trang dự quân phòng",
        "nên": "cho trở làm tạo",
    }.items()
}
# Two words said twice over on purpose ("từng bước từng bước"), and numbers read aloud.
SAID_TWICE = frozenset(
    """
    từng rất mãi càng thật hết mau nhanh cố dần ngày đời năm không một hai ba bốn sáu bảy tám chín mười mươi trăm nghìn
    """.split()
)
