"""A shipped table of forms of award and the base salary: a sample, not a regulation, to be set right by local rules."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from kheo.appraisal.actions import awards
from kheo.appraisal.models import AwardForm, AwardKind, BaseSalary
from kheo.movement.models import Bearer
from kheo.units.models import Level

UNCHECKED = "Mẫu, không phải quy định: mức chưa đối chiếu với văn bản, hãy ghi theo quy định đang áp dụng."
# The multiples of titles were read in NĐ 98/2023, article 54, which NĐ 152/2025 replaced.
TITLES = "Mẫu, không phải quy định: mức theo Điều 54 Nghị định 98/2023/NĐ-CP, hãy đối chiếu Nghị định 152/2025/NĐ-CP."
SINCE = date(2024, 7, 1)

BASE_SALARY = (SINCE, 2_340_000, "Nghị định 73/2024/NĐ-CP (mẫu, chưa đối chiếu với văn bản)")
# fmt: off
FORMS = (
    # name                        level            to whom         kind                multiple  source
    ("Giấy khen",                 Level.COMMUNE,   Bearer.GROUP,   AwardKind.MOVEMENT, "0.3",    UNCHECKED),
    ("Giấy khen",                 Level.COMMUNE,   Bearer.PERSON,  AwardKind.MOVEMENT, "0.15",   UNCHECKED),
    ("Bằng khen",                 Level.PROVINCE,  Bearer.GROUP,   AwardKind.MOVEMENT, "3",      UNCHECKED),
    ("Bằng khen",                 Level.PROVINCE,  Bearer.PERSON,  AwardKind.MOVEMENT, "1.5",    UNCHECKED),
    ("Tập thể Lao động xuất sắc", Level.PROVINCE,  Bearer.GROUP,   AwardKind.MERIT,    "1.5",    TITLES),
    ("Chiến sĩ thi đua cấp tỉnh", Level.PROVINCE,  Bearer.PERSON,  AwardKind.MERIT,    "3",      TITLES),
)
# fmt: on


@transaction.atomic
def load_award_samples(*, by) -> list[AwardForm]:
    """Add the rows whose level `by` may change and that are not there yet."""
    starts, amount, source = BASE_SALARY
    if not BaseSalary.objects.filter(starts=starts).exists():
        awards.put(BaseSalary(), by=by, starts=starts, amount=amount, source=source)
    mine = awards.levels_of(by)
    made = []
    for name, level, bearer, kind, multiple, told in FORMS:
        there = AwardForm.objects.filter(name=name, level=level, bearer=bearer).exists()
        if level in mine and not there:
            facts = {"name": name, "level": level, "bearer": bearer, "kind": kind, "source": told}
            made.append(
                awards.put(AwardForm(), by=by, multiple=Decimal(multiple), starts=SINCE, is_sample=True, **facts)
            )
    return made
