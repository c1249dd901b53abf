"""Standing pages of the demo: how-to, topic, whom to ask, about, personal data. People and numbers are made up."""

from kheo.demo.news.model import Contact, Head, Points, Said, Standing

# fmt: off
GUIDES: tuple[Standing, ...] = (
    Standing(
        key="dang-ky-mot-mo-hinh", title="Đăng ký một mô hình trong năm phút",
        lead="Sáu điều phải có, những điều có thể để sau, và ba lỗi hay bị trả lại.",
        body=(
            "Mở trang làm việc trên điện thoại, chọn Đăng ký, rồi Thêm mô hình mới. Nếu việc định làm giống một trong hai "
            "mươi kiểu thường gặp (mở đường, tổ tự quản, dạy bơi, một cửa về thôn), chọn Đăng ký theo mẫu: kết quả và đơn vị "
            "tính đã điền sẵn, chỉ sửa cho đúng nơi mình.",
            Head("Sáu điều phải có"),
            Points((
                "Tên gọi: ngắn, bà con nhớ được. “Lùi rào mở đường thôn An Mô” hơn “Mô hình nâng cao hiệu quả công tác vận động”.",
                "Đơn vị làm và địa bàn, đến tận thôn, bản, khu phố.",
                "Mô hình hay điển hình; tập thể hay cá nhân.",
                "Lĩnh vực: kinh tế, văn hóa - xã hội, quốc phòng - an ninh, xây dựng hệ thống chính trị.",
                "Sẽ đếm cái gì: một kết quả chính, có đơn vị tính và chỉ tiêu.",
                "Bắt đầu từ bao giờ; chỉ nhớ tháng thì ghi tháng.",
            ), numbered=True),
            Head("Gửi đi rồi thì sao"),
            "Bản đang soạn tự lưu, mất sóng vẫn không mất chữ. Cán bộ đánh dấu đã xong, lãnh đạo đơn vị bấm Gửi đăng ký. Cơ "
            "quan thường trực duyệt hoặc yêu cầu bổ sung kèm lý do; chỉ khi được duyệt mới tính là đã đăng ký.",
            Head("Ba lỗi hay bị trả lại"),
            Points((
                "Không nói sẽ đếm cái gì.",
                "Cách làm toàn khẩu hiệu, không rõ ai làm, làm với ai, mấy lần.",
                "Chỉ tiêu thấp hơn con số đang có.",
            )),
        ),
    ),
    Standing(
        key="dem-mot-ket-qua", title="Đếm một kết quả: đếm cái gì, đếm lúc nào, lấy gì làm chứng",
        lead="Một con số đứng được khi người khác đến sau vẫn đếm lại ra như thế.",
        body=(
            "Chọn một kết quả chính. Đó là điều dân được, không phải việc mình làm: “hồ sơ trả đúng hẹn” chứ không phải “số "
            "buổi ra quân”. Các việc khác ghi ở dưới.",
            Points((
                "Ghi con số lúc bắt đầu. Không biết thì để trống là “chưa có”; đừng ghi số 0, vì 0 có nghĩa là đã đếm và không có "
                "gì.",
                "Ghi đơn vị tính quen thuộc: hộ, m², ngày công, triệu đồng, hồ sơ, em. Mỗi con số một đơn vị.",
                "Ghi ngày đếm. Con số không có ngày thì năm sau không so được.",
                "Kèm một minh chứng: biên bản có chữ ký, trang sổ, bảng công khai, ảnh chụp cùng một chỗ trước và sau.",
                "Chưa đạt thì cứ ghi chưa đạt và nói vì sao. Kết quả chưa đạt vẫn được đề nghị công nhận.",
            ), numbered=True),
            Head("Ví dụ"),
            "Thứ Bảy về thôn ở Triệu Phong: kết quả chính là tỷ lệ hồ sơ trả đúng hẹn, lúc đầu 70%, chỉ tiêu 90%, đến "
            "31/10/2026 được 96,4%. Minh chứng là sổ tiếp nhận lưu động. Số buổi và số hồ sơ ghi ở dưới.",
            "Đóng góp của dân ghi theo nhóm, như “30 hộ ven đường, 980 m²”. Danh sách từng hộ giữ ở thôn; chỉ nêu tên khi người "
            "đó đồng ý.",
        ),
    ),
    Standing(
        key="chup-anh-co-dong-y", title="Chụp một tấm ảnh dùng được, có người trong ảnh đồng ý",
        lead="Ba câu hỏi trước khi đăng: nhận ra ai không, người ấy đồng ý chưa, có trẻ em không.",
        body=(
            Head("Chụp"),
            Points((
                "Đứng cùng một chỗ cho ảnh trước và ảnh sau; chọn một mốc cố định như gốc cây, cột điện.",
                "Chụp người đang làm việc, không xếp hàng nhìn vào máy.",
                "Để cả bàn tay, dụng cụ và việc đang làm nằm trong khung hình.",
            )),
            Head("Hỏi"),
            "Nói rõ ảnh sẽ đăng ở đâu, rồi hỏi có đồng ý không. Nói miệng cũng được, miễn là ghi lại ai đồng ý, ngày nào, hỏi "
            "bằng cách nào. Người đã đồng ý có thể đổi ý; khi đó ảnh được gỡ khỏi cổng.",
            "Trẻ em thì hỏi cha mẹ hoặc người giám hộ. Chưa hỏi được thì chụp từ phía sau, hoặc dùng nút Che mờ ngay trên trang "
            "tải ảnh, chạm vào chỗ cần che.",
            Head("Mô tả"),
            "Viết một câu cho người không nhìn thấy ảnh: ai đang làm gì, ở đâu. “Bốn người đang dựng lại trụ cổng bên đường mới "
            "mở” hơn “Ảnh hoạt động”.",
            "Cổng tự bỏ vị trí và thông tin máy ảnh trong tệp trước khi đăng.",
        ),
    ),
    Standing(
        key="hoc-theo-mot-mo-hinh", title="Học theo một mô hình của nơi khác",
        lead="Đi xem, giữ phần cốt lõi, đổi phần cho hợp đất mình, rồi nói lại cho nơi đi trước biết.",
        body=(
            Points((
                "Tìm trong thư viện mô hình, lọc theo lĩnh vực và “còn hoạt động”. Xem ngày xác nhận gần nhất.",
                "Đọc phần cách làm và phần từng vướng. Gọi đơn vị đang làm, xin đi xem đúng ngày họ làm.",
                "Ghi ra ba dòng: giữ gì, đổi gì, cần thêm gì.",
                "Làm thử ở một xóm trước.",
                "Khi đăng ký, chọn nguồn gốc là nhân rộng và ghi mô hình gốc. Cả nơi đi trước và nơi làm theo đều được ghi công.",
            ), numbered=True),
            Head("Một ví dụ"),
            "Lệ Thủy học ngôi nhà xanh của Triệu Phong: giữ nguyên sổ thu chi ba chữ ký và ngày cân công khai; đổi khung cố "
            "định thành khung có bánh xe để chạy lụt. Nước lên giữa tháng 10/2026, cả bốn khung đẩy lên đường cao kịp.",
            Said("Nhà xanh mà không có bánh thì ở đây trôi ra phá hết.", "Một hội viên phụ nữ Lệ Thủy"),
        ),
    ),
)

