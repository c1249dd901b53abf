"""What follows when a page is published or taken down: its words to be found by, the photos it lets the public see."""

from django.db import transaction

from kheo.portal.models import ARTICLE_WORDS, PhotoUse, PublicPage


@transaction.atomic
def settle(page: PublicPage) -> None:
    """Make what is kept about a page agree with the page. Safe to call again."""
    shown = {photo.pk for photo in page.photos()} if page.live else set()
    PhotoUse.objects.filter(page=page).exclude(photo__in=shown).delete()
    PhotoUse.objects.bulk_create([PhotoUse(photo_id=pk, page=page) for pk in shown], ignore_conflicts=True)
    ARTICLE_WORDS.remove([page.pk])
    if page.live and (words := page.words()):
        ARTICLE_WORDS.put([(page.pk, words)], fresh=True)
