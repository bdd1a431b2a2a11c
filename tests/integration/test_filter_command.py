"""Saved filters by the command: what it prints opens, and what it deletes does not."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from api.main import create_app
from cli.main import app
from records.session import Database
from records.settings import Settings
from tests import library
from tests.validators.feeds import validate


def test_a_filter_made_by_the_command_opens_until_it_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPONSORWIRE_DATA_DIR", str(tmp_path))
    run = CliRunner().invoke
    made = run(app, ["filter", "create", "Velmora's shirts", "sponsor=Velmora Bank", "role=shirt_front"])
    assert made.exit_code == 0, made.output
    database = Database(f"sqlite:///{tmp_path}/sponsorwire.db")
    library.fill(database, 3)
    closed = Settings(
        data_dir=tmp_path, watch_dir=tmp_path / "watch", host="0.0.0.0", public_url="http://127.0.0.1:8000"
    )
    addresses = [line for line in made.stdout.splitlines() if ".json" in line]
    with TestClient(create_app(closed, database), base_url="http://127.0.0.1:8000") as client:
        for address in addresses:
            answer = client.get(address)
            assert (answer.status_code, validate("json", answer.content)) == (200, [])
        assert [item["_sponsorwire"]["id"] for item in client.get(addresses[0]).json()["items"]] == ["deal_1"]
        listed = run(app, ["filter", "list"]).stdout
        filter_id, _, rest = listed.partition("  ")
        assert rest == "Velmora's shirts  sponsor=Velmora Bank role=shirt_front\n"
        assert run(app, ["filter", "delete", filter_id]).exit_code == 0
        assert client.get(addresses[0]).status_code == 401
    assert run(app, ["filter", "delete", filter_id]).exit_code == 1
    database.close()


def test_a_filter_that_asks_for_what_there_is_not_is_a_usage_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPONSORWIRE_DATA_DIR", str(tmp_path))
    refused = CliRunner().invoke(app, ["filter", "create", "x", "colour=red", "role=king"])
    assert refused.exit_code == 2
    assert "sponsorwire: role: " in refused.output
    assert "sponsorwire: colour: " in refused.output


def test_a_blank_name_and_a_parameter_given_twice_are_usage_errors(tmp_path: Path) -> None:
    run = CliRunner().invoke
    at = ["--data", str(tmp_path / "var")]
    twice = run(app, ["filter", "create", "x", "role=title", "role=presenting", *at])
    assert (twice.exit_code, "a parameter is given twice" in twice.output) == (2, True)
    for command in (["filter", "create", " ", "role=title"], ["token", "create", ""]):
        assert run(app, [*command, *at]).exit_code == 2
    assert not (tmp_path / "var").exists()


def test_the_addresses_are_those_of_the_service_on_that_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(name: str) -> str:
        return CliRunner().invoke(app, ["filter", "create", name, "role=title", "--data", str(tmp_path)]).stdout

    assert made("a").startswith("http://127.0.0.1:8000/filters/flt_")
    Settings(data_dir=tmp_path).address_file.write_text("http://127.0.0.1:8042")
    assert made("b").startswith("http://127.0.0.1:8042/filters/flt_")
    monkeypatch.setenv("SPONSORWIRE_PUBLIC_URL", "https://wire.example")
    assert made("c").startswith("https://wire.example/filters/flt_")
