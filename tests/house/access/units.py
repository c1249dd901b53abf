"""Who may open which page over units."""

from kheo.accounts.roles import Role as R
from kheo.units.models import Cluster, Kind, Level, Unit
from tests import make

from .row import SEES, Row

SEE_UNITS = SEES | {R.ADMINISTRATOR}
KEEPS = {R.ADMINISTRATOR}
ON = "01/10/2026"


def of(builder, **kwargs):
    """The keys of an object in the own and in the foreign commune."""
    return {
        "own": lambda cast: {"pk": builder(cast.own).pk, **kwargs},
        "foreign": lambda cast: {"pk": builder(cast.foreign).pk, **kwargs},
    }


def commune(of_cast):
    return of_cast.unit


def below(of_cast, name="chi bộ thôn Ba", under=None) -> Unit:
    return make.unit(name, under=under or of_cast.unit, level=Level.BASE, kind=Kind.CELL)


def far_below(of_cast) -> Unit:
    return below(of_cast, "tổ Bốn", below(of_cast))


def cluster(of_cast) -> Cluster:
    made, _ = Cluster.objects.get_or_create(name=f"Cụm {of_cast.unit}")
    Unit.objects.filter(pk=of_cast.unit.pk).update(cluster=made)
    return made


def merger(cast):
    return {"units": below(cast.own).name, "into": below(cast.own, "chi bộ thôn Năm").name, "on": ON}


def title(cast):
    return "Xã Ái Tử"


SHOWN = {commune: "Xã Ái Tử", below: "Chi bộ thôn Ba", far_below: "Tổ Bốn"}
FACTS = {"level": "base", "kind": "cell"}
CHANGES = [
    # act                  on whom     what is sent                                                   what is left
    ("sua", commune, {"name": "xã Ái Tử", "note": "Mới", "level": "commune", "kind": "party"}, "unit.correct"),
    ("don-vi-cu", commune, {"name": "xã Triệu Ái", "on": ON, **FACTS}, "unit.add_former"),
    ("doi-ten", commune, {"name": "phường Ái Tử", "on": ON}, "unit.rename"),
    ("chuyen", far_below, {"parent": "xã Ái Tử", "on": ON}, "unit.re_parent"),
    ("chia-tach", below, {"existing": "", "new": "chi bộ Sáu\nchi bộ Bảy", "on": ON}, "unit.split"),
    ("ket-thuc", below, {"last_day": ON}, "unit.close"),
    ("co-quan-thuong-truc", commune, {"name": "Ban Xây dựng Đảng", "starts": ON}, "unit.set_focal_body"),
]

ROWS = [
    Row("accounts:unit_list", SEE_UNITS, sees=title),
    Row("accounts:unit_detail", SEE_UNITS, **of(commune), sees=lambda cast: cast.own.colleague.full_name),
    Row("accounts:unit_tree", SEE_UNITS, **of(commune), sees=title),
    Row("accounts:unit_clusters", SEE_UNITS, sees=lambda cast: "Cụm thi đua"),
    Row("accounts:unit_add", KEEPS, sees=lambda cast: "Trực thuộc"),
    Row(
        "accounts:unit_add", KEEPS, method="POST", leaves="unit.add",
        data=lambda cast: {"under": "xã Ái Tử", "name": "chi bộ Tám", **FACTS},
    ),
    Row("accounts:unit_merge", KEEPS, query=merger, sees=lambda cast: "Xem trước, chưa ghi gì"),
    Row("accounts:unit_merge_confirm", KEEPS, method="POST", data=merger, leaves="unit.merge"),
    Row("accounts:unit_cluster_add", KEEPS, sees=lambda cast: "Tên cụm"),
    Row(
        "accounts:unit_cluster_add", KEEPS, method="POST", leaves="unit.set_cluster",
        data=lambda cast: {"name": "Cụm mới", "units": "xã Ái Tử"},
    ),
    Row("accounts:unit_cluster", KEEPS, **of(cluster), sees=lambda cast: "xã Ái Tử"),
    Row(
        "accounts:unit_cluster", KEEPS, **of(cluster), method="POST", leaves="unit.set_cluster",
        data=lambda cast: {"name": "Cụm khác", "units": ""},
    ),
    *(
        Row("accounts:unit_change", KEEPS, **of(whom, act=act), sees=lambda cast, whom=whom: SHOWN[whom])
        for act, whom, *_ in CHANGES
    ),
    *(
        Row(
            "accounts:unit_change", KEEPS, **of(whom, act=act), method="POST", leaves=verb,
            data=lambda cast, sent=sent: sent,
        )
        for act, whom, sent, verb in CHANGES
    ),
]  # fmt: skip
