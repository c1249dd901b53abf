"""Bring in old articles: each in one transaction, so that whatever stops an import leaves whole articles only."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import Resolver404, resolve
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kheo.accounts.models import User
from kheo.audit.models import record
from kheo.core.filechecks import BadFile
from kheo.core.vietnamese import clean, slug
from kheo.portal.actions.import_plan import Plan, Refused, Wishes, key_of, plan, standing
from kheo.portal.addresses import NUMBERED
from kheo.portal.approvals import untold
from kheo.portal.html import Picture, as_blocks
from kheo.portal.importing import Album, Old, Remark
from kheo.portal.models import ArticlePage, HomePage, OldArticle, Photo, SectionPage
from kheo.portal.models.pages import SLUG_LIMIT
from kheo.visits.actions.openings import open_balance
from kheo.visits.models import Opening

OPENING = "Từ cổng cũ"
LONGEST_PATH = 255
CATCH_ALL = "wagtail_serve"  # the address under which pages are found; every other name is a page of its own


@dataclass
class Tally:
    """What came of an import."""

    made: int = 0
    already: int = 0
    refused: int = 0
    skipped: int = 0
    photos: int = 0
    missing: int = 0
    redirects: int = 0
    site_total: int | None = None
    pages: list[int] = field(default_factory=list)

    @property
    def read(self) -> int:
        return self.made + self.already + self.refused


Tell = Callable[[str], None]
Ask = Callable[[Old], datetime | None]


def bring_all(
    items: Iterable[Old | Remark],
    *,
    wishes: Wishes,
    album: Album,
    by: User | None,
    folder: Path,
    opened: str,
    tell: Tell,
    ask: Ask | None = None,
    dry_run: bool = False,
) -> Tally:
    """Bring in what a reader hands out; a broken one stops no other. Leaves one event for the whole import.

    `folder` is where the names of files begin; `opened` names the import on the trail; `tell` hears each sentence;
    `ask` is asked for a day that is missing.
    """
    tally = Tally()
    photos: dict[str, int] = {}
    try:
        for item in items:
            if isinstance(item, Remark):
                tally.skipped += item.kind == "skipped"
                tally.refused += item.kind != "skipped"
                tell(str(item))
            else:
                _bring(item, tally, photos, wishes, album, by, folder, tell, ask, dry_run)
    finally:
        if tally.made and not dry_run:
            record(
                "articles.import", HomePage.objects.get(), by=by, made=tally.made, already=tally.already,
                refused=tally.refused, photos=tally.photos, opened=opened,
            )  # fmt: skip
    return tally


def _bring(old: Old, tally: Tally, photos, wishes, album, by, folder, tell, ask, dry_run) -> None:
    where = ", ".join(filter(None, [old.file, old.place]))
    tally.site_total = old.site_total or tally.site_total
    known = standing(old)
    if known and not (known.page_id is None and wishes.again):
        tally.already += 1
        if sentence := _about_known(known, old):
            tell(f"{where}: {old.name}: {sentence}")
        return
    try:
        if old.posted_at is None and wishes.posted_at is None and ask:
            old = replace(old, posted_at=ask(old))
        made = _planned(old, wishes, album, (folder / old.file).parent if old.file else None)
        redirects = paths_of(old) if dry_run else write(made, by=by, photos=photos, known=known)
    except Refused as reason:
        tally.refused += 1
        tell(f"{where}: {old.name}: {reason}")
        return
    tally.made += 1
    tally.photos += sum(not found.problem for found in made.photos.values())
    tally.missing += sum(bool(found.problem) for found in made.photos.values())
    tally.redirects += len(redirects)
    for caution in made.cautions:
        tell(f"{where}: {old.name}: {caution.rstrip('.')}.")


def _planned(old: Old, wishes: Wishes, album: Album, beside: Path | None) -> Plan:
    try:
        return plan(old, wishes, album, beside=beside)
    except (ValueError, RecursionError) as problem:  # a text broken in a way nobody thought of stops no other
        raise Refused(f"Nội dung bài hỏng, không đọc được ({type(problem).__name__}).") from problem


def _about_known(known: OldArticle, old: Old) -> str:
    if known.page_id is None:
        return "đã nhập trước đây rồi bị xóa khỏi cổng; muốn nhập lại thì thêm --again."
    return "" if known.digest == old.digest else "đã nhập trước đây, bản cũ nay khác; bài trên cổng được giữ nguyên."


def write(made: Plan, *, by: User | None, photos: dict[str, int], known: OldArticle | None = None) -> list[str]:
    """Make the page with its photos, old addresses and views, all or nothing. Returns the old addresses that lead to
    it. `photos` knows which picture of this import became which photo. Raises `Refused`.
    """
    kept: list[Photo] = []
    try:
        with transaction.atomic():
            keys = _photos(made, photos, kept, by)
            page = _page(made, keys, by)
            redirects = _redirect(made.old, page)
            carry_views(page, made.old.views, by=by)
            _remember(made.old, page, known)
    except BaseException as problem:
        for photo in kept:  # their rows are gone with the transaction
            photo.file.delete(save=False)
        if isinstance(problem, ValidationError):
            raise Refused(" ".join(problem.messages)) from None
        if isinstance(problem, OSError | BadFile):
            raise Refused(f"Không giữ được ảnh của bài: {problem}") from None
        if isinstance(problem, IntegrityError) and standing(made.old):
            raise Refused("Bài này vừa được một lần nhập khác ghi.") from None
        raise
    photos |= {_content_key(found): keys[picture] for picture, found in made.photos.items() if picture in keys}
    return redirects


def _content_key(found) -> str:
    return str(found.path) if found.path else f"{len(found.pasted)}:{hash(found.pasted)}"


def _photos(made: Plan, known: dict[str, int], kept: list[Photo], by: User | None) -> dict[Picture, int]:
    """The key of the photo for each picture that was found; one file becomes one photo however often it is shown."""
    keys: dict[Picture, int] = {}
    here: dict[str, int] = {}
    for picture, found in made.photos.items():
        if found.problem:
            continue
        name = _content_key(found)
        pk = known.get(name) or here.get(name)
        if pk is None:
            photo = _photo(picture, found, by)
            kept.append(photo)
            pk = here[name] = photo.pk
        keys[picture] = pk
    return keys


def _photo(picture: Picture, found, by: User | None) -> Photo:
    """A photo whose three questions nobody has answered yet: the public sees it once an editor has."""
    stem = Path(found.name).stem
    words = picture.alt or picture.caption
    photo = Photo(
        title=clean(words or stem)[0][:255],
        description=clean(words)[0][:255],
        file=ContentFile(found.content(), name=found.name),
        uploaded_by_user=by,
    )
    photo.save()
    return photo


def _page(made: Plan, keys: dict[Picture, int], by: User | None) -> ArticlePage:
    page = ArticlePage(
        title=made.title,
        slug=free_slug(made.section, made.title),
        lead=made.lead,
        body=as_blocks(list(made.pieces), keys.get),
        author=made.author,
        source=clean(made.old.credit)[0][:200],
        posted_at=made.posted_at,
        first_published_at=made.posted_at,
        photo_id=keys.get(made.main),
        photo_caption=made.main.caption[:300] if made.main and made.main in keys else "",
        owner=by,
        live=False,
    )
    SectionPage.objects.get(pk=made.section.pk).add_child(instance=page)
    with untold():  # the run leaves one event of its own
        page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)
    return page


def free_slug(section: SectionPage, title: str) -> str:
    """An address that no page of the section has, asked in one small question however many pages there are."""
    base = slug(title, limit=SLUG_LIMIT) or "tin-bai"
    beside = Page.objects.filter(path__startswith=section.path, depth=section.depth + 1, slug__startswith=base)
    taken = set(beside.values_list("slug", flat=True))
    return next(each for each in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)


def paths_of(old: Old) -> list[str]:
    """Old addresses as the portal can be asked for them. The front page is one only with an article's number."""
    found = []
    for address in old.old_addresses:
        try:
            parts = urlsplit(clean(address)[0])
        except ValueError:
            continue
        path = Redirect.normalise_path(parts._replace(scheme="", netloc="", fragment="").geturl())
        if parts.path.strip("/") or NUMBERED.fullmatch(path):
            found.append(path)
    return [path for path in dict.fromkeys(found) if len(path) <= LONGEST_PATH]


