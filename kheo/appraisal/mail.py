"""Nobody hears by notice or mail of a file that they must keep away from (conflict of interest, design section 4)."""

from kheo.accounts.models import User
from kheo.accounts.roles import Role
from kheo.appraisal.models import Nomination
from kheo.appraisal.models.conflict import ties_of
from kheo.notices.about import About, withhold

NOMINATION = Nomination._meta.label_lower
# The proposing side reads of its own file what concerns it; only who judges is kept out.
JUDGING = (Role.JUROR, Role.SPECIALIST, Role.HEAD, Role.STANDING)


def is_kept_from(about: About, user: User) -> bool:
    """Is this about a file that `user` judges elsewhere but is tied to?"""
    if about.kind != NOMINATION:
        return False
    nomination = Nomination.objects.select_related("exemplar", "unit").filter(pk=about.pk).first()
    if nomination is None or not ties_of(user, nomination):
        return False
    own = any(
        nomination.exemplar.unit.path.startswith(held.unit.path) and held.role not in JUDGING for held in user.held
    )
    return not own


def keep_out_of_mail() -> None:
    withhold(is_kept_from)
