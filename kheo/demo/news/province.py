"""Articles of Tin tức and Tuyên truyền.

All of it is invented, for illustration only, but what is told of the article "Dân vận" of 15/10/1949 and quoted from it.
"""

from kheo.demo.news.model import Article, Correction, Head, Points, Said

# fmt: off
PROVINCE: tuple[Article, ...] = (
    Article(
        key="dang-ky-nam-2027", section="tin-tuc", kind="news",
        title="Đăng ký mô hình năm 2027: rà lại cái cũ trước, gửi cái mới trước ngày 20/3",
        lead="Bảy trên mười số liệu của phiếu đăng ký đã có sẵn từ năm nay; mỗi đơn vị dự kiến mất khoảng hai mươi phút.",
        author="Trúc Lam", posted="2026-11-19", views=920,
        body=(
            "Cơ quan thường trực phong trào vừa thông báo lịch làm việc cho đợt thi đua năm 2027. Khác mọi năm, việc đầu "
            "tiên không phải là đăng ký mới mà là rà lại những mô hình đang có, xong trước ngày 15/12.",
            "Mỗi đơn vị mở một danh sách, trước từng mô hình của năm 2026 chọn một trong ba ô: làm tiếp, đã hoàn thành, "
            "thôi không làm nữa. Mô hình làm tiếp được đăng ký lại chỉ với một lần bấm; tên, địa bàn, lực lượng, người "
            "chịu trách nhiệm giữ nguyên từ năm trước. Phần phải nhập thêm là chỉ tiêu của năm mới.",
            "Với mô hình mới, phiếu hỏi sáu điều: tên gọi; đơn vị và địa bàn; loại và chủ thể; lĩnh vực; sẽ đếm cái gì; "
            "bao giờ bắt đầu. Thiếu một trong sáu thì chưa gửi được. Hạn gửi là ngày 20/3/2027.",
            Head("Ít mô hình hơn cũng được"),
            "Năm nay nhiều xã hỏi liệu số mô hình giảm có bị trừ điểm thi đua không. Câu trả lời là không. Số liệu của "
            "phong trào mở đầu bằng tỷ lệ mô hình còn hoạt động sau mười hai tháng và số người hưởng lợi, không mở đầu "
            "bằng số đăng ký. Hai mô hình cùng đếm một việc thì nên gộp lại, cả hai nơi cùng đứng tên chủ trì, và báo "
            "cáo được ghi chú “đã rà soát, gộp”.",
            "Đơn vị chưa có tài khoản nhờ xã nhập thay, kèm ảnh tờ phiếu giấy có chữ ký. Hướng dẫn từng bước nằm ở mục "
            "Cẩm nang của cổng này.",
        ),
    ),
    Article(
        key="nam-muoi-tam-buoi-thu-bay", section="tin-tuc", kind="news", commune="19624",
        title="Năm mươi tám buổi thứ Bảy về thôn: 3.126 hồ sơ, 96,4% trả đúng hẹn",
        lead="Từ thôn xa nhất lên trung tâm xã Triệu Phong gần mười bốn cây số. Hơn một năm nay, con dấu đi xuống thôn.",
        author="Bích Thủy", posted="2026-11-08", clock="14:10", views=560,
        stories=("thu-bay-ve-thon", "phien-cho-mot-cua-dong-le"), scene="nha-van-hoa",
        caption="Nhà văn hóa thôn trong nắng sớm.",
        body=(
            "Theo sổ tiếp nhận lưu động của Trung tâm Phục vụ hành chính công xã Triệu Phong, từ tháng 8/2025 đến hết "
            "tháng 10/2026, cán bộ đã về thôn 58 buổi, nhận 3.126 hồ sơ. Tỷ lệ trả đúng hẹn là 96,4%; những hồ sơ chậm "
            "chủ yếu do liên thông đất đai.",
            "Ba ngày trước mỗi buổi, trưởng thôn đọc loa những việc làm được và giấy tờ cần mang. Sáng thứ Bảy, đoàn viên "
            "ngồi bàn ngoài xem giấy, chụp sẵn; bàn trong chỉ việc nhập. Kết quả in ra, giao lại đúng nhà văn hóa ấy vào "
            "thứ Bảy sau.",
            "Con số Trung tâm theo dõi kỹ nhất không phải là số hồ sơ mà là số lần dân phải quay lại. Tháng 7/2025, cứ "
            "mười hồ sơ thì ba cái phải quay lại vì thiếu giấy. Tháng 9/2025, khi bắt đầu đếm, còn 11%.",
            Said("Tui ngồi xe lăn mười năm, lần đầu có người mang con dấu tới thôn.", "Một người dân thôn Nhan Biều"),
            "Cách làm đã được Đồng Lê mang về phiên chợ: bàn ngoài kiểm giấy giữ nguyên, chỉ đổi giờ thành năm rưỡi sáng "
            "cho kịp chợ. Đến cuối tháng 10, mỗi phiên ở Đồng Lê nhận bình quân 34 hồ sơ. Ai thiếu giấy được phát một tờ "
            "dặn viết chữ to.",
            "Cán bộ làm thứ Bảy được nghỉ bù, ghi thẳng vào quy chế làm việc. Đó là điều khiến lịch thứ Bảy giữ được đến "
            "buổi thứ năm mươi tám.",
        ),
    ),
    Article(
        key="ngay-hoi-nam-phut", section="tin-tuc", kind="news",
        title="Ngày hội 15/10: mỗi xã năm phút, một con số phải đếm được",
        lead=(
            "Không đọc báo cáo, không trình chiếu. Người kể chuyện là người làm, và ai cũng phải trả lời câu “sau một năm "
            "còn không”."
        ),
        author="Minh Hạ", posted="2026-10-16", clock="07:50", views=1040,
        stories=("ca-phe-chin-huong-phung", "ngoi-nha-xanh-bich-la", "thu-bay-ve-thon", "thay-tran-quang-nhieu"),
        body=(
            "Ngày hội biểu dương “Dân vận khéo” năm 2026 diễn ra sáng 15/10, đúng ngày cách đây 77 năm báo Sự thật in bài "
            "“Dân vận” của Bác Hồ. Ban tổ chức đặt ra ba lệ: mỗi nơi năm phút; người kể là người trực tiếp làm; trong năm "
            "phút phải có một con số đếm được và nói rõ đếm bằng cách nào.",
            "Mười hai câu chuyện được kể. Chị chi hội trưởng ở Triệu Phong giơ cuốn sổ ba chữ ký của ngôi nhà xanh. Già "
            "làng Hướng Phùng bưng lên hai rổ cà phê, một xanh, một chín. Thầy Trần Quang Nhiêu mang theo sợi dây cứu "
            "sinh và chỉ nói về bài học cuối cùng của lớp bơi.",
            "Phần được chờ đợi nhất là lúc ban tổ chức gọi lại năm nơi đã được công nhận từ năm trước, hỏi mô hình còn "
            "hoạt động không. Bốn nơi trả lời còn. Một nơi đứng lên nói thật: đường hoa đã thôi, vì hai mùa nắng liền "
            "không đủ nước tưới. Cả hội trường vỗ tay cho câu trả lời ấy.",
            Said("Chưa đạt thì cứ nói chưa đạt, rồi nói vì sao. Nơi khác học được ở chỗ đó.", "Một thành viên ban tổ chức"),
            "Trước đó, ngày 12/10, Ban Thường vụ Tỉnh ủy đã công nhận các mô hình, điển hình cấp tỉnh của năm. Danh sách "
            "và con số của từng mô hình có trong thư viện của cổng; mỗi trang đều ghi ngày xác nhận gần nhất.",
        ),
        corrections=(
            Correction(
                "2026-10-17",
                "Bài đăng ngày 16/10 ghi có mười bốn câu chuyện được kể tại ngày hội; đúng ra là mười hai. Hai xã vắng "
                "mặt vì mưa lũ đã gửi bài viết, sẽ đăng sau.",
            ),
        ),
    ),
    Article(
        key="phat-dong-nam-2026", section="tin-tuc", kind="news",
        title="Phong trào năm 2026: chỉ tiêu đầu tiên là 85% mô hình còn sống sau mười hai tháng",
        lead="Kế hoạch năm nay đặt bốn chỉ tiêu, và chỉ tiêu về số đăng ký không đứng đầu.",
        author="Quang Sơn", posted="2026-01-28", views=780,
        body=(
            "Sáng 27/01, hội nghị triển khai phong trào thi đua “Dân vận khéo” năm 2026 được tổ chức trực tiếp tại tỉnh và "
            "nối với các xã, phường, đặc khu. Kế hoạch số 12-KH/TU ngày 20/01/2026 (văn bản minh họa) đặt bốn chỉ tiêu.",
            Points((
                "85% mô hình còn hoạt động sau mười hai tháng kể từ ngày được công nhận.",
                "40 mô hình được nơi khác học tập, áp dụng.",
                "60.000 m² đất được nhân dân hiến làm công trình chung, có biên bản của từng hộ.",
                "180 mô hình mới được duyệt đăng ký.",
            )),
            "Thứ tự ấy là có chủ ý. Thảo luận tại hội nghị, nhiều ý kiến thẳng thắn: năm nào cũng đăng ký nhiều, cuối năm "
            "hỏi lại thì có nơi người cũ đã chuyển, người mới không biết mô hình ở đâu. Từ năm nay, mỗi năm một lần, từng "
            "đơn vị đánh dấu vào danh sách của mình: hoạt động hiệu quả, cần củng cố, hay không còn hoạt động.",
            "Một thay đổi khác là địa chỉ. Mỗi mô hình phải ghi rõ người chịu trách nhiệm và ngày nhận việc; đổi người thì "
            "ghi tiếp, không xóa người cũ. Xã Triệu Phong xin đăng ký trước một chỉ tiêu riêng: mọi chi bộ thôn có ít "
            "nhất một mô hình đang thực hiện và 48 buổi làm giấy tờ tại thôn trong năm.",
            "Cơ quan thường trực cho biết sẽ không yêu cầu báo cáo tháng. Số liệu nhập một lần ở chỗ phát sinh sẽ được "
            "dùng cho mọi báo cáo trong năm.",
        ),
    ),
    Article(
        key="doc-lai-bai-dan-van", section="tuyen-truyen", kind="story",
        title="Đọc lại bài “Dân vận”: một bài ngắn, những việc phải làm bằng cả người",
        lead=(
            "Bài báo ký tên X.Y.Z. in trên báo Sự thật ngày 15/10/1949 ngắn, đọc một lúc là hết. Đọc chậm thì lâu hơn "
            "nhiều."
        ),
        author="Trúc Lam", posted="2026-10-09", views=610,
        body=(
            "Bài “Dân vận” được Chủ tịch Hồ Chí Minh viết dưới bút danh X.Y.Z., in trên báo Sự thật ngày "
            "15/10/1949. Bài không dài lời. Người viết nói ngay nước ta là nước dân chủ, rồi đi thẳng vào điều cần hỏi: dân "
            "vận là gì, ai phụ trách dân vận, dân vận phải thế nào.",
            Said(
                "Dân vận là vận động tất cả lực lượng của mỗi một người dân không để sót một người dân nào, góp thành lực "
                "lượng toàn dân, để thực hành những công việc nên làm, những công việc Chính phủ và Đoàn thể đã giao cho.",
                "Hồ Chí Minh, bài “Dân vận”",
            ),
            "Chữ đáng dừng lại là “không để sót”. Một thôn có 186 hộ mà 180 hộ đồng tình thì vẫn còn sáu cánh cửa phải "
            "gõ. Ở nhiều mô hình trên cổng này, phần khó nhất và hay nhất nằm đúng ở mấy nhà cuối cùng ấy.",
            "Đoạn được nhắc nhiều nhất nói về người làm dân vận: phải óc nghĩ, mắt trông, tai nghe, chân đi, miệng nói, "
            "tay làm, chứ không phải chỉ nói suông, chỉ ngồi viết mệnh lệnh. Xin để ý thứ tự. Miệng nói đứng gần cuối, "
            "sau khi đã nghĩ, trông, nghe và đi; còn tay làm đứng sau cùng, như chỗ mọi việc phải đi đến.",
            "Bài kết bằng lời mà ai làm việc này cũng thuộc:",
            Said(
                "Dân vận kém thì việc gì cũng kém. Dân vận khéo thì việc gì cũng thành công.",
                "Hồ Chí Minh, bài “Dân vận”",
            ),
            "Chữ “khéo” ở đây không phải là khéo nói. Người dân ở La Lay cắt nghĩa gọn hơn: vác cuốc trước, hỏi chuyện "
            "sau. Chi bộ nào sinh hoạt tháng 10 này xin thử một việc: đọc to cả bài, rồi mỗi người kể một nhà mình chưa "
            "gõ cửa.",
        ),
    ),
    Article(
        key="mot-phut-tren-loa", section="tuyen-truyen", kind="story",
        title="Một phút trên loa: nói sao cho người đang rửa bát cũng nghe",
        lead="Loa thôn mỗi sáng có vài phút. Dùng một phút để nói một việc, một con số, một lời nhờ thì bà con nhớ.",
        author="Hải Yến", posted="2026-07-10", clock="09:00", views=480,
        body=(
            "Người nghe loa không ngồi yên. Họ đang cho gà ăn, chở con đi học, rửa bát. Bởi thế bản tin một phút, chừng "
            "một trăm sáu mươi đến một trăm tám mươi tiếng, chỉ nên chở một việc.",
            Head("Bốn câu của một phút"),
            Points((
                "Chuyện gì, ở đâu: “Thôn mình đang mở đường ra đồng Cồn Dài.”",
                "Một con số: “Hai mươi chín nhà có đất, hai mươi tư nhà đã ký.”",
                "Một người thật việc thật: kể việc làm, chỉ nêu tên khi người ấy đã đồng ý.",
                "Một lời nhờ cụ thể, có giờ: “Bảy giờ tối thứ Sáu, mời bà con ra nhà văn hóa xem cọc mốc.”",
            ), numbered=True),
            Head("Ba điều nên tránh"),
            "Đừng đọc nguyên văn kế hoạch; chữ viết để đọc bằng mắt khác chữ nói để nghe bằng tai. Đừng kể tên nhà chưa "
            "làm; trên loa, một lời nhắc thành một lời bêu. Và đừng lặp lại y nguyên ba sáng liền, vì từ sáng thứ hai "
            "người ta đã thôi nghe.",
            "Ở Triệu Phong, trưởng thôn đọc loa trước ba ngày những giấy tờ cần mang theo cho buổi thứ Bảy. Tháng đầu, "
            "danh mục dài mười một mục, dân mang thiếu nhiều. Tháng sau chỉ đọc ba việc hay hỏi nhất, ai cần việc khác "
            "thì gọi số điện thoại ở cuối. Số người phải quay về lấy thêm giấy giảm hẳn.",
            "Viết xong, xin đọc thử cho một người không làm cán bộ nghe, rồi hỏi: vừa rồi nhờ làm gì. Trả lời được thì "
            "mới bật loa.",
        ),
    ),
)
# fmt: on
