"""The portal's ground: root, home, sections and standing pages, the newsroom's groups and its way of approving.

Laid by `post_migrate`, so that it is there after the first `migrate`; what is there is left as it is.
"""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from kheo.accounts.permissions import Permission as P
from kheo.portal.models import (
    ContactsPage,
    EventIndexPage,
    GuidesPage,
    HomePage,
    SectionPage,
    TopicsPage,
)
from kheo.portal.newsroom import GROUPS

HOME, TOP = "Dân vận khéo", "Gốc"
STANDING = (
    (SectionPage, "Tin tức", "tin-tuc", {"lead": "Chỉ đạo, điều hành và hoạt động của phong trào."}),
    (SectionPage, "Tin cơ sở", "tin-co-so", {"lead": "Chuyện làm dân vận ở thôn, xã, trường, đồn, cơ quan."}),
    (SectionPage, "Tuyên truyền", "tuyen-truyen", {"lead": "Tư tưởng dân vận của Chủ tịch Hồ Chí Minh, đề cương."}),
    (EventIndexPage, "Sự kiện", "su-kien", {}),
    (TopicsPage, "Chuyên đề", "chuyen-de", {}),
    (GuidesPage, "Cẩm nang", "huong-dan", {"lead": "Cách làm, biểu mẫu và lời khuyên, để nơi khác làm theo được."}),
    (ContactsPage, "Cơ quan và đầu mối", "co-quan", {}),
)
# What each group may do with pages, photos and files (Wagtail's own words).
PAGES = {P.ARTICLE_WRITE: ("add_page", "change_page"), P.ARTICLE_PUBLISH: ("publish_page", "lock_page", "unlock_page")}
FILES = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
WAGTAILS_OWN = ("Editors", "Moderators")  # groups of Wagtail's first migration: here roles say who is in which
WORKFLOW, TASK = "Gửi duyệt tin bài", "Lãnh đạo cơ quan thường trực duyệt"


@transaction.atomic
def lay() -> None:
    """Lay what is not there yet."""
    if GroupPagePermission.objects.exists() and HomePage.objects.exists():
        return
    locale, _ = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    root = _root(locale)
    home = _home(root, locale)
    for kind, title, slug, facts in STANDING:
        if not home.get_children().filter(slug=slug).exists():
            _add(home, kind(title=title, slug=slug, locale=locale, **facts))
    _grant(_groups(), home)


def _root(locale: Locale) -> Page:
    Collection.objects.filter(depth=1, name="Root").update(name=TOP)
    Page.objects.filter(depth=1, title="Root").update(title=TOP, draft_title=TOP)
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name=TOP)
    root = Page.objects.filter(depth=1).first()
    if root:
        return root
    kind = ContentType.objects.get_for_model(Page)
    return Page.add_root(instance=Page(title=TOP, slug="root", content_type=kind, locale=locale))


def _home(root: Page, locale: Locale) -> HomePage:
    home = HomePage.objects.first()
    if home is None:
        # Wagtail's own first migration leaves a page of welcome there.
        Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()
        root = Page.objects.get(pk=root.pk)
        home = _add(root, HomePage(title=HOME, slug="trang-chu", locale=locale))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home, "site_name": HOME}
    )
    return home


def _add(parent: Page, page: Page) -> Page:
    page.show_in_menus = True
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _groups() -> dict[P, Group]:
    Group.objects.filter(name__in=WAGTAILS_OWN).delete()
    found = {permission: Group.objects.get_or_create(name=name)[0] for permission, name in GROUPS.items()}
    door = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for group in found.values():
        group.permissions.add(door)
    return found


def _grant(groups: dict[P, Group], home: HomePage) -> None:
    top = Collection.objects.get(depth=1)
    files = list(Permission.objects.filter(codename__in=FILES))
    for word, group in groups.items():
        for permission in Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=PAGES[word] + PAGES[P.ARTICLE_WRITE]
        ):
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
        for permission in files:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=top, permission=permission)
    _approving(groups[P.ARTICLE_PUBLISH], home)


def _approving(approvers: Group, home: HomePage) -> None:
    """An editor sends for approval, an approver approves: the act names who did."""
    workflow, made = Workflow.objects.get_or_create(name=WORKFLOW)
    if made:
        Workflow.objects.exclude(pk=workflow.pk).delete()
        Task.objects.all().delete()
        task = GroupApprovalTask.objects.create(name=TASK)
        task.groups.add(approvers)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        WorkflowPage.objects.create(workflow=workflow, page=home)