def _redirect(old: Old, page: ArticlePage) -> list[str]:
    made = []
    for path in paths_of(old):
        if not is_answered(path) and not Redirect.objects.filter(old_path=path).exists():
            Redirect.objects.create(old_path=path, redirect_page=page, is_permanent=True)
            made.append(path)
    return made


def is_answered(path: str) -> bool:
    """Whether a page of ours answers at this address: an old address never stands over a living page."""
    if NUMBERED.fullmatch(path):
        return False
    bare = urlsplit(path).path
    for asked in (bare, f"{bare.rstrip('/')}/"):
        try:
            if resolve(asked).view_name != CATCH_ALL:
                return True
        except Resolver404:
            continue
    home = HomePage.objects.get()
    return Page.objects.live().filter(url_path=f"{home.url_path}{bare.strip('/')}/").exists()


def _remember(old: Old, page: ArticlePage, known: OldArticle | None) -> None:
    if known:
        OldArticle.objects.filter(pk=known.pk).update(page=page, digest=old.digest, imported_at=timezone.now())
    else:
        OldArticle.objects.create(source=old.source, key=key_of(old), digest=old.digest, page=page)


def carry_views(page: ArticlePage, views: int | None, *, by: User | None) -> None:
    """Hand an article's old figure of views to the counter, which shows it as such."""
    if views:
        open_balance(f"bai:{page.pk}", views, label=OPENING, on=timezone.localdate(), by=by)


def carry_site_total(total: int, *, by: User | None) -> None:
    """Hand the old site's total of views to the counter, as its opening balance."""
    open_balance(Opening.SITE, total, label=OPENING, on=timezone.localdate(), by=by)