TOPIC = Standing(
    key="tu-tuong-dan-van", title="Tư tưởng dân vận của Chủ tịch Hồ Chí Minh",
    lead="Đọc bài “Dân vận” năm 1949 bên cạnh những việc đang làm ở thôn, xã hôm nay.",
    body=(
        "Ngày 15/10/1949, báo Sự thật in bài “Dân vận” ký tên X.Y.Z., bút danh của Chủ tịch Hồ Chí Minh. Ngày 15/10 hằng năm nay "
        "là ngày truyền thống của công tác dân vận.",
        Said("Dân vận kém thì việc gì cũng kém. Dân vận khéo thì việc gì cũng thành công.", "Hồ Chí Minh, bài “Dân vận”"),
        "Chuyên đề này không thay cho việc đọc nguyên văn. Nó xếp cạnh nhau bài viết năm ấy và vài câu chuyện mới: một thôn không "
        "bỏ sót bốn nhà cuối cùng, một xã dành hẳn thứ Năm để đi bản, một chi ủy ra quán nước ngồi nghe. Mỗi bài kèm một câu hỏi "
        "để chi bộ bàn trong buổi sinh hoạt.",
    ),
)  # fmt: skip
TOPIC_PICKS = (
    "doc-lai-bai-dan-van", "thu-nam-o-cu-tai", "ngoi-uong-nuoc-thi-dan-noi", "bon-muoi-mot-ho-lui-rao", "mot-phut-tren-loa",
)

ABOUT = Standing(
    key="gioi-thieu", title="Về cổng này",
    lead="Nơi ghi lại những mô hình, điển hình “Dân vận khéo” làm được, đếm được, và để nơi khác học theo được.",
    body=(
        "Cổng do cơ quan thường trực phong trào quản lý. Tin bài do biên tập viên và cán bộ cơ sở viết, lãnh đạo cơ quan thường "
        "trực duyệt trước khi đăng; mỗi bài ghi rõ tác giả hoặc nguồn. Bài có chỗ sai được đính chính ngay dưới bài, kèm ngày.",
        "Mỗi mô hình trong thư viện do chính đơn vị làm khai, có kết quả, ngày đếm và minh chứng. Dòng “xác nhận gần nhất” cho "
        "biết lần cuối có người đến xem mô hình còn hoạt động hay không.",
        "Lượt truy cập được đếm theo cách nói ở trang Cách tính: không dùng cookie, không lưu địa chỉ của người đọc.",
        Head("Bản đang xem là bản minh họa"),
        "Các xã, phường là thật; mô hình, nhân vật, con số, tin bài và cuộc bình chọn đều được đặt ra để minh họa. Hình trong bài "
        "là tranh vẽ, không phải ảnh chụp.",
    ),
)  # fmt: skip

