import tempfile
from pathlib import Path

from records import valkey


def test_a_long_folder_gets_a_short_private_socket() -> None:
    short, long = Path("/d/broker"), Path("/" + "long/" * 40)
    assert valkey.socket_path(short) == Path("/d/broker/valkey.sock")
    assert len(str(valkey.socket_path(long))) <= valkey.SOCKET_PATH_BYTES
    assert valkey.socket_path(long) == valkey.socket_path(long)
    assert valkey.socket_path(long) != valkey.socket_path(long / "other")
    assert valkey.broker_url(short) == "redis+socket:///d/broker/valkey.sock?virtual_host=0"


def test_there_is_a_server_on_this_machine() -> None:
    assert valkey.binary().is_file()


def test_a_folder_whose_name_means_something_in_an_address_keeps_its_socket_elsewhere() -> None:
    odd, other = Path("/d/why?#/broker"), Path("/d/why?%/broker")
    assert valkey.socket_path(odd).parent.parent == Path(tempfile.gettempdir())
    assert valkey.socket_path(odd) != valkey.socket_path(other)
