"""What every template may ask about the house itself."""

from django.conf import settings
from django.http import HttpRequest


def house(request: HttpRequest) -> dict:
    """`is_demo`: this server shows made-up records, and each of its pages says so."""
    return {"is_demo": settings.DEMO}
