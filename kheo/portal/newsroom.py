"""Who works at the editor's desk (Wagtail): roles become Wagtail's groups, for as long as they are held."""

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied

from kheo.accounts.models import covers_whole_tree
from kheo.accounts.permissions import WORDS, Permission

# The portal speaks for the body at the top of the tree: an editor of one commune sends stories, and enters no desk.
GROUPS = {
    Permission.ARTICLE_WRITE: "Biên tập viên cổng thông tin",
    Permission.ARTICLE_PUBLISH: "Người duyệt cổng thông tin",
}


def may_enter(user) -> bool:
    """May `user` work at the editor's desk today? Asked once a request, as what they hold is."""
    if not hasattr(user, "_may_enter"):
        user._may_enter = covers_whole_tree(user, Permission.ARTICLE_WRITE)
    return user._may_enter


def require_entry(user, permission: Permission = Permission.ARTICLE_WRITE) -> None:
    """Raise `PermissionDenied` with a sentence for the user unless they hold `permission` over the whole tree."""
    if not covers_whole_tree(user, permission):
        raise PermissionDenied(f"Đồng chí chưa được giao quyền “{WORDS[permission]}” của cổng thông tin.")


def keep_groups(user) -> None:
    """Put `user` into the groups of what they hold today, and out of those of what they no longer hold."""
    due = {name for permission, name in GROUPS.items() if covers_whole_tree(user, permission)}
    has = set(user.groups.filter(name__in=GROUPS.values()).values_list("name", flat=True))
    if due != has:
        user.groups.remove(*Group.objects.filter(name__in=has - due))
        user.groups.add(*Group.objects.filter(name__in=due - has))
