"""Which room answers which address. Paths are Vietnamese without accents, names English (design section 5)."""

from django.urls import include, path

urlpatterns = [
    path("lam-viec/", include("kheo.movement.urls")),
    path("lam-viec/tong-hop/", include("kheo.reports.urls")),
    path("tai-khoan/", include("kheo.accounts.urls")),
    path("tai-khoan/", include("kheo.accounts.sign_in_urls")),
    path("he-thong/", include("kheo.core.urls")),
    path("", include("kheo.portal.urls")),
]
