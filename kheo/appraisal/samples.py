"""Three shipped rule sets, one a profile. Each is a sample, not a regulation, and says so wherever it is shown.

No points table, pass mark or vote threshold of this movement was found published; criteria are those that localities
published, and every figure is ours, to be changed before it is applied (decision 0029).
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kheo.appraisal.actions import rule_sets
from kheo.appraisal.actions.rule_sets import Group, Line
from kheo.appraisal.models import Abstention, Profile, RuleSet, VoteManner
from kheo.units.models import Level, Unit

NOT_A_RULE = "Mẫu, không phải quy định"
QUANG_NGAI = "tiêu chí đã công bố của Quảng Ngãi"
DA_LAT = "5 tiêu chuẩn tập thể, 5 tiêu chuẩn cá nhân đã công bố của Đà Lạt (2017)"


@dataclass(frozen=True)
class Sample:
    """One shipped rule set: its criteria, its figures, and where they come from."""

    key: str
    name: str
    level: Level
    profile: Profile
    source: str
    groups: tuple[Group, ...]
    figures: dict[str, Any] = field(default_factory=dict)

    def facts(self, starts: date | None) -> dict[str, Any]:
        """What the action is given beside unit and groups."""
        return {
            "name": self.name, "level": self.level, "profile": self.profile, "source": self.source, "starts": starts,
            "is_sample": True, **self.figures,
        }  # fmt: skip


def _line(points: int | None, name: str, description: str) -> Line:
    return Line(name, description, None if points is None else Decimal(points))


BASE = Sample(
    "co-so", "Bộ tiêu chí cấp cơ sở", Level.BASE, Profile.BASE,
    f"Soạn theo {QUANG_NGAI}.",
    (
        Group("Xét từng điều: đạt hoặc chưa đạt", (
            _line(None, "Có tên, có địa chỉ cụ thể, thuộc một trong bốn lĩnh vực", "Nói rõ ai làm, làm ở đâu."),
            _line(None, "Đã đăng ký, có cấp ủy hoặc chi bộ lãnh đạo", "Có phiếu đăng ký đã duyệt; có người phụ trách."),
            _line(None, "Nhiều lực lượng cùng tham gia", "Mỗi lực lượng có việc làm cụ thể."),
            _line(None, "Giải quyết được việc khó, việc bức xúc, nhân dân đồng tình",
                  "Nêu việc cụ thể; có ý kiến của người dân nơi làm."),
            _line(None, "Có kết quả đếm được, có minh chứng", "Có số thực hiện, ngày, ảnh hoặc biên bản."),
            _line(None, "Duy trì được, nơi khác có thể làm theo", "Nêu cách duy trì sau khi hoàn thành."),
        )),
    ),
)  # fmt: skip

COMMUNE = Sample(
    "xa", "Bộ tiêu chí cấp xã", Level.COMMUNE, Profile.COMMUNE,
    "Một phiếu sáu dòng, cộng 100 điểm; tiêu chí, điểm số do phần mềm gợi ý.",
    (
        Group("Phiếu chấm", (
            _line(10, "Có cấp ủy lãnh đạo, đăng ký đúng", "Đăng ký trong hạn, có người phụ trách, có phân công."),
            _line(15, "Sát vấn đề người dân đang cần", "Việc khó, việc bức xúc, việc dân hỏi nhiều."),
            _line(15, "Cách làm khéo, sáng tạo", "Khác cách làm cũ ở đâu; tiết kiệm công sức, chi phí thế nào."),
            _line(20, "Huy động được nhiều lực lượng, nhân dân đồng thuận",
                  "Số hộ tham gia; ngày công, đất, tiền góp; ý kiến của dân."),
            _line(25, "Kết quả đo được", "So với chỉ tiêu đăng ký và lúc chưa làm; có minh chứng."),
            _line(15, "Bền vững, nhân rộng được", "Còn hoạt động; nơi nào đã học theo."),
        )),
    ),
    {
        "pass_mark": Decimal(60), "quorum": 67, "vote_threshold": 51, "vote_manner": VoteManner.HAND,
        "abstention": Abstention.OF_MEMBERS, "comment_days": 0, "reconsider_days": 10,
    },
)  # fmt: skip

PROVINCE = Sample(
    "tinh", "Bộ tiêu chí cấp tỉnh", Level.PROVINCE, Profile.PROVINCE,
    f"Soạn theo {DA_LAT} và {QUANG_NGAI}; điểm số, tỷ lệ phiếu, số ngày do phần mềm gợi ý.",
    (
        Group("Lãnh đạo, tổ chức", (
            _line(10, "Có cấp ủy lãnh đạo, đăng ký đúng, có tên, địa chỉ cụ thể",
                  "Với cá nhân: bản thân và gia đình gương mẫu."),
            _line(10, "Huy động được nhiều lực lượng cùng tham gia", "Mỗi lực lượng làm việc gì; ai chủ trì."),
        )),
        Group("Cách làm", (
            _line(15, "Sáng tạo, tiết kiệm thời gian, chi phí", "Với cá nhân: tham mưu, đề xuất được cách làm hay."),
            _line(15, "Vận động nhân dân tự giác thực hiện chủ trương, pháp luật",
                  "Với cá nhân: đề xuất giải quyết được việc bức xúc kéo dài."),
        )),
        Group("Kết quả", (
            _line(20, "Kết quả đo được, giải quyết việc khó, việc cấp bách",
                  "So với chỉ tiêu và lúc chưa làm; từng số có ngày và minh chứng."),
            _line(10, "Hài hòa ba lợi ích: Nhà nước, tập thể, người dân",
                  "Nhân dân đồng tình. Với cá nhân: phục vụ tận tình, hoàn thành tốt nhiệm vụ."),
        )),
        Group("Sức sống", (
            _line(10, "Bền vững, kế thừa, phát triển", "Đã duy trì bao lâu; ai giữ khi người phụ trách đổi việc."),
            _line(10, "Lan tỏa, nhân rộng", "Nơi nào đã học theo, kết quả ở nơi đó."),
        )),
    ),
    {
        "pass_mark": Decimal(70), "least_jurors": 3, "quorum": 67, "vote_threshold": 80,
        "vote_manner": VoteManner.ELECTRONIC, "abstention": Abstention.OF_MEMBERS, "comment_days": 10,
        "reconsider_days": 15,
    },
)  # fmt: skip

SAMPLES: dict[str, Sample] = {sample.key: sample for sample in (BASE, COMMUNE, PROVINCE)}


def load_samples(unit: Unit, *, by, keys=tuple(SAMPLES), starts: date | None = None) -> list[RuleSet]:
    """Write these samples as drafts of `unit`; whoever may apply them looks at their figures first."""
    starts = starts or timezone.localdate()
    return [
        rule_sets.draft(unit, by=by, groups=sample.groups, **sample.facts(starts))
        for sample in (SAMPLES[key] for key in keys)
    ]
