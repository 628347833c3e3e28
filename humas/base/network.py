"""
Where a request came from, as far as we want to know.

Only a keyed digest of the network prefix is ever kept: a street, not a door.
Readers share networks (carrier NAT, office lines), so it weighs, never convicts.
"""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

from humas.base.digests import digest

PREFIX_LENGTHS = {4: 24, 6: 48}


def client_address(request: HttpRequest) -> str:
    """The address of whoever spoke to the outermost trusted proxy; "" where there is none (a socket)."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    address = request.META.get("REMOTE_ADDR", "")
    while hops and _is_trusted(address):
        address = hops.pop()
    return address


class ProxyMiddleware:
    """What only a proxy may say of a request is forgotten when it comes from anybody else."""

    SAID_BY_PROXIES = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not _is_trusted(request.META.get("REMOTE_ADDR", "")):
            for name in self.SAID_BY_PROXIES:
                request.META.pop(name, None)
        return self.get_response(request)


def network_prefix(address: str) -> str:
    """`203.0.113.0/24` or `2001:db8:1::/48`; "" for what is no address."""
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ip_network(f"{ip}/{PREFIX_LENGTHS[ip.version]}", strict=False))


def network_digest(request: HttpRequest) -> str:
    """The keyed digest of the prefix this request came from."""
    return digest("network", network_prefix(client_address(request)))


def _is_trusted(address: str) -> bool:
    if not address:
        return "unix" in settings.TRUSTED_PROXIES
    try:
        ip = ip_address(address)
        return any(ip in ip_network(proxy) for proxy in settings.TRUSTED_PROXIES if proxy != "unix")
    except ValueError:
        return False
