"""Under which names a service may be called: a page of elsewhere shall not use it through the browser of a person.

Such a page can have its own name point to this machine (DNS rebinding); then the request says that name. It cannot
have a browser leave out that name, nor where the page came from.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from contextlib import suppress

from engine.deploy.service.request import Head, Refusal
from engine.errors import ServiceError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
FAR = "192.0.2.1"  # an address for examples: nothing is sent there, the system only says by which way it would go

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?")


def resolved(host: str) -> tuple[int, str]:
    """Return the family and the address that a host stands for on this machine.

    Raises:
        ServiceError: If it stands for none.
    """
    if host.strip():
        with suppress(OSError, UnicodeError):
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            return min((family, str(address[0])) for family, _, _, _, address in found)  # IPv4 before IPv6
    raise none_here(host)


def none_here(host: str) -> ServiceError:
    """Return the error of a host that is not this machine."""
    return ServiceError(
        "“{host}” is no address of this machine.",
        remedy="Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all that reach it.",
        host=host,
    )


def is_loopback(address: str) -> bool:
    """Say whether an address is reached from this machine alone."""
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback


def is_everywhere(address: str) -> bool:
    """Say whether an address stands for all that this machine has."""
    return ipaddress.ip_address(address).is_unspecified


def outward(family: int) -> str:
    """Return the address by which others in the network reach this machine; empty where it is in none."""
    with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as way:
        way.connect((FAR if family == socket.AF_INET else "2001:db8::1", 9))
        return str(way.getsockname()[0])
    return ""


def written(address: str) -> str:
    """Return an address as it stands in front of a port: that of IPv6 in brackets, without its zone."""
    address = address.partition("%")[0]
    return f"[{address}]" if ":" in address else address


def names_of(host: str, address: str) -> frozenset[str]:
    """Return the names by which a service may be called, beside the addresses that connections come to.

    Args:
        host: As a person wrote it.
        address: What that stands for.
    """
    names = LOOPBACK | {host.lower(), written(address)}
    if not is_loopback(address):
        own = socket.gethostname().lower()
        names |= {own, f"{own}.local"}
    return names


def check_caller(head: Head, names: frozenset[str], reached: str) -> None:
    """See that a request was meant for this service, and does not come from a page of elsewhere.

    Args:
        head: Of the request.
        names: From ``names_of``.
        reached: The address of this machine that the connection came to.

    Raises:
        Refusal: If it is not, or does.
    """
    if head.host:
        found = _HOST.fullmatch(head.host)
        if found is None:
            raise Refusal("The request does not say legibly whom it is for.")
        name = found[1].lower().rstrip(".")
        if name not in names and _plain(name) != _plain(written(reached)):
            raise Refusal(
                "The request is for “{host}”, and this is another service.",
                remedy="Call it by the address that it told.",
                status=403,
                host=head.host[:80],
            )
    if head.origin is not None and head.origin.lower() != f"http://{head.host.lower()}":
        raise Refusal("Pages of elsewhere may not use this service.", status=403)


def _plain(host: str) -> str:
    """Return an address in its one short form; a name as it is."""
    try:
        return ipaddress.ip_address(host.strip("[]")).compressed
    except ValueError:
        return host
