"""Who is at the other end: the caller's address, as far as it can be believed."""

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "local"


def address_of(request: HttpRequest) -> str:
    """What our own outermost proxy saw (`KHEO_PROXIES` of them stand in front); what a caller claims is not believed.

    "local" where there is no address (a socket file).
    """
    return address_in(request.META)


def address_in(environ: Mapping) -> str:
    """The same, of a request that is still only its WSGI environment."""
    hops = [hop for hop in environ.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    trusted = settings.KHEO_PROXIES
    claimed = hops[-trusted] if 0 < trusted <= len(hops) else environ.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(claimed.strip()))
    except ValueError:
        return UNKNOWN


def network_of(address: str) -> str:
    """What one household or office has: the address itself, of IPv6 its first 64 bits (one line owns all below)."""
    if ":" not in address:
        return address
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(IPv6Address(int(ip) >> 64 << 64)) + "/64"
    return address
