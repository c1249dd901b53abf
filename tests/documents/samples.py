"""A paper of every kind in both forms, as an office would write them in November 2026."""

from datetime import date, datetime

from kheo.documents.paper import Form, Heading, Office, Paragraph, Signer
from kheo.documents.texts import (
    Listed,
    Scored,
    Tally,
    achievement_report,
    announcement,
    announcement_of_result,
    conclusion_notice,
    counting_minutes,
    decision_of_annulment,
    decision_of_commendation,
    decision_of_recognition,
    emulation_pledge,
    invitation,
    list_of,
    meeting_minutes,
    official_letter,
    panel_decision,
    registration_form,
    report,
    score_sheet,
    submission,
)

TODAY = date(2026, 11, 1)
ISSUED = {"number": "05", "on": date(2026, 2, 9)}
SEASON = {"season": "năm 2026"}

OFFICES = {
    Form.PARTY: Office(
        Form.PARTY,
        "Đảng ủy xã Ái Tử",
        "Đảng bộ tỉnh Quảng Trị",
        "ĐU",
        "Ái Tử",
        Signer("Bí thư", "Lê Quang Chiến", "T/M BAN THƯỜNG VỤ"),
    ),
    Form.STATE: Office(
        Form.STATE,
        "Ủy ban nhân dân xã Ái Tử",
        "Tỉnh Quảng Trị",
        "UBND",
        "Ái Tử",
        Signer("Chủ tịch", "Trần Văn Đức", "TM. ỦY BAN NHÂN DÂN"),
        "VT, VHXH",
    ),
}
DECIDER = {Form.PARTY: "Ban Thường vụ Đảng ủy xã", Form.STATE: "Ủy ban nhân dân xã Ái Tử"}
GROUNDS = (
    "Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư về thể loại, thẩm quyền ban hành và thể thức văn bản",
    "Căn cứ Kế hoạch số 12-KH/ĐU, ngày 15/01/2026 về phong trào thi đua “Dân vận khéo” năm 2026",
    "Xét Tờ trình số 05-TTr/BXDĐ, ngày 01/10/2026 của Ban Xây dựng Đảng",
)
CHAIR, SECRETARY = Signer("Chủ tịch Hội đồng", "Lê Quang Chiến"), Signer("Thư ký Hội đồng", "Nguyễn Thị Thủy")
MEMBERS = ("Lê Quang Chiến", "Nguyễn Thị Thủy", "Trần Văn Đức", "Hồ Thị Kăn Sương", "Phạm Đắc Lộc")
MORNING, NOON = datetime(2026, 10, 9, 8, 30), datetime(2026, 10, 9, 11, 5)


def rows(count):
    return [
        Listed(
            f"Tuyến đường hoa tự quản số {number}",
            "Chi hội Phụ nữ thôn Hà Xá",
            "Thôn Hà Xá, xã Ái Tử",
            "Văn hóa - xã hội",
            f"{80 + number % 20},5",
        )
        for number in range(1, count + 1)
    ]


