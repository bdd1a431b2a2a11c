import io
import json
import logging
import sys

import pytest
import structlog

from records import logs
from records.settings import Settings


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("sent with whsec_c2VjcmV0", "sent with whsec_[hidden]"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [hidden]"),
        ("postgresql://app:pearl@db/news", "postgresql://app:[hidden]@db/news"),
        ("redis://:pearl@valkey:6379/0", "redis://:[hidden]@valkey:6379/0"),
        ("running on http://0.0.0.0:8000 now", "running on http://0.0.0.0:8000 now"),
        ("GET /feeds?token=abc&limit=3", "GET /feeds?token=[hidden]&limit=3"),
        ('{"password": "pearl"}', '{"password": "[hidden]"}'),
        ("the token was refused", "the token was refused"),
    ],
)
def test_keys_and_passwords_do_not_reach_the_log(line: str, shown: str) -> None:
    assert logs.redact(line) == shown


def test_our_lines_and_the_libraries_are_json_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    before = logging.getLogger().handlers[:], logging.getLogger().level
    try:
        logs.configure(Settings(log_json=True), "test")
        structlog.get_logger("ours").info("a job is done", step="enrich", token="swk_1")
        logging.getLogger("theirs").warning("connected to redis://:pearl@valkey")
    finally:
        logging.getLogger().handlers[:], logging.getLogger().level = before
        structlog.reset_defaults()
        structlog.contextvars.clear_contextvars()
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    for line in lines:
        del line["timestamp"]
    assert lines == [
        {"event": "a job is done", "step": "enrich", "token": "[hidden]", "process": "test", "level": "info"},
        {"event": "connected to redis://:[hidden]@valkey", "process": "test", "level": "warning"},
    ]
