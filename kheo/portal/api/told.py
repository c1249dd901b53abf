"""Rows as the open data tells them."""

from datetime import date

from kheo.movement.models import Verdict
from kheo.portal.addresses import directive_url, exemplar_url
from kheo.portal.linked_data import full
from kheo.portal.models import ArticlePage
from kheo.portal.queries import news
from kheo.portal.queries.library import place_line


def articles(rows: list[ArticlePage], sections) -> list[dict]:
    """Articles with their section and views, the views asked for at once."""
    views = news.views_of([news.count_key(row) for row in rows])
    names = {section.path: section.title for section in sections}
    return [
        {
            "id": row.pk,
            "title": row.title,
            "url": row.full_address,
            "section": names.get(row.path[: -row.steplen], ""),
            "kind": row.get_kind_display(),
            "lead": row.lead,
            "author": row.author,
            "source": row.source,
            "place_code": row.place.code if row.place else "",
            "posted_at": row.posted_at,
            "views": views.get(news.count_key(row), 0),
        }
        for row in rows
    ]


def exemplar(row) -> dict:
    """A published exemplar; nothing that its public page does not show."""
    return {
        "code": row.code or "",
        "name": row.name,
        "url": full(exemplar_url(row)),
        "kind": row.get_kind_display(),
        "bearer": row.get_bearer_display(),
        "field": row.get_field_display(),
        "unit": row.unit.title,
        "unit_code": row.unit.code,
        "place": place_line(row),
        "starts": row.starts,
        "summary": row.summary,
        "households": row.households,
        "beneficiaries": row.beneficiaries,
        "copies": row.copy_count or 0,
        "verdict": Verdict(row.verdict).label if row.verdict else "",
        "verified_on": row.verified_on,
    }


def directive(row, *, on: date) -> dict:
    after = row.replaced_by
    return {
        "id": row.pk,
        "number": row.number,
        "kind": row.kind,
        "issuer": row.issuer,
        "title": row.title,
        "url": full(directive_url(row)),
        "issued_on": row.issued_on,
        "valid_from": row.valid_from,
        "valid_until": row.valid_until,
        "in_force": row.is_in_force(on=on),
        "replaced_by": str(after) if after and after.is_public else "",
        "files": row.file_count,
    }
