"""Every setting of every process, each with its meaning; docs/settings.md is made from this class.

Built only in a process's `main.py`. A setting is read from the environment (`SPONSORWIRE_PORT`), or from the
file that `SPONSORWIRE_<NAME>_FILE` names, which is how secrets come in.
"""

import json
import os
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "SPONSORWIRE_"
_SCHEMES = {"database_url": ("postgresql", "sqlite"), "broker_url": ("redis", "rediss")}


class FileSource(PydanticBaseSettingsSource):
    """Reads a setting from the file that `SPONSORWIRE_<NAME>_FILE` names."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Return the file's text without the space around it, or None."""
        path = os.environ.get(f"{PREFIX}{field_name.upper()}_FILE")
        return (Path(path).read_text(encoding="utf-8").strip() if path else None, field_name, False)

    def __call__(self) -> dict[str, Any]:
        """Return the settings that come from files."""
        values = {name: self.get_field_value(field, name)[0] for name, field in self._fields()}
        return {name: value for name, value in values.items() if value is not None}

    def _fields(self) -> list[tuple[str, FieldInfo]]:
        return list(self.settings_cls.model_fields.items())


class Settings(BaseSettings):
    """The settings, with the defaults that `sponsorwire up` uses on one machine."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    # where things are kept
    data_dir: Path = Field(Path("var"), description="Database, spool, broker and logs of this machine.")
    shared_data_dir: bool = Field(
        False,
        description="Let SQLite start in a `data_dir` on a network or shared folder that only this machine writes.",
    )
    watch_dir: Path = Field(Path("watch"), description="The folder that articles are dropped into.")
    database_url: SecretStr | None = Field(
        None, description="SQLAlchemy URL; without it, SQLite in `data_dir`. `postgresql://...` for several."
    )
    broker_url: SecretStr | None = Field(
        None, description="Redis or Valkey URL; without it, the embedded server's unix socket in `data_dir`."
    )

    # the API
    host: str = Field("127.0.0.1", description="Address the API listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the API listens on; 0 takes a free one.")
    public_url: str | None = Field(
        None, description="Address that readers see, put into feeds and links; else http://host:port."
    )
    admin_token: SecretStr | None = Field(
        None, description="Key that may do everything, beside the tokens of `sponsorwire token`."
    )
    open_reading: bool | None = Field(
        None, description="Reading needs no token; without it, only where the API listens on loopback."
    )
    max_upload_bytes: int = Field(20_000_000, ge=1, description="Largest upload, in bytes.")
    stream_ping_s: float = Field(15, gt=0, description="Seconds between the heartbeats of a stream.")
    api_url: str | None = Field(
        None, description="Where the workers reach the API, to read our own feeds; without it, `public_url`."
    )
    outgoing_hosts: tuple[str, ...] = Field(
        (), description="Hosts (name or name:port) that webhooks may reach although they are private."
    )

    # the watch folder
    settle_s: float = Field(2, gt=0, description="Seconds a file must be unchanged before it is read.")
    rescan_s: float = Field(15, gt=0, description="Seconds between two looks at the whole folder.")
    max_file_bytes: int = Field(20_000_000, ge=1, description="Largest file that is read, in bytes.")
    free_bytes: int = Field(200_000_000, ge=0, description="Intake pauses while the disk has fewer free bytes.")
    parse_timeout_s: float = Field(30, gt=0, description="Longest time one file may take to parse.")
    parse_memory_bytes: int = Field(
        1_500_000_000, ge=100_000_000, description="Address space of the process that parses files."
    )

    # the work
    workers: int = Field(
        default_factory=lambda: max(1, (os.cpu_count() or 2) - 1),
        ge=1,
        description="Worker processes; without it, one fewer than this machine has processors.",
    )
    queues: tuple[str, ...] = Field(
        ("live", "deliver", "backfill"),
        description="What this worker takes; the first comes first.",
    )
    gate: bool = Field(False, description="Spare irrelevant articles the costly stages.")
    attempts: int = Field(3, ge=1, description="Attempts at one job before its article is set aside.")
    lease_s: float = Field(
        30, gt=0, description="Seconds until a job whose worker died is free again; the living renew it."
    )
    task_limit_s: int = Field(120, ge=1, description="Seconds after which a task is killed.")
    task_soft_limit_s: int = Field(90, ge=1, description="Seconds after which a task is told to end.")
    visibility_s: int = Field(900, ge=1, description="Seconds until the broker delivers an unanswered task again.")
    sweep_s: float = Field(15, gt=0, description="Seconds between two sweeps for late or lost jobs.")
    late_s: float = Field(30, gt=0, description="Seconds a queued job may wait before it is sent again.")
    worker_memory_kb: int = Field(900_000, ge=0, description="A worker process above this is replaced, kB.")
    retain_events: int | None = Field(None, ge=1000, description="How many events the log keeps; without it, all.")

    # watching it run
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR."
    )
    log_json: bool = Field(False, description="Log lines as JSON objects.")

    @field_validator("log_level", mode="before")
    @classmethod
    def any_case(cls, level: Any) -> Any:
        """Take the level in small letters, too."""
        return level.upper() if isinstance(level, str) else level

    @field_validator("database_url", "broker_url")
    @classmethod
    def known_scheme(cls, url: SecretStr | None, field: ValidationInfo) -> SecretStr | None:
        """Refuse the address of another kind of server than those that are spoken to."""
        known = _SCHEMES[field.field_name or ""]
        if url is not None and url.get_secret_value().partition("://")[0].partition("+")[0] not in known:
            raise ValueError(f"must begin with {' or '.join(f'{scheme}://' for scheme in known)}")
        return url

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where settings come from: arguments, environment, files; the first that knows wins."""
        return init_settings, env_settings, FileSource(settings_cls)

    @property
    def database(self) -> str:
        """The database's URL."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.embedded_file.absolute()}"

    @property
    def embedded_file(self) -> Path:
        """Where SQLite keeps the database when no other is set."""
        return self.data_dir / "sponsorwire.db"

    @property
    def broker(self) -> str:
        """The broker's URL, as kombu writes it."""
        if self.broker_url is not None:
            return self.broker_url.get_secret_value()
        from records import valkey

        return valkey.broker_url(self.data_dir / "broker")

    @property
    def head_file(self) -> Path:
        """Where the log's head is copied to, to notice a database restored from a backup."""
        return self.data_dir / "head.json"

    @property
    def address_file(self) -> Path:
        """Where `up` notes the address that it serves, for commands that are not told of its port."""
        return self.data_dir / "address"

    @property
    def base_url(self) -> str:
        """The address that readers see, without a slash at its end."""
        return (self.public_url or f"http://{self.host}:{self.port}").rstrip("/")


def page() -> str:
    """Return docs/settings.md: every setting with its default and meaning."""
    lines = [
        "# Settings",
        "",
        "Read from the environment, lists as JSON, or from the file that the same name with `_FILE` at its end",
        "points to.",
        "Made by `make settings` from `records/settings.py`.",
        "",
        "| setting | default | what it does |",
        "|---|---|---|",
    ]
    for name, field in Settings.model_fields.items():
        default = "" if field.default_factory or field.default is None else f"`{_shown(field.default)}`"
        lines.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


def _shown(default: Any) -> str:
    """Return a default as the environment would give it."""
    return str(default) if isinstance(default, str | Path) else json.dumps(default)


if __name__ == "__main__":
    Path("docs").mkdir(exist_ok=True)
    Path("docs/settings.md").write_text(page(), encoding="utf-8")
