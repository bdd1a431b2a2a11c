from pathlib import Path

import pytest

from records import settings
from records.settings import Settings

ROOT = Path(__file__).parents[2]


def test_every_setting_says_what_it_does() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_settings_page_is_current() -> None:
    assert (ROOT / "docs/settings.md").read_text(encoding="utf-8") == settings.page(), "run make settings"


def test_a_secret_comes_from_a_file_and_stays_out_of_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "url").write_text("postgresql://app:pearl@db/news\n")
    monkeypatch.setenv("SPONSORWIRE_DATABASE_URL_FILE", str(tmp_path / "url"))
    found = Settings()
    assert found.database == "postgresql://app:pearl@db/news"
    assert "pearl" not in repr(found)


def test_the_environment_wins_over_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "port").write_text("9000")
    monkeypatch.setenv("SPONSORWIRE_PORT_FILE", str(tmp_path / "port"))
    assert Settings().port == 9000
    monkeypatch.setenv("SPONSORWIRE_PORT", "9001")
    assert Settings().port == 9001


def test_without_settings_everything_is_kept_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Settings(data_dir=Path("/d"))
    assert found.database == "sqlite:////d/sponsorwire.db"
    assert found.broker == "redis+socket:///d/broker/valkey.sock?virtual_host=0"
