"""Where a request came from: believed from proxies of ours alone, kept as a street and never as a door."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from django.test import RequestFactory, override_settings
from hypothesis import assume, given
from hypothesis import strategies as st

from humas.base.network import client_address, network_digest, network_prefix

addresses = st.ip_addresses().map(str)
# Header lines as a server hands them over: no line ends.
lies = st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=60) | st.lists(
    addresses, max_size=4
).map(", ".join)
OURS = ["10.0.0.0/8", "fd00::/8"]


def request(address, forwarded=None):
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


@given(addresses, lies)
def test_nobody_is_believed_without_a_trusted_proxy(address, lie):
    with override_settings(TRUSTED_PROXIES=[]):
        assert client_address(request(address, lie)) == address
        assert network_digest(request(address, lie)) == network_digest(request(address))


@given(addresses, lies)
def test_stranger_is_not_believed_where_proxies_are_trusted(address, lie):
    assume(not any(ip_address(address) in ip_network(proxy) for proxy in OURS))

    with override_settings(TRUSTED_PROXIES=OURS):
        assert client_address(request(address, lie)) == address


@given(st.ip_addresses(network="10.0.0.0/8").map(str), addresses, lies)
def test_proxy_of_ours_is_believed_for_the_last_hop_alone(proxy, client, lie):
    """A reader may send the header too; our proxy adds the true address behind it."""
    assume(not any(ip_address(client) in ip_network(each) for each in OURS))

    with override_settings(TRUSTED_PROXIES=OURS):
        assert client_address(request(proxy, f"{lie}, {client}")) == client


@given(st.ip_addresses(network="fd00::/8").map(str), st.ip_addresses(network="10.0.0.0/8").map(str), lies)
def test_proxy_behind_a_proxy_is_looked_through(outer, inner, lie):
    with override_settings(TRUSTED_PROXIES=OURS):
        assert client_address(request(inner, f"{lie}, 203.0.113.7, {outer}")) == "203.0.113.7"


def test_proxy_without_the_header_is_the_client():
    with override_settings(TRUSTED_PROXIES=OURS):
        assert client_address(request("10.0.0.1")) == "10.0.0.1"


@pytest.mark.parametrize(("proxies", "address"), [([], ""), (["unix"], "203.0.113.7"), (["10.0.0.0/8"], "")])
def test_server_on_a_socket_is_believed_only_when_it_is_named(settings, proxies, address):
    settings.TRUSTED_PROXIES = proxies

    assert client_address(request("", "198.51.100.1, 203.0.113.7")) == address


@pytest.mark.parametrize("proxies", [["nonsense"], ["10.0.0.1/8"], [""], ["::/0x"]])
def test_misspelt_proxy_is_trusted_with_nothing(settings, proxies):
    settings.TRUSTED_PROXIES = proxies

    assert client_address(request("10.0.0.1", "203.0.113.7")) == "10.0.0.1"


@given(st.ip_addresses(v=4), st.integers(0, 2**32 - 1))
def test_neighbours_in_a_street_share_its_prefix(address, other):
    neighbour = IPv4Address(other)

    is_same = int(address) >> 8 == int(neighbour) >> 8
    assert (network_prefix(str(address)) == network_prefix(str(neighbour))) is is_same
    assert network_prefix(str(address)).endswith(".0/24")


@given(st.ip_addresses(v=6), st.integers(0, 2**80 - 1))
def test_household_of_the_new_protocol_is_one_street(address, door):
    assume(not address.ipv4_mapped)
    neighbour = IPv6Address((int(address) >> 80 << 80) | door)
    assume(not neighbour.ipv4_mapped)

    assert network_prefix(str(neighbour)) == network_prefix(str(address))
    assert network_prefix(str(address)).endswith("/48")


@given(st.ip_addresses(v=4))
def test_same_reader_over_either_protocol_is_the_same_street(address):
    assert network_prefix(f"::ffff:{address}") == network_prefix(str(address))


@given(st.text(max_size=40))
def test_what_is_no_address_has_no_prefix_and_breaks_nothing(text):
    prefix = network_prefix(text)

    assert prefix == "" or ip_network(prefix)


def test_digest_tells_streets_apart_and_doors_not():
    digests = [network_digest(request(address)) for address in ("203.0.113.7", "203.0.113.200", "203.0.114.7", "")]

    assert digests[0] == digests[1]
    assert len(set(digests)) == 3
