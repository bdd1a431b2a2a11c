"""Log lines a person or a program can read, with what must not be in them taken out."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from records.settings import Settings

# Keys and passwords, wherever they stand: our tokens, webhook secrets, bearer headers, passwords in addresses.
SECRET = re.compile(
    r"(?P<kept>swk_|whsec_|[Bb]earer\s+|://[^/\s:@]*:(?=[^/\s]*@))(?:[^\s@\"',/]+)|"
    r"(?P<name>(?:token|secret|password|api_key|authorization)[\"']?\s*[=:]\s*[\"']?(?:(?:Bearer|Basic)\s+)?)[^\s\"',&}]+",
    re.IGNORECASE,
)
HIDDEN = "[hidden]"
SECRET_NAMES = re.compile(r"token|secret|password|authorization|cookie", re.IGNORECASE)


def redact(text: str) -> str:
    """Return `text` with every key and password replaced."""
    return SECRET.sub(lambda found: (found["kept"] or found["name"] or "") + HIDDEN, text)


def _redacted(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in line.items():
        if name != "event" and SECRET_NAMES.search(name) and value:
            line[name] = HIDDEN
        elif isinstance(value, str):
            line[name] = redact(value)
    return line


def configure(settings: Settings, process: str) -> None:
    """Have this process log to standard error, one line a fact, ours and the libraries' alike."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _redacted,
    ]
    shape: Any = (
        structlog.processors.JSONRenderer()
        if settings.log_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, shape],
        )
    )
    logging.basicConfig(handlers=[handler], level=settings.log_level.upper(), force=True)
    for chatty in ("httpx", "watchfiles", "alembic", "celery.worker.strategy", "celery.app.trace"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    structlog.contextvars.bind_contextvars(process=process)
