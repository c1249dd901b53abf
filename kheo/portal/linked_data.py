"""What machines read of an article: Open Graph and JSON-LD."""

import json
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kheo.portal.models import ArticlePage

DESCRIPTION = 200
SHARED = "fill-1200x630|format-jpeg"


def full(address: str) -> str:
    """An address of ours with the server's own name, as set: never as a request claims it."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address


def article_facts(request: HttpRequest, page: ArticlePage, told) -> dict:
    """`og` pairs and the JSON of schema.org's NewsArticle."""
    photo = page.photo if page.photo and not page.photo.why_not_public() else None
    picture = full(photo.get_rendition(SHARED).url) if photo else ""
    about = page.lead or page.title
    json_ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title,
        "description": about[:DESCRIPTION],
        "inLanguage": "vi",
        "mainEntityOfPage": page.full_address,
        "datePublished": _moment(page.posted_at),
        "dateModified": _moment(page.last_published_at),
        "author": {"@type": "Person", "name": page.author} if page.author else None,
        "articleSection": told.section.title if told.section else None,
        "image": [picture] if picture else None,
    }
    og = {
        "og:type": "article",
        "og:title": page.title,
        "og:description": about[:DESCRIPTION],
        "og:url": page.full_address,
        "og:locale": "vi_VN",
        "og:site_name": settings.WAGTAIL_SITE_NAME,
        "article:published_time": json_ld["datePublished"],
        "article:section": json_ld["articleSection"],
        "og:image": picture,
        "og:image:alt": photo.default_alt_text if photo else None,
    }
    told_json = json.dumps({key: value for key, value in json_ld.items() if value}, ensure_ascii=False)
    return {"og": [(key, value) for key, value in og.items() if value], "json_ld": _element(told_json)}


def _moment(at: datetime | None) -> str | None:
    return timezone.localtime(at).isoformat() if at else None


def _element(text: str) -> str:
    """The JSON in its element, which it cannot end: data, that no browser runs."""
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(safe))
