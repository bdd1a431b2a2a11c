"""Nothing a stranger writes as an address makes the service talk to its own network."""

import pytest

from records.addresses import check_url, public
from records.errors import Rejected

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.88.99.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::1", "::", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001::1", "fe80::1%eth0", "fec0::1", "fd00::1", "ff02::1", "", "x",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_leads_inside_is_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.example.com/", "ftp://hooks.example.com/", "https:///x", "https://u:p@hooks.example.com/",
        "https://hooks.example.com:22/", "https://127.0.0.1/", "https://2130706433/", "https://0x7f.1/",
        "https://0177.0.0.1/", "https://127.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
        "https://localhost/", "https://a.localhost/", "https://printer.local/", "https://metadata.google.internal/",
        "https://hooks.example.com/a b", "https://höoks.example.com/", "https://hooks.example.com:x/",
        "https://hooks.example.com/" + "a" * 2000, "javascript:alert(1)", "//hooks.example.com/", "",
    ],
)  # fmt: skip
def test_an_address_that_must_not_be_sent_to_is_refused_with_a_reason(url: str) -> None:
    with pytest.raises(Rejected) as refusal:
        check_url(url)
    assert refusal.value.code == "address_refused"
    assert refusal.value.reason.startswith("This address cannot be sent to: ")


def test_a_public_address_is_taken_apart() -> None:
    assert check_url("https://hooks.example.com/in?x=1") == ("hooks.example.com", 443)
    assert check_url("https://hooks.example.com:8443/in") == ("hooks.example.com", 8443)


def test_what_the_operator_names_may_be_private() -> None:
    assert check_url("http://127.0.0.1:9999/in", frozenset({"127.0.0.1:9999"})) == ("127.0.0.1", 9999)
    with pytest.raises(Rejected):
        check_url("http://127.0.0.1:9998/in", frozenset({"127.0.0.1:9999"}))
