"""Addresses of the pages over units, which `urls.py` takes in."""

from django.urls import path, re_path

from kheo.accounts.views import unit_changes, units

urlpatterns = [
    path("don-vi/", units.unit_list, name="unit_list"),
    path("don-vi/them/", unit_changes.unit_add, name="unit_add"),
    path("don-vi/sap-nhap/", unit_changes.unit_merge, name="unit_merge"),
    path("don-vi/sap-nhap/xac-nhan/", unit_changes.unit_merge_confirm, name="unit_merge_confirm"),
    path("don-vi/cum/", unit_changes.unit_clusters, name="unit_clusters"),
    path("don-vi/cum/them/", unit_changes.unit_cluster, name="unit_cluster_add"),
    path("don-vi/cum/<int:pk>/", unit_changes.unit_cluster, name="unit_cluster"),
    path("don-vi/<int:pk>/", units.unit_detail, name="unit_detail"),
    path("don-vi/<int:pk>/cay/", units.unit_tree, name="unit_tree"),
    re_path(
        rf"^don-vi/(?P<pk>\d+)/(?P<act>{'|'.join(unit_changes.ACTS)})/$", unit_changes.unit_change, name="unit_change"
    ),
]
