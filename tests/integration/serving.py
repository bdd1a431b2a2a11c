"""The API on a free port of this machine, and a reader of its stream, for tests and benchmarks."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from api.main import create_app
from records.session import Database
from records.settings import Settings
from tests.integration.servers import wait_for


@contextmanager
def served(database: Database, folder: Path, **settings: object) -> Iterator[str]:
    """Serve the API on a free port of this machine, and yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        own = {"data_dir": folder / "var", "watch_dir": folder / "watch", "port": listener.getsockname()[1]}
        made = Settings.model_validate({**own, **settings})
        config = uvicorn.Config(create_app(made, database), log_config=None, timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            wait_for(lambda: server.started, what="the server listens")
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


class Frames:
    """The frames of one open stream, as a browser's EventSource sees them."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.last_id: str | None = None
        self.retry: int | None = None

    def next(self) -> dict[str, str]:
        """Return the next event, or `{"comment": ...}`; an id alone is remembered."""
        frame: dict[str, str] = {}
        for line in self._lines:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if line == "":
                if "data" in frame or "comment" in frame:
                    return frame
                frame = {}
            elif name == "":
                frame["comment"] = value
            elif name == "id":
                self.last_id = frame["id"] = value
            elif name == "retry":
                self.retry = int(value)
            else:
                frame[name] = value
        raise EOFError

    def take(self, count: int) -> list[tuple[str, str]]:
        """Return the next events as (type, subject)."""
        found = []
        while len(found) < count:
            frame = self.next()
            if "data" in frame:
                found.append((frame["event"], json.loads(frame["data"]).get("subject_id", "")))
        return found
