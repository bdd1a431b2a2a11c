"""What goes out packed, and for whom."""

import gzip

import pytest
from starlette.datastructures import Headers

from api.packing import pack, wants_packed


def test_what_is_packed_is_gzip_and_the_same_each_time() -> None:
    content = b"Velmora Bank backs FC Hafen. " * 5000
    packed = pack(content)
    assert gzip.decompress(packed) == content
    assert len(packed) < len(content) / 50
    assert pack(content) == packed


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("gzip", True),
        ("br;q=1.0, GZIP;q=0.8, *;q=0.1", True),
        ("deflate, x-gzip", True),
        ("*", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.000, *", False),
        ("identity", False),
        ("", False),
    ],
)
def test_only_a_reader_who_takes_gzip_gets_it(header: str, wanted: bool) -> None:
    assert wants_packed(Headers({"accept-encoding": header} if header else {})) is wanted