PRIVACY = Standing(
    key="bao-ve-du-lieu-ca-nhan", title="Bảo vệ dữ liệu cá nhân",
    lead="Cổng giữ những gì về người đọc, người gửi và người được nêu; ai xem được; muốn xóa thì làm thế nào.",
    body=(
        Head("Người đọc"),
        "Đọc cổng không cần tài khoản. Cổng không đặt cookie theo dõi, không gọi máy chủ nào khác từ trình duyệt. Lượt xem được "
        "đếm bằng một mã băm đổi khóa hằng ngày; địa chỉ mạng không được lưu. Riêng khi bỏ phiếu bình chọn, trình duyệt giữ một "
        "dấu để mỗi trình duyệt chỉ gửi một phiếu; lá phiếu không gắn với dấu ấy.",
        Head("Người gửi góp ý, giới thiệu gương, gửi tin bài"),
        "Cổng giữ nội dung đã gửi và cách liên hệ nếu người gửi để lại, chỉ để trả lời. Cách liên hệ không đăng công khai và không "
        "chuyển cho người bị nêu tên.",
        Head("Người được nêu trong mô hình, tin bài"),
        "Tên, ảnh và câu chuyện của một người chỉ đăng khi người ấy đồng ý; với trẻ em, khi cha mẹ hoặc người giám hộ đồng ý. Cổng "
        "không ghi dân tộc, tôn giáo, quan điểm của ai. Người góp đất, góp công được ghi theo nhóm, trừ khi muốn nêu tên.",
        Head("Quyền của người có dữ liệu"),
        Points((
            "Được biết cổng đang giữ gì về mình.",
            "Được sửa chỗ sai.",
            "Được rút lại sự đồng ý bất cứ lúc nào; ảnh và câu chuyện khi đó được gỡ khỏi cổng. Quyết định công nhận đã ban hành "
            "vẫn là một sự kiện và được giữ lại.",
            "Được yêu cầu xóa dữ liệu của mình.",
        )),
        Head("Gửi yêu cầu"),
        "Gọi hoặc viết cho đầu mối ghi ở trang Cơ quan và đầu mối, nói rõ trang nào, chỗ nào. Yêu cầu được trả lời trong hai ngày "
        "làm việc kể từ khi nhận. Việc gỡ khỏi trang công khai được làm trước, phần còn lại báo lại sau.",
        "Căn cứ: Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP, có hiệu lực từ ngày 01/01/2026.",
    ),
)  # fmt: skip

CONTACTS_LEAD = (
    "Cơ quan thường trực phong trào tiếp nhận câu hỏi, góp ý và yêu cầu về dữ liệu trong giờ làm việc. Tên và số ở trang này được "
    "đặt ra để minh họa."
)
OFFICE, PHONE, MAIL = "Số 1, đường Minh Họa, phường Đồng Hới", "0900 000 100", "thuongtruc@example.vn"
DUTIES = (
    "Tham mưu kế hoạch, hướng dẫn, kiểm tra phong trào thi đua “Dân vận khéo”.",
    "Duyệt danh mục đăng ký, tổ chức thẩm định và trình công nhận.",
    "Quản lý cổng thông tin này và trả lời yêu cầu về dữ liệu cá nhân.",
)
CONTACTS = (
    Contact(
        "Bùi Thị Khánh Vân", "Trưởng phòng Dân vận", "Kế hoạch, đăng ký, thẩm định mô hình",
        "0900 000 101", "khanhvan@example.vn",
    ),
    Contact(
        "Hoàng Văn Tín", "Chuyên viên", "Học tập, áp dụng mô hình; đi xem tại chỗ",
        "0900 000 102", "vantin@example.vn",
    ),
    Contact(
        "Nguyễn Thị Tường Vi", "Biên tập viên", "Tin bài, ảnh, đính chính, báo chí cần tư liệu",
        "0900 000 103", "tuongvi@example.vn",
    ),
    Contact(
        "Lê Đình Quốc", "Cán bộ phụ trách dữ liệu", "Sửa, gỡ, xóa dữ liệu cá nhân; tài khoản",
        "0900 000 104", "dinhquoc@example.vn",
    ),
)
# fmt: on