def papers(form, count=45):
    """By name: every kind, some with a number and some blank."""
    office, deciding = OFFICES[form], {"decider": DECIDER[form], "grounds": GROUNDS}
    return {
        "submission": submission(
            office,
            addressee="Ban Thường vụ Tỉnh ủy",
            level="cấp xã",
            rows=rows(count),
            grounds=GROUNDS,
            proposed=52,
            steps=("Thẩm định 52 hồ sơ", "Công khai lấy ý kiến 10 ngày"),
            **SEASON,
        ),
        "recognition": decision_of_recognition(
            office, level="cấp xã", rows=rows(count), keeper_body="Ban Xây dựng Đảng", **SEASON, **deciding, **ISSUED
        ),
        "commendation": decision_of_commendation(
            office, award="Giấy khen", rows=rows(7), money="0,5 lần mức lương cơ sở", **SEASON, **deciding
        ),
        "annulment": decision_of_annulment(
            office,
            name="Camera an ninh",
            unit="thôn Hà Xá",
            earlier="Quyết định số 12-QĐ/ĐU, ngày 09/10/2025",
            reason="mô hình không còn hoạt động",
            **deciding,
        ),
        "panel": panel_decision(
            office,
            members=[(name, "Ủy viên Ban Chấp hành", "Thành viên") for name in MEMBERS],
            standing_body="Ban Xây dựng Đảng",
            **SEASON,
            **deciding,
        ),
        "meeting": meeting_minutes(
            office,
            meeting="Hội đồng thẩm định mô hình, điển hình “Dân vận khéo” năm 2026",
            began=MORNING,
            ended=NOON,
            where="Hội trường Đảng ủy xã",
            chair=CHAIR,
            secretary=SECRETARY,
            present=MEMBERS,
            invited=7,
            absent=("Võ Văn Kiên (có lý do)",),
            matters=[("Báo cáo thẩm định", "Tổ thẩm định báo cáo kết quả chấm 52 hồ sơ.")],
            rows=rows(12),
            conclusions=("Đề nghị công nhận 12 mô hình.",),
            **ISSUED,
        ),
        "counting": counting_minutes(
            office,
            meeting="Hội đồng thẩm định",
            counted_at=NOON,
            where="Hội trường Đảng ủy xã",
            members=7,
            issued=5,
            returned=5,
            valid=4,
            tallies=[Tally("Tuyến đường hoa", 3, 1), Tally("Camera an ninh", 2, 1, 1)],
            counters=MEMBERS[1:4],
            threshold="Đạt từ 2/3 số phiếu hợp lệ.",
            passed=("Tuyến đường hoa",),
            chair=CHAIR.name,
        ),
        "score": score_sheet(
            office,
            name="Tuyến đường hoa tự quản",
            unit="Thôn Hà Xá",
            lines=[
                Scored("I. Lãnh đạo, đăng ký"),
                Scored("Đăng ký đúng hạn", "10", "10", "9,5", "9"),
                Scored("II. Kết quả"),
                Scored("Kết quả đo được", "25", "20", "20", "0"),
            ],
            most="35",
            total="9",
            juror="Phạm Đắc Lộc",
            **SEASON,
        ),
        "blank score": score_sheet(
            office,
            name="Tuyến đường hoa tự quản",
            unit="Thôn Hà Xá",
            lines=[Scored("Đăng ký đúng hạn", "10")],
            most="10",
            **SEASON,
        ),
        "registration": registration_form(
            office,
            unit="Thôn Hà Xá",
            answers=("Tuyến đường hoa tự quản", "Đường làng còn cỏ dại, rác thải."),
            field="Văn hóa - xã hội",
            **SEASON,
        ),
        "list": list_of(office, about="mô hình, điển hình đăng ký năm 2026", rows=rows(count)),
        "announcement": announcement(
            office,
            about="công khai lấy ý kiến",
            paragraphs=("Danh sách được công khai 10 ngày.",),
            recipients=("Các chi bộ",),
            rows=rows(3),
            **ISSUED,
        ),
        "result": announcement_of_result(
            office,
            unit="Thôn Hà Xá",
            level="cấp xã",
            decision="Quyết định số 12-QĐ/ĐU",
            recognised=["Tuyến đường hoa"],
            declined=[("Camera an ninh", "chưa có minh chứng kết quả")],
            reconsider_until="20/11/2026",
            **SEASON,
        ),
        "conclusion": conclusion_notice(
            office,
            who="đồng chí Bí thư Đảng ủy",
            occasion="hội nghị giao ban tháng 10",
            conclusions=("Rà soát các mô hình đã có.", "Nhân rộng mô hình hiệu quả."),
            recipients=("Các chi bộ",),
        ),
        "letter": official_letter(
            office,
            about="rà soát mô hình “Dân vận khéo” năm 2026",
            addressees=("Các chi bộ trực thuộc", "Mặt trận Tổ quốc xã"),
            paragraphs=("Đề nghị các đơn vị rà soát, báo cáo trước ngày 20/11/2026.",),
            **ISSUED,
        ),
        "invitation": invitation(
            office,
            occasion="Hội nghị biểu dương điển hình “Dân vận khéo” năm 2026",
            guest="Đồng chí Hồ Thị Kăn Sương",
            when=MORNING,
            where="Nhà văn hóa xã",
            chair="Đồng chí Bí thư Đảng ủy",
        ),
        "achievement": achievement_report(
            office,
            award="Giấy khen",
            name="Chi hội Phụ nữ thôn Hà Xá",
            facts=[("Tên tập thể", "Chi hội Phụ nữ thôn Hà Xá"), ("Số hội viên", "56")],
            doing=("Mỗi hộ chăm một đoạn đường.",),
            results=[("Đường hoa", "m", "0", "1.000", "1.250")],
            spread=("Đã có 3 thôn làm theo.",),
        ),
        "pledge": emulation_pledge(
            office,
            sides=[("thôn Hà Xá", Signer("Trưởng thôn", "Lê A")), ("thôn Trung Kiên", Signer("Trưởng thôn", "Lê B"))],
            contents=("Mỗi thôn có ít nhất một mô hình.",),
            goals=("100% hộ tham gia",),
            **SEASON,
        ),
        "report": report(
            office,
            about="kết quả phong trào năm 2026",
            blocks=(Heading("I. KẾT QUẢ"), Paragraph("Toàn xã có 45 mô hình.")),
            recipients=("Ban Thường vụ Tỉnh ủy",),
        ),
    }
