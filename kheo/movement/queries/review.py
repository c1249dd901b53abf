"""What a reviewer weighs: the file, what it lacks, last year's record, and names that look alike."""

from dataclasses import dataclass

from kheo.accounts.access import can
from kheo.accounts.permissions import Permission
from kheo.core.parts import StagePath
from kheo.core.vietnamese import fold
from kheo.movement.lifecycle.exemplar import ExemplarStage
from kheo.movement.lifecycle.registration import OPEN
from kheo.movement.models import Exemplar, Registration
from kheo.movement.patterns import PATTERNS
from kheo.movement.queries.exemplar_page import ExemplarPage, exemplar_page
from kheo.movement.queries.whereabouts import focal_body_of, registration_path

ALIKE = 5
PATTERN_NAMES = frozenset(fold(pattern.name) for pattern in PATTERNS)


@dataclass(frozen=True)
class Caution:
    """*Điểm cần xem lại*: never a block, never summed into a score; `why` explains it in one sentence."""

    text: str
    why: str
    exemplar: Exemplar | None = None


@dataclass(frozen=True)
class Review:
    """What the registration's page shows."""

    path: StagePath
    page: ExemplarPage
    lacking: list[str]
    later: list[str]
    former: list[Registration]
    cautions: list[Caution]


def review(registration: Registration, viewer) -> Review:
    """The page of a registration that came through `visible_to(viewer)` with its exemplar, unit and round."""
    exemplar = registration.exemplar
    page, lacking = exemplar_page(exemplar, viewer), exemplar.missing_to_file()
    return Review(
        path=registration_path(registration, focal_body_of(exemplar.unit)),
        page=page,
        lacking=lacking if registration.stage in OPEN else [],
        later=[word for word in page.missing if word not in lacking] if exemplar.stage == ExemplarStage.NEW else [],
        former=[each for each in page.registrations if each.round.year < registration.round.year],
        cautions=cautions(registration, viewer),
    )


def cautions(registration: Registration, viewer) -> list[Caution]:
    """Names that read the same in the same unit, or elsewhere in the year before; edits after filing."""
    exemplar = registration.exemplar
    if registration.stage not in OPEN or not can(viewer, Permission.EXEMPLAR_WRITE, exemplar.unit):
        return []  # for the unit itself and for who reviews it, never for leaders' pages, jurors or readers
    found = _alike(exemplar, viewer)
    if registration.filed_at and exemplar.changed_at > registration.filed_at:
        why = "Hồ sơ được sửa sau khi gửi; hãy đọc bản hiện tại."
        found.append(Caution("Hồ sơ có sửa sau khi gửi.", why))
    return found


def _alike(exemplar: Exemplar, viewer) -> list[Caution]:
    if exemplar.folded in PATTERN_NAMES:
        return []  # the words of a pattern are nobody's own
    # A copy and its origin read alike by design: that is replication, not a double entry.
    same = Exemplar.objects.visible_to(viewer).counted().filter(folded=exemplar.folded).exclude(pk=exemplar.pk)
    family = {exemplar.copied_from_id, *exemplar.copies.values_list("pk", flat=True)} - {None}
    rows = same.exclude(pk__in=family).select_related("unit").by_name()[:ALIKE]
    return [
        Caution(
            f"Trùng tên với một hồ sơ của {other.unit}.",
            "Hai hồ sơ có cùng tên. Nếu là một việc thì nên gộp; nếu là nhân rộng thì nên ghi học từ đâu."
            if other.unit_id != exemplar.unit_id
            else "Đơn vị đã có hồ sơ cùng tên. Nếu là việc cũ thì dùng “Đăng ký tiếp” thay cho đăng ký mới.",
            other,
        )
        for other in rows
    ]
