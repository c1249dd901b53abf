"""Articles of Tin cơ sở, the second half.

All of it is invented, for illustration only; figures agree with the stories of the same exemplars.
"""

from kheo.demo.news.model import Article, Said

# fmt: off
BASE_PEOPLE: tuple[Article, ...] = (
    Article(
        key="mot-nam-sau-o-lao-bao", section="tin-co-so", kind="reportage", commune="19432",
        title="Một năm sau, quay lại hai mươi bốn mái nhà ở Lao Bảo",
        lead=(
            "Bàn giao nhà xong là lúc nhiều cuộc vận động khép sổ. Mặt trận xã Lao Bảo hẹn nhau một năm sau đi lại từng "
            "nhà, sau mùa mưa, để xem mái còn kín không."
        ),
        author="Quang Sơn", posted="2026-10-12", views=470, stories=("mai-am-lao-bao",), scene="nha-san",
        caption="Nhà sàn dưới chân núi.",
        body=(
            "Ngày 09/10, tổ của Mặt trận xã Lao Bảo chia hai ngả, một ngả lên Ka Tăng, Ka Túp, một ngả sang Làng Vây. "
            "Trong tay họ là danh sách hai mươi bốn căn nhà dựng năm ngoái và một cái thang.",
            "Khi xã mới thành lập, Lao Bảo còn 24 hộ ở nhà tạm, chín hộ là người già neo đơn không tự dựng nhà được. Mặt "
            "trận không giao chỉ tiêu tiền. Mười tám cơ quan, trường học trên địa bàn đến tận nơi, ngồi vẽ nhà cùng chủ "
            "hộ rồi tự nhận. Nhà của người Vân Kiều vẫn làm sàn, giữ bếp lửa ở giữa; chủ hộ góp gỗ, góp công nên ai "
            "cũng coi là nhà mình làm.",
            "Tính đến căn cuối cùng, bàn giao ngày 22/12/2025 cho một cụ bà 79 tuổi ở Ka Túp, cả xã đã góp 1.065 ngày "
            "công và 542 triệu đồng ngoài ngân sách. Tiền từng căn dán công khai ở nhà văn hóa.",
            Said("Nhà mới mà còn bếp lửa cũ, tui ngủ được.", "Cụ bà chủ căn nhà cuối cùng"),
            "Một năm sau, câu hỏi đơn giản hơn: có dột không. Cái thang được dựng lên hai mươi bốn lần. Hai mươi hai nhà "
            "kín. Hai nhà dột nhẹ ở chỗ giáp mái bếp; thợ của trường trung học cơ sở, nơi nhận một trong hai căn, mang "
            "tôn đến sửa ngay buổi chiều.",
            "Tổ còn ghi thêm những điều không có trong biểu mẫu. Một nhà đã cơi thêm chuồng gà. Một nhà treo đèn học cho "
            "đứa cháu. Một nhà, chủ hộ xuống núi ở với con gái, nhờ Mặt trận giữ giúp chìa khóa.",
            "Lúc đầu, có ý kiến nên theo một mẫu nhà cấp bốn cho dễ nghiệm thu. Chuyên viên cơ quan thường trực góp ý "
            "rằng nhà sàn vẫn đủ ba cứng nếu làm đúng, không nên ép. Những căn nhà sàn còn nguyên sau mùa mưa là câu trả "
            "lời.",
        ),
    ),
    Article(
        key="ra-con-co-mang-rac-ve", section="tin-co-so", kind="repost", commune="19742",
        title="Hết mùa khách ra đảo: 2.310 túi vải phát đi, 1.802 túi rác mang về",
        lead="Ai ra Cồn Cỏ cũng nhận một túi vải ở cầu cảng. Lúc về, đưa lại túi rác của mình thì được một con dấu.",
        author="", source="Bản tin Đoàn Thanh niên đặc khu Cồn Cỏ (minh họa)", posted="2026-09-22", views=350,
        stories=("con-co-mang-rac-ve-bo",), scene="dao-xa", caption="Đảo nhỏ ngoài khơi và chuyến tàu khách.",
        body=(
            "Chuyến tàu khách cuối mùa rời Cồn Cỏ ngày 20/9. Đoàn viên ở cầu cảng khóa sổ: cả mùa phát 2.310 túi, thu về "
            "1.802 túi. Tính ra cứ mười khách thì gần tám người mang rác của mình vào bờ. Số rác cân được là 5,1 tấn.",
            "Đảo không có bãi chôn lấp. Trước đây, mỗi mùa du lịch thêm chừng năm tấn rác phải chở vào đất liền. Năm "
            "ngoái, đoàn viên chạy thử sáu chuyến, phát 380 túi, thu được 212. Đủ để biết khách không ngại, chỉ là chưa "
            "ai đưa cho họ cái túi.",
            "Cách làm gọn trong ba câu nói ở cầu cảng, nói xong để khách tự chọn. Con dấu hình cua đá do học sinh trên "
            "đảo vẽ. Trẻ con mê con dấu, nằng nặc đòi cha mẹ nhặt thêm cho đầy túi.",
            "Dịp nghỉ lễ đầu tháng 5, khách đông, hết túi, phải dùng bao gạo thay tạm. Rút kinh nghiệm, mùa nghỉ khách "
            "này thanh niên và chủ tàu cá ngồi may trước túi cho năm sau. Các chủ tàu khách đã in lời nhắc lên vé.",
        ),
    ),
    Article(
        key="he-thu-ba-ben-song-son", section="tin-co-so", kind="story", commune="19138",
        title="Hè thứ ba bên sông Son: thêm 151 em bơi được hai mươi lăm mét",
        lead=(
            "Thầy giáo thể dục về hưu quây một góc sông bằng lưới, chia lớp theo chiều cao chứ không theo tuổi, và dạy "
            "bài cuối cùng là không nhảy xuống cứu bạn."
        ),
        author="Lê Hoài An", posted="2026-08-17", clock="15:00", views=690, stories=("thay-tran-quang-nhieu",),
        scene="song-xanh", caption="Bến sông, nơi có lớp dạy bơi.",
        body=(
            "Sáng 14/8, lớp bơi của thầy Trần Quang Nhiêu ở xã Phong Nha làm bài kiểm tra cuối hè. Trên bờ, cha mẹ đứng "
            "thành hàng dài. Dưới nước, từng em bơi hai mươi lăm mét dọc hàng phao. Một trăm năm mươi mốt em qua được, "
            "nâng tổng số sau ba mùa hè lên 412.",
            "Trẻ ở làng chài lớn lên bên nước nhưng nhiều em không được dạy cách thoát nước xoáy. Hè năm 2023, vùng này "
            "có hai em đuối nước. Năm sau, thầy Nhiêu nghỉ hưu, ra bến sông quây lưới.",
            "Thầy chia lớp theo chiều cao để em nào cũng đứng được chân. Em biết bơi kèm em chưa biết. Cha mẹ buộc phải "
            "có mặt ít nhất một buổi, để thấy con mình sợ chỗ nào. Lớp không lấy tiền; Hội Khuyến học xã mượn áo phao và "
            "mua bảo hiểm.",
            Said("Dạy bơi không khó, khó là dạy tụi nhỏ đừng liều.", "Thầy Trần Quang Nhiêu"),
            "Buổi cuối cùng của khóa không có bơi. Các em tập ném dây, ném can nhựa, tập gọi người lớn. Thầy nói đi nói "
            "lại một câu: thấy bạn chới với thì tìm cái gì nổi ném ra, đừng nhảy xuống.",
            "Từ hè 2025, hai học trò cũ của thầy, nay là sinh viên thể thao, về đứng lớp cùng. Năm ngoái có lớp riêng cho "
            "các em gái. Năm tới, thầy muốn nhờ hai thôn phía thượng nguồn tự mở lớp, thầy sang dạy người dạy. Ba năm "
            "nay, đoạn sông có lớp bơi chưa mất em nào.",
            "Ảnh lớp học không đăng ở bài này, vì trong ảnh có trẻ em và chưa đủ giấy đồng ý của cha mẹ.",
        ),
    ),
    Article(
        key="noi-com-ta-rut", section="tin-co-so", kind="news", commune="19588",
        title="Tà Rụt khép năm học: từ hai mươi ba em bỏ học còn hai",
        lead="Nồi cơm bán trú do cha mẹ thay nhau trực bếp đã giữ được chân học trò ở những bản xa hai mươi cây số.",
        author="Hải Yến", posted="2026-05-30", views=440, stories=("noi-com-ban-tru-ta-rut",), scene="truong-vung-cao",
        caption="Mái trường giữa núi.",
        body=(
            "Ngày 29/5, Trường Phổ thông dân tộc bán trú THCS Tà Rụt chốt sĩ số: cả năm học có hai em nghỉ, cùng theo cha "
            "mẹ vào Nam, trường đã báo cho nơi đến. Hai năm trước, con số ấy là 23.",
            "Hồi đó cứ sau Tết là vắng. Nhà xa mười lăm, hai mươi cây số, ở lại thì đói, về rồi thì ngại đi. Tháng 10 năm "
            "2024, nhà trường mời cha mẹ xuống ăn thử một bữa với con. Bốn mươi bảy người đến, nhiều người lần đầu bước "
            "vào trường của con mình.",
            "Từ bữa cơm đó, mỗi thôn nhận một tuần trực bếp. Ai không có gạo thì góp củi, góp măng. Năm đầu sáu thôn góp "
            "305 ngày công, năm nay tám thôn góp 350. Vườn rau 600 m² giao cho từng lớp; cộng với rau nhà mang xuống, cả "
            "năm được 3,2 tấn.",
            Said("Con ăn no thì cái chữ mới ở lại.", "Một phụ huynh trực bếp"),
            "Một em vắng hai buổi thì ngay chiều hôm đó thầy chủ nhiệm cùng một phụ huynh cùng thôn đến nhà. Trường ghi "
            "lại lý do từng em, không chỉ ghi tỷ lệ. Năm học tới, thêm hai thôn đã xin nhận tuần trực bếp.",
        ),
    ),
)
# fmt: on
