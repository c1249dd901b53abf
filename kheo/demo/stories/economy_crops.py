"""Stories of the field Kinh tế: rice, fish sauce, coffee, timber, cattle.

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
ECONOMY_CROPS: tuple[Story, ...] = (
    Story(
        key="lua-huu-co-linh-chieu",
        name="Chung một cánh đồng lúa hữu cơ, cùng ghi sổ, cùng chia giá",
        kind="practice", bearer="group", nature="lasting", field="economy",
        themes=("Sản xuất, tiêu thụ nông sản", "Nông thôn mới"), unit=Body("Hội Nông dân xã Triệu Cơ", "mass"),
        commune="19654", place_detail="Thôn Linh Chiểu", starts="2024-01", stage="running", origin="continued",
        summary=(
            "Nông dân Linh Chiểu bỏ thuốc cỏ, cùng ghi một cuốn sổ đồng ruộng và bán chung một giá, mỗi ký lúa được "
            "thêm hơn hai nghìn đồng."
        ),
        situation=(
            "Ruộng nhiễm phèn nhẹ, nhà nào làm theo ý nhà nấy, phun thuốc tám chín lần một vụ mà tư thương vẫn ép "
            "giá. Vụ hè thu 2023 giá lúa có lúc chỉ 6.800 đồng/kg."
        ),
        goal="Đến hết năm 2026 có 60 ha lúa hữu cơ và canh tác tự nhiên, toàn bộ có hợp đồng thu mua trước khi gieo.",
        method=(
            "Hội chọn năm hộ làm trước trên 8 ha, hội viên khác ra xem từng kỳ sinh trưởng. Mỗi tổ mười hộ giữ một "
            "sổ chung, ai phun thuốc ngoài danh mục thì cả tổ mất giá cộng thêm, nên bà con tự nhắc nhau. Trước mỗi "
            "vụ, doanh nghiệp ngồi với dân tại đình làng để chốt giá."
        ),
        audience="Hộ trồng lúa thôn Linh Chiểu và hai thôn liền kề của xã Triệu Sơn cũ.",
        resources_plan=(
            "Hộ tự lo giống và công; doanh nghiệp ứng phân hữu cơ, trừ khi thu hoạch; xã hỗ trợ tập huấn và lấy mẫu "
            "đất."
        ),
        schedule="Mỗi năm hai vụ; tháng 12 rà soát diện tích, chốt hợp đồng; đánh giá sau từng vụ.",
        products="Sổ nhật ký đồng ruộng của mười hai tổ; hợp đồng thu mua từng vụ; phiếu kiểm nghiệm mẫu gạo.",
        sustain=(
            "Quỹ rủi ro trích 100 đồng mỗi ký lúa, cuối năm 2025 còn 41 triệu đồng, đủ hỗ trợ khi mất mùa một tổ."
        ),
        participants=(
            Participant("Hội Nông dân xã Triệu Cơ", "lead", "Lập tổ, giữ sổ, điều phối với doanh nghiệp"),
            Participant("Hợp tác xã Linh Chiểu", "partner", "Điều nước, thuê máy cấy"),
            Participant("Doanh nghiệp thu mua gạo hữu cơ", "partner", "Ứng phân, bao tiêu sản phẩm"),
            Participant("Chi bộ thôn Linh Chiểu", "member", "Đảng viên làm 8 ha đầu tiên"),
        ),
        charge=Charge("Chủ tịch Hội Nông dân xã Triệu Cơ", "Người chịu trách nhiệm", "2025-07-10"),
        outcomes=(
            Outcome("Diện tích có hợp đồng thu mua", "ha", 8, 60, 57.5, "2026-09-05", main=True),
            Outcome("Hộ tham gia tổ sản xuất", "hộ", 14, 110, 118, "2026-09-05"),
            Outcome("Giá bán cao hơn lúa thường", "đồng/kg", 0, 2000, 2300, "2026-09-12"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Triệu Sơn, huyện Triệu Phong",
        contributions=(
            Contribution("in_kind", 46, "tấn phân hữu cơ", "Doanh nghiệp thu mua ứng trước", "2026-01-08"),
            Contribution("labour", 132, "ngày công", "Hội viên nạo vét mương", "2026-04-26"),
        ),
        progress=(
            Progress("2024-05-18",
                "Vụ đầu 8 ha, năng suất thua ruộng bên cạnh nửa tạ một sào nhưng bán được giá, năm hộ đều làm tiếp."
            ),
            Progress("2025-06-02", "Mở lên 34 ha, có tổ bị loại một hộ vì phun thuốc cỏ ban đêm; tổ tự họp, tự xử."),
            Progress("2026-09-05", "Đạt 57,5 ha; 2,5 ha còn lại thuộc vùng trũng, tổ thống nhất không ép."),
        ),
        guidance=(
            Guidance("2025-03-11", "specialist",
                (
                    "Nên tách rõ diện tích hữu cơ có chứng nhận với diện tích canh tác tự nhiên, báo cáo năm trước "
                    "đang cộng chung."
                )
            ),
        ),
        households=118, beneficiaries=470, members=96,
        recognitions=(
            Recognition("district", 2024, "612-QĐ/HU", "2024-10-14", "Huyện ủy Triệu Phong"),
            Recognition("province", 2025, "214-QĐ/TU", "2025-10-13", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-10-08"),
        quote="Cuốn sổ đó như cuốn sổ nợ, ai làm sai là cả tổ biết.",
    ),
    Story(
        key="mam-my-thuy",
        name="Mẹ giữ chum, con bán mạng: giữ nghề nước mắm làng biển",
        kind="practice", bearer="group", nature="lasting", field="economy",
        themes=("Sản xuất, tiêu thụ nông sản", "Chuyển đổi số"), unit=Body("Hội Liên hiệp Phụ nữ xã Mỹ Thủy", "mass"),
        commune="19741", place_detail="Thôn Mỹ Thủy", starts="2025-09", stage="running", origin="continued",
        summary=(
            "Các mẹ lo chượp mắm, con gái con dâu lo chụp ảnh bán hàng, nhờ vậy chum mắm của làng không còn phải bán "
            "đổ cho thương lái."
        ),
        situation=(
            "Cả thôn còn 36 nhà ủ mắm, phần lớn là phụ nữ trên 55 tuổi. Hàng làm ra chỉ bán tại bến, mùa mưa tồn "
            "chum cả nửa năm."
        ),
        goal="Ba mươi hộ bán được hàng qua mạng, mỗi hộ có nhãn, hạn dùng và số điện thoại rõ ràng.",
        method=(
            "Hội ghép từng cặp một mẹ một con, học vào tối thứ Ba khi thuyền nghỉ. Buổi đầu chỉ học chụp ảnh chum "
            "mắm cho đẹp, buổi sau mới học lập gian hàng. Chị em thống nhất một giá sàn và cùng bỏ loại can nhựa cũ."
        ),
        audience="36 hộ làm nước mắm; thanh niên, phụ nữ trẻ ở thôn Mỹ Thủy.",
        resources_plan="Vốn vay ủy thác từ Ngân hàng Chính sách xã hội cho 14 hộ; hội viên góp tiền in nhãn chung.",
        schedule=(
            "Học trong quý IV/2025; bán thử dịp Tết; từ tháng 3/2026 bán thường xuyên, ba tháng đối chiếu một lần."
        ),
        products="Danh sách gian hàng đang mở, sổ đơn hàng theo tháng, mẫu nhãn chung đã công bố.",
        sustain="Tổ trích 2% doanh thu lập quỹ nhãn mác; hai chị trong tổ đã tự đứng lớp cho thôn khác.",
        participants=(
            Participant("Hội Liên hiệp Phụ nữ xã Mỹ Thủy", "lead", "Tổ chức lớp, ghép cặp, giữ sổ"),
            Participant("Đoàn Thanh niên xã", "partner", "Dạy chụp ảnh, lập gian hàng"),
            Participant("Ngân hàng Chính sách xã hội", "partner", "Cho vay vốn ủy thác"),
        ),
        charge=Charge("Chủ tịch Hội Liên hiệp Phụ nữ xã Mỹ Thủy", "Người chịu trách nhiệm", "2025-09-01"),
        outcomes=(
            Outcome("Hộ bán hàng thường xuyên qua mạng", "hộ", 2, 30, 27, "2026-10-31", main=True),
            Outcome("Đơn hàng giao trong năm 2026", "đơn", 60, 1500, 1832, "2026-10-31"),
            Outcome("Tiền hội viên góp làm nhãn, bao bì", "triệu đồng", 0, 40, 43, "2026-02-02", resource="money"),
        ),
        rounds=(2025, 2026),
        contributions=(Contribution("money", 43, "triệu đồng", "31 hội viên tổ nước mắm", "2026-02-02"),),
        progress=(
            Progress("2025-11-25",
                "Mười tám cặp mẹ con đã đăng được sản phẩm đầu tiên, có mẹ đọc cho con gõ từng chữ."
            ),
            Progress("2026-02-12", "Bán hết 900 lít dịp Tết, ba hộ bị trả hàng vì nắp rỉ, tổ đổi loại nắp mới."),
            Progress("2026-10-31", "27 hộ còn bán đều; ba hộ nghỉ vì con đi làm xa, đang ghép cặp lại."),
        ),
        households=36, beneficiaries=142, members=58,
        recognitions=(Recognition("commune", 2026, "64-QĐ/ĐU", "2026-10-09", "Đảng ủy xã Mỹ Thủy"),),
        verification=Verification("effective", "2026-11-02"),
        quote="Hồi trước mắm ngon cũng phải năn nỉ người ta mua.",
    ),
    Story(
        key="ca-phe-chin-huong-phung", name="Chỉ hái trái chín, không bán cà phê xanh", kind="practice",
        bearer="group", nature="lasting", field="economy", themes=("Sản xuất, tiêu thụ nông sản", "Giảm nghèo"),
        unit=Body("Hội Nông dân xã Hướng Phùng", "mass"), commune="19441",
        place_detail="Các thôn Xa Ry, Chênh Vênh, Hướng Hải", starts="2024-08", stage="running", origin="continued",
        summary=(
            "Bà con vùng cao Hướng Phùng rủ nhau đợi cà phê chín đỏ mới hái, không bán non lấy tiền gạo, nên được "
            "giá hơn hẳn."
        ),
        situation=(
            "Nhiều nhà thiếu gạo lúc giáp hạt phải bán cà phê xanh từ tháng tám, giá chỉ bằng hai phần ba. Hái tuốt "
            "cành làm cây kiệt, vụ sau mất mùa."
        ),
        goal="150 hộ cam kết hái chín từ 90% trở lên; không còn hộ nào bán non vì thiếu gạo.",
        method=(
            "Hội lập kho gạo quay vòng ở ba thôn: nhà thiếu vay gạo tháng bảy, trả bằng tiền cà phê tháng mười một. "
            "Già làng đi cùng cán bộ đến từng nhà, mang theo hai rổ trái xanh và trái chín cho cân thử. Cơ sở chế "
            "biến treo bảng giá công khai theo tỷ lệ chín."
        ),
        audience="Hộ trồng cà phê chè ở ba thôn; phần đông là đồng bào Vân Kiều.",
        resources_plan="Gạo quay vòng do Mặt trận vận động; cơ sở chế biến ứng bao đựng, cử người phân loại.",
        schedule="Tháng 7 cho vay gạo; tháng 10 đến tháng 12 thu hái; tháng 01 đánh giá từng thôn.",
        products="Sổ kho gạo có điểm chỉ của người vay; phiếu cân ghi tỷ lệ chín; bảng giá công khai.",
        sustain="Kho gạo ba năm nay thu hồi trên 95%; cơ sở chế biến đã ký mua dài hạn đến năm 2028.",
        participants=(
            Participant("Hội Nông dân xã Hướng Phùng", "lead", "Giữ kho gạo, vận động cam kết"),
            Participant("Già làng, trưởng thôn", "partner", "Đi từng nhà, làm gương"),
            Participant("Đồn Biên phòng Hướng Phùng", "partner", "Chở gạo, giúp hái khi nhà neo người"),
            Participant("Cơ sở chế biến cà phê tại xã", "member", "Mua theo tỷ lệ chín"),
        ),
        charge=Charge("Chủ tịch Hội Nông dân xã Hướng Phùng", "Người chịu trách nhiệm", "2024-08-05"),
        outcomes=(
            Outcome("Hộ hái chín từ 90% trở lên", "hộ", 22, 150, 163, "2026-01-15", main=True),
            Outcome("Giá bán bình quân so với bán non", "%", 100, 130, 141, "2026-01-15"),
            Outcome("Hộ phải bán non vì thiếu gạo", "hộ", 47, 0, 3, "2026-01-15",
                    missed_reason="Ba hộ có người đau ốm dài ngày, phải bán sớm để lo viện phí."),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Hướng Phùng, huyện Hướng Hóa",
        contributions=(
            Contribution("in_kind", 9.5, "tấn gạo", "Mặt trận xã và các nhà hảo tâm", "2024-08-20"),
            Contribution("in_kind", 4, "tấn gạo", "Đoàn viên công đoàn các cơ quan", "2025-07-22"),
        ),
        progress=(
            Progress("2024-12-20", "Mùa đầu 71 hộ giữ được cam kết, có nhà hái đến bốn lượt."),
            Progress("2025-11-30", "Kho gạo Xa Ry thu đủ, riêng Chênh Vênh còn hai hộ khất sang vụ sau."),
            Progress("2026-10-24", "Bước vào vụ 2026, 175 hộ ký tiếp, trong đó 12 hộ mới từ thôn bên."),
        ),
        guidance=(
            Guidance("2024-09-09", "specialist",
                (
                    "Mang hai rổ trái đi cân trước mặt dân là cách nói dễ hiểu nhất, các xã trồng chuối, trồng sắn "
                    "nên học."
                )
            ),
        ),
        households=175, beneficiaries=820, members=140,
        recognitions=(
            Recognition("district", 2024, "488-QĐ/HU", "2024-12-27", "Huyện ủy Hướng Hóa"),
            Recognition("commune", 2025, "31-QĐ/ĐU", "2025-12-18", "Đảng ủy xã Hướng Phùng"),
            Recognition("province", 2026, "305-QĐ/TU", "2026-10-12", "Tỉnh ủy Quảng Trị"),
        ),
        verification=Verification("effective", "2026-10-24"),
        quote="Trái xanh là bán cái bụng đói, trái chín mới là bán cà phê.",
    ),
    Story(
        key="ong-hoang-dinh-luu", name="Ông Hoàng Đình Lưu và những vạt rừng không bán non", kind="example",
        bearer="person", nature="lasting", field="economy", themes=("Sản xuất, tiêu thụ nông sản", "Môi trường"),
        unit=Body("Hội Cựu chiến binh xã Hải Lăng", "mass"), commune="19702", place_detail="Vùng đồi Hải Lâm cũ",
        starts="2024-05", stage="running", origin="continued",
        summary=(
            "Người cựu chiến binh 63 tuổi giữ rừng keo thêm sáu năm mới bán, rồi đi từng nhà tính sổ cho bà con thấy "
            "để cùng giữ rừng gỗ lớn."
        ),
        situation=(
            "Rừng keo trong vùng thường bán năm thứ tư, thứ năm để băm dăm, mỗi hecta chỉ được bảy, tám chục triệu "
            "đồng, đất đồi ngày một bạc."
        ),
        goal="Vận động các chủ rừng trong xóm để lại ít nhất một nửa diện tích đến năm thứ mười.",
        method=(
            "Ông ghi chép từng năm đường kính cây của chính rừng mình rồi đem sổ cho bà con xem. Nhà nào kẹt tiền, "
            "ông đứng ra bảo lãnh vay quỹ của Hội để khỏi bán rừng. Mỗi tháng ông dẫn một nhóm đi học cách tỉa thưa."
        ),
        audience="31 hộ trồng rừng quanh vùng đồi.",
        resources_plan="Công sức cá nhân, quỹ quay vòng của Hội Cựu chiến binh.",
        schedule="Làm quanh năm, sau mùa mưa đo cây một lần.",
        products="Sổ đo cây ba năm; danh sách hộ cam kết giữ rừng gỗ lớn; chứng chỉ quản lý rừng của nhóm hộ.",
        sustain="Nhóm hộ đã bầu tổ trưởng trẻ 34 tuổi thay ông đi đo cây.",
        participants=(
            Participant("Ông Hoàng Đình Lưu", "lead", "Làm trước, ghi sổ, hướng dẫn"),
            Participant("Hội Cựu chiến binh xã Hải Lăng", "partner", "Cho vay quỹ quay vòng"),
        ),
        charge=Charge("Chủ tịch Hội Cựu chiến binh xã Hải Lăng", "Người theo dõi, giúp đỡ", "2025-07-15"),
        outcomes=(
            Outcome("Rừng chuyển sang gỗ lớn", "ha", 6, 80, 92.5, "2026-08-16", main=True),
            Outcome("Hộ cùng làm", "hộ", 1, 25, 31, "2026-08-16"),
        ),
        rounds=(2025, 2026), old_unit="Xã Hải Lâm, huyện Hải Lăng",
        progress=(
            Progress("2025-09-30",
                "Lô đầu bán năm thứ mười, được hơn 210 triệu đồng một hecta, cả xóm kéo lên xem cân gỗ."
            ),
            Progress("2026-08-16", "Đo cây lần ba, thêm chín hộ ký cam kết."),
        ),
        households=31, beneficiaries=118, members=31,
        recognitions=(Recognition("commune", 2025, "27-QĐ/ĐU", "2025-12-05", "Đảng ủy xã Hải Lăng"),),
        verification=Verification("effective", "2026-09-18"),
        confirmed_by="Chi bộ thôn và Hội Cựu chiến binh xã Hải Lăng",
        consent=(
            "Ông Lưu đồng ý bằng văn bản ngày 20/9/2025 cho nêu tên, ảnh chụp tại rừng và lời kể; không nêu số điện "
            "thoại, thu nhập riêng."
        ),
        quote="Cây nó lớn ban đêm, mình ngủ nó vẫn lớn, việc chi phải bán vội.",
    ),
    Story(
        key="bo-xoay-vong-dakrong", name="Bò xoay vòng: bê đầu lòng chuyển cho nhà nghèo hơn", kind="practice",
        bearer="group", nature="lasting", field="economy", themes=("Giảm nghèo",),
        unit=Body("Hội Liên hiệp Phụ nữ xã Đakrông", "mass"), commune="19564",
        place_detail="Các thôn Klu, Tà Lêng, Ba Rầu", starts="2024-03", stage="running", origin="continued",
        summary="Nhà được nhận bò phải nuôi cho bò đẻ, bê con đầu lòng thì dắt sang cho một nhà nghèo khác.",
        situation=(
            "Nhiều lần cho không bò giống, có hộ bán ngay trong năm. Hộ nghèo trong ba thôn đầu năm 2024 còn 41%."
        ),
        goal="Từ 12 con bò ban đầu, cuối năm 2026 có 36 hộ đang nuôi bò của quỹ.",
        method=(
            "Chị em tự bình chọn nhà nào nhận trước, ai nhận phải dựng chuồng và trồng cỏ xong mới được dắt bò về. "
            "Mỗi tháng ba chi hội trưởng đi xem chuồng một lần, chấm vào tờ lịch treo ở cột nhà. Ngày trao bê, nhà "
            "cho và nhà nhận cùng ăn một bữa cơm."
        ),
        audience="Hội viên phụ nữ thuộc hộ nghèo, cận nghèo ở ba thôn.",
        resources_plan=(
            "Vốn mua 12 bò cái do nhóm thiện nguyện và Hội cấp trên; cỏ giống, công làm chuồng do hộ tự lo."
        ),
        schedule="Trao bò tháng 4/2024; nhận bê từ giữa năm 2025; mỗi tháng kiểm tra chuồng.",
        products="Sổ chuyển bò có điểm chỉ hai nhà; ảnh từng con có số thẻ tai; danh sách hộ thoát nghèo.",
        sustain="Quỹ sống bằng chính đàn bò, nhưng cần thú y viên; hiện ba thôn dùng chung một người.",
        participants=(
            Participant("Hội Liên hiệp Phụ nữ xã Đakrông", "lead", "Bình chọn, giữ sổ, kiểm tra chuồng"),
            Participant("Trưởng thôn, già làng", "partner", "Làm chứng khi trao bê"),
            Participant("Thú y viên xã", "member", "Tiêm phòng, đỡ đẻ cho bò"),
        ),
        charge=Charge("Phó Chủ tịch Hội Liên hiệp Phụ nữ xã Đakrông", "Người chịu trách nhiệm", "2025-07-20"),
        outcomes=(
            Outcome("Hộ đang nuôi bò của quỹ", "hộ", 0, 36, 29, "2026-10-15", main=True,
                    missed_reason="Dịch viêm da nổi cục làm chết bốn con đầu năm 2026, bảy bê chưa đến tuổi chuyển."),
            Outcome("Tiền mua bò giống ban đầu", "triệu đồng", 0, 180, 180, "2024-04-12", resource="money"),
        ),
        rounds=(2024, 2025, 2026), old_unit="Xã Đakrông, huyện Đakrông",
        contributions=(
            Contribution("money", 120, "triệu đồng", "Một nhóm thiện nguyện ở Đông Hà", "2024-04-02"),
            Contribution("money", 60, "triệu đồng", "Quỹ Hội Phụ nữ các cấp", "2024-04-12"),
        ),
        progress=(
            Progress("2024-04-20", "Trao đủ 12 con, một nhà bị hoãn vì chuồng còn dột."),
            Progress("2025-08-11", "Con bê đầu tiên sang nhà mới, bà chủ cũ khóc vì thương."),
            Progress("2026-03-06", "Bốn con chết vì viêm da nổi cục, xã tiêm phòng lại toàn bộ."),
            Progress("2026-10-15", "29 nhà đang nuôi, bảy bê chờ đủ tháng tuổi."),
        ),
        guidance=(
            Guidance("2026-05-14", "specialist",
                (
                    "Chưa đạt chỉ tiêu vì dịch thì ghi đúng như vậy, không cần chỉnh con số. Quan trọng là lịch tiêm "
                    "phòng sáu tháng cuối năm."
                )
            ),
        ),
        households=41, beneficiaries=196, members=41,
        recognitions=(Recognition("district", 2024, "275-QĐ/HU", "2024-11-20", "Huyện ủy Đakrông"),),
        verification=Verification("weak", "2026-10-20"), quote="Nhận bò là nhận thêm một người bạn phải giữ lời.",
    ),
)
