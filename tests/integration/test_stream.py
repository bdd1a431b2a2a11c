"""The stream by real connections: resume, filters, gone history, a reader who does not read."""

import json
import socket
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from api.stream import Stream
from records.deal import Disagreement, Position
from records.events import latest
from records.session import Database
from records.store import log
from tests import library
from tests.integration.servers import wait_for
from tests.integration.serving import Frames, served


@contextmanager
def listening(url: str, **headers: str) -> Iterator[Frames]:
    """Yield the frames of a stream."""
    with httpx.stream("GET", url, headers=headers, timeout=30) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"
        yield Frames(answer.iter_lines())


def kinds(events: list[tuple[str, str]]) -> list[str]:
    return [kind for kind, _subject in events]


def test_a_reader_gets_what_happens_and_resumes_where_it_left(database: Database, tmp_path: Path) -> None:
    with served(database, tmp_path) as base:
        with listening(f"{base}/stream") as frames:
            library.fill(database, 1)
            assert kinds(frames.take(3)) == ["article.ingested", "article.enriched", "deal.announced"]
            left = frames.last_id
            assert frames.retry is not None
        library.fill(database, 2)
        with listening(f"{base}/stream", **{"last-event-id": str(left)}) as frames:
            again = frames.take(3)
        with listening(f"{base}/stream?last_event_id={left}") as frames:
            assert frames.take(3) == again
        with listening(f"{base}/stream?last_event_id=earliest") as frames:
            assert len(frames.take(6)) == 6
        # Without a place, a reader hears of nothing that was before it came.
        with listening(f"{base}/stream") as frames:
            article_id, _record = library.add_article(database, 7)
            assert frames.take(1) == [("article.ingested", article_id)]


def test_the_header_wins_over_the_parameter(database: Database, tmp_path: Path) -> None:
    library.fill(database, 1)
    cursor = latest(database)
    with served(database, tmp_path) as base:
        header = {"last-event-id": f"{cursor.epoch}.{cursor.seq - 1}"}
        with listening(f"{base}/stream?last_event_id=earliest", **header) as frames:
            assert kinds(frames.take(1)) == ["deal.announced"]


def test_a_filtered_reader_gets_its_events_alone_and_its_place_moves_on(database: Database, tmp_path: Path) -> None:
    with served(database, tmp_path) as base:
        address = f"{base}/stream?sponsor=velmora+bank&role=shirt_front&last_event_id=earliest"
        library.fill(database, 3)
        with listening(address) as frames:
            assert kinds(frames.take(2)) == ["article.enriched", "deal.announced"]
            head = str(latest(database))
            article_id, record = library.add_article(database, 5, "Velmora Bank")
            library.put_deal(database, library.merged("deal_v", article_id, record))
            assert frames.take(2)[1] == ("deal.announced", "deal_v")
            assert frames.last_id != head
        with listening(address, **{"last-event-id": head}) as frames:
            assert frames.take(2)[1] == ("deal.announced", "deal_v")


def test_history_that_is_gone_is_said_to_be_gone(database: Database, tmp_path: Path) -> None:
    library.fill(database, 3)
    position = latest(database)
    with database.write() as session:
        log.forget(session, 5)
    with served(database, tmp_path) as base:
        for place, code in (
            (f"{position.epoch}.1", "expired"),
            (f"{position.epoch}.999", "ahead_of_head"),
            ("0123456789abcdef.1", "epoch_changed"),
        ):
            answer = httpx.get(f"{base}/stream?last_event_id={place}")
            problem = answer.json()
            assert (answer.status_code, problem["reason"], problem["last"]) == (410, code, position.seq)
            assert problem["errors"][0]["parameter"] == "last_event_id"
            with listening(f"{base}/stream", **{"last-event-id": place}) as frames:
                frame = frames.next()
                assert (frame["event"], json.loads(frame["data"])["code"]) == ("history.gone", code)
                assert frames.last_id == str(position)
        with listening(f"{base}/stream?last_event_id=earliest") as frames:
            assert len(frames.take(position.seq - 4)) == position.seq - 4


def test_a_quiet_stream_beats_without_an_id(database: Database, tmp_path: Path) -> None:
    with served(database, tmp_path, stream_ping_s=0.1) as base, listening(f"{base}/stream") as frames:
        assert frames.next() == {"comment": "ping"}
        assert frames.next() == {"comment": "ping"}


def test_a_reader_who_does_not_read_is_dropped_and_costs_the_others_nothing(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stream, "send_timeout_s", 1.0)
    with served(database, tmp_path) as base:
        port = int(base.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as stalled, listening(f"{base}/stream") as frames:
            stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            stalled.sendall(b"GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            article_id, record = library.add_article(database, 0)
            deal = library.merged("deal_0", article_id, record)
            said = Disagreement(field="term.end", positions=(Position(value="x" * 300_000, article_ids=("a",)),))
            with ThreadPoolExecutor(1) as pool:
                heard = pool.submit(frames.take, 2 + 15)
                for revision in range(1, 16):
                    changed = deal.model_copy(update={"revision": revision, "disagreements": (said,)})
                    library.put_deal(database, changed, "deal.updated")
                assert len(heard.result(timeout=30)) == 2 + 15
            only_one = "sponsorwire_stream_readers 1.0"
            wait_for(lambda: only_one in httpx.get(f"{base}/metrics").text, what="the stalled reader is cut off")
            # What is still under way to it need not be waited for.
            stalled.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
