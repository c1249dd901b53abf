"""Whom of a unit, or of a thread, what is done to a file is told; the reason goes with it in the app, never by mail."""

from collections.abc import Iterable

from kheo.accounts.access import can
from kheo.accounts.models import User
from kheo.accounts.permissions import Permission
from kheo.movement.models import Exemplar, GuestLink, Guidance, Registration
from kheo.notices import people
from kheo.notices.about import about
from kheo.notices.actions.telling import tell

# What a unit hears when its registration is moved by another; other moves are its own.
MOVED = {
    "send_back": "“{}” cần bổ sung đăng ký",
    "list": "“{}” đã được duyệt đăng ký",
    "refuse": "“{}” không đưa vào danh mục",
}


def tell_moved(registration: Registration, move: str, *, by, note: str) -> None:
    """The unit, and whoever wrote or sent it in its place, hear what became of its registration."""
    if move in MOVED:
        exemplar = registration.exemplar
        wrote = [user for user in (registration.entered_by, registration.filed_by) if user]
        users = [*people.of_unit(exemplar.unit), *wrote]
        _tell(exemplar, users, MOVED[move], by, note, registration.get_absolute_url())


def tell_said(message: Guidance, *, by) -> None:
    """Those of the unit and those of the thread hear that something was said."""
    exemplar = message.exemplar
    spoke = User.objects.filter(pk__in=exemplar.guidance.values("by"))
    _tell(exemplar, [*people.of_unit(exemplar.unit), *spoke], "“{}” có trao đổi mới", by, message.text)


def tell_sent(link: GuestLink) -> None:
    """Whoever made the link hears that something came through it."""
    _tell(link.exemplar, [link.made_by], "“{}”: cơ sở vừa gửi tin, chờ tiếp nhận")


def _tell(exemplar: Exemplar, users: Iterable[User], words: str, by=None, text: str = "", link: str = "") -> None:
    heard = [
        user
        for user in {user.pk: user for user in users}.values()
        if user != by and can(user, Permission.EXEMPLAR_VIEW, exemplar.unit)
    ]
    tell(heard, words.format(exemplar), text=text, link=link or exemplar.get_absolute_url(), about=about(exemplar))
