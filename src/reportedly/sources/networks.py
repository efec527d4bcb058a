"""Which addresses of the network may be connected to."""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Lookup = Callable[[str], Awaitable[Sequence[str]]]
"""How a host name becomes network addresses."""

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


class PrivateAddress(OSError):
    """A name or an address leads into a private network; the message says which."""


def is_allowed(address: Address, allowed: Sequence[Network]) -> bool:
    """Return whether an address may be connected to: it is one of the open network, or of an allowed one.

    An IPv4 address inside an IPv6 one counts as itself, so that neither form hides the other.
    """
    both = (address, _inner(address))
    if any(one.version == network.version and one in network for one in both for network in allowed):
        return True
    return all(one.is_global and not one.is_multicast for one in both)


def refuse_literal(host: str, allowed: Sequence[Network]) -> None:
    """Raise PrivateAddress where a host is written as an address that may not be connected to."""
    try:
        literal = ipaddress.ip_address(host)
    except ValueError:
        return
    if not is_allowed(literal, allowed):
        raise PrivateAddress(f"{literal} is an address inside a private network")


async def look_up(host: str) -> Sequence[str]:
    """Return the addresses of a host name as this machine knows them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class OpenNetwork(AbstractResolver):
    """Looks names up and refuses those that lead into private networks.

    The connection is made to the address that was looked at here and to no other, so a name that
    answers differently the next time gains nothing (DNS rebinding).
    """

    def __init__(self, allowed: Sequence[Network] = (), lookup: Lookup = look_up) -> None:
        self._allowed = allowed
        self._lookup = lookup

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return where a host name leads; raises PrivateAddress where any of its addresses is private."""
        found = []
        for text in await self._lookup(host):
            address = ipaddress.ip_address(text.partition("%")[0])
            if not is_allowed(address, self._allowed):
                raise PrivateAddress(f"{host} leads to {address}, an address inside a private network")
            kind = socket.AF_INET if address.version == 4 else socket.AF_INET6
            if family in (socket.AF_UNSPEC, kind):
                found.append(
                    ResolveResult(
                        hostname=host, host=str(address), port=port, family=kind, proto=0,
                        flags=socket.AI_NUMERICHOST,
                    )
                )  # fmt: skip
        if not found:
            raise OSError(f"{host} has no address")
        return found

    async def close(self) -> None:
        """Do nothing: nothing is held."""


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one stands for, or the address itself."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        teredo = address.teredo
        return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
    return address
