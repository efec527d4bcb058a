"""Which addresses of the network may be connected to."""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence

import pytest

from reportedly.sources.networks import OpenNetwork, PrivateAddress, is_allowed, refuse_literal

PRIVATE = """
127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 ::
fe80::1 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::a00:1 2002:7f00:1:: ff02::1
""".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_private_loopback_and_link_local_addresses_are_refused(address: str) -> None:
    assert not is_allowed(ipaddress.ip_address(address), ())


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_addresses_of_the_open_network_are_allowed(address: str) -> None:
    assert is_allowed(ipaddress.ip_address(address), ())


def test_a_configured_network_is_allowed_and_no_other() -> None:
    allowed = (ipaddress.ip_network("10.1.0.0/16"),)
    assert is_allowed(ipaddress.ip_address("10.1.2.3"), allowed)
    assert is_allowed(ipaddress.ip_address("::ffff:10.1.2.3"), allowed)
    assert not is_allowed(ipaddress.ip_address("10.2.2.3"), allowed)


def test_a_literal_address_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(PrivateAddress, match="private network"):
        refuse_literal("127.0.0.1", ())
    refuse_literal("tide.example", ())


def resolved(*addresses: str) -> list[str]:
    """Return where a name that leads to these addresses may be connected to."""

    async def lookup(_host: str) -> Sequence[str]:
        return addresses

    found = asyncio.run(OpenNetwork(lookup=lookup).resolve("tide.example", 80, socket.AF_UNSPEC))
    return [each["host"] for each in found]


def test_a_name_is_connected_to_at_the_very_address_that_was_looked_at() -> None:
    assert resolved("93.184.216.34") == ["93.184.216.34"]


def test_a_name_of_which_one_address_is_private_is_refused_whole() -> None:
    with pytest.raises(PrivateAddress, match=r"tide\.example leads to 10\.0\.0\.1"):
        resolved("93.184.216.34", "10.0.0.1")


def test_a_name_without_an_address_is_told() -> None:
    with pytest.raises(OSError, match="has no address"):
        resolved()
