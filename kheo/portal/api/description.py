"""The page that tells people what the open data offers, drawn from its own description."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kheo.portal.api.routes import api
from kheo.portal.linked_data import full

CSV = ("tin-bai.csv", "mo-hinh.csv", "van-ban.csv")
TYPES = {"integer": "số nguyên", "string": "chữ", "boolean": "có/không", "number": "số", "array": "danh sách"}
FORMATS = {"date": "ngày", "date-time": "ngày giờ"}


@login_not_required
@require_safe
def describe(request):
    """Every address with its parameters, every shape with its fields."""
    schema = api.get_openapi_schema()
    addresses = [
        (method.upper(), path, each.get("summary", ""), _parameters(each))
        for path, methods in schema["paths"].items()
        for method, each in methods.items()
    ]
    shapes = [
        (name, [(field, _type(facts), facts.get("description", "")) for field, facts in shape["properties"].items()])
        for name, shape in schema["components"]["schemas"].items()
        if name not in ("Articles", "Exemplars", "Directives", "Problem") and "properties" in shape
    ]
    context = {"addresses": addresses, "shapes": shapes, "csv": [f"/api/v1/{name}" for name in CSV], "base": full("")}
    return render(request, "portal/api.html", context)


def _parameters(each: dict) -> list[tuple[str, str]]:
    return [(parameter["name"], parameter["schema"].get("description", "")) for parameter in each.get("parameters", [])]


def _type(facts: dict) -> str:
    kinds = [facts, *facts.get("anyOf", [])]
    found = [FORMATS.get(kind.get("format", "")) or TYPES.get(kind.get("type", ""), "") for kind in kinds]
    return next(filter(None, found), "mục con")
