"""Whom a step of a proposal is told: the proposing side that it came back, the focal body that it came."""

from kheo.accounts.roles import Role
from kheo.appraisal.models import Nomination
from kheo.notices import people
from kheo.notices.about import about
from kheo.notices.actions.telling import tell

REVIEWERS = (Role.SPECIALIST, Role.HEAD)
# What is decided is told later, by letters that a named sender looks over; only work that comes back is told at once.
CAME = {
    "propose": "“{}”: có đề nghị công nhận gửi đến",
    "reconsider": "“{}”: đơn vị kiến nghị xem xét lại",
}
CAME_BACK = {"send_back": "“{}”: đề nghị công nhận cần bổ sung"}


def tell_moved(nomination: Nomination, move: str, *, by, note: str = "") -> None:
    """Each person once a step; the reason is read in the app, never by mail."""
    if move in CAME:
        _tell(nomination, people.of_unit(nomination.unit, REVIEWERS), CAME[move], by, "")
    if move in CAME_BACK:
        units = {nomination.proposer, nomination.exemplar.unit}
        users = [user for found in people.of_units(units).values() for user in found]
        _tell(nomination, users, CAME_BACK[move], by, note)


def _tell(nomination: Nomination, users, words: str, by, text: str) -> None:
    heard = {user.pk: user for user in users if user != by}
    link = nomination.get_absolute_url()
    tell(heard.values(), words.format(nomination.exemplar), text=text, link=link, about=about(nomination))
