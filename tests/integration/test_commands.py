"""The commands that work on what the service keeps: where they look, and what they say of an empty folder."""

import json
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from cli.main import app, main
from records.session import Database
from records.store import tokens
from tests import library

WITHOUT_DATA = {"analyze", "deals", "health"}


def commands() -> dict[str, object]:
    found: dict[str, object] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]  # a group has them
        parts = getattr(command, "commands", None)
        found.update({f"{name} {part}": each for part, each in parts.items()} if parts else {name: command})
    return found


def test_every_command_that_needs_the_data_takes_its_folder_and_says_so() -> None:
    told = {name: CliRunner().invoke(app, [*name.split(), "--help"]).output for name in commands()}
    with_option = {name for name, text in told.items() if "--data DIR" in text and "SPONSORWIRE_DATA_DIR" in text}
    assert set(told) - with_option == WITHOUT_DATA


def test_the_option_names_the_folder_and_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPONSORWIRE_DATA_DIR", str(tmp_path / "environment"))
    run = CliRunner().invoke
    given = ["--data", str(tmp_path / "given")]
    assert run(app, ["token", "create", "Desk", *given]).exit_code == 0
    assert "Desk" in run(app, ["token", "list", *given]).stdout
    assert not (tmp_path / "environment").exists()


@pytest.mark.parametrize(
    "command", ["status", "retry", "backup copy.db", "token list", "token revoke x", "filter list", "mcp"]
)
def test_a_folder_without_data_is_told_and_not_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = CliRunner().invoke(app, [*command.split(), "--data", "vra"])
    assert (refused.exit_code, refused.stderr) == (
        1,
        "sponsorwire: there is no database in vra/; name its folder with --data, "
        "or start the service with: sponsorwire up\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_what_passed_through_in_another_language_is_not_counted_as_enriched(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/sponsorwire.db")
    assert CliRunner().invoke(app, ["migrate", "--data", str(tmp_path)]).exit_code == 0
    library.add_article(database)
    library.add_german(database)
    database.close()
    told = json.loads(CliRunner().invoke(app, ["status", "--json", "--data", str(tmp_path)]).stdout)
    assert {name: told[name] for name in ("articles", "enriched", "passed_through")} == {
        "articles": 2,
        "enriched": 1,
        "passed_through": 1,
    }


@pytest.mark.parametrize(
    ("name", "value", "status", "line"),
    [
        ("LOG_LEVEL", "LOUD", 2, "SPONSORWIRE_LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("DATABASE_URL", "mysql://a/b", 2, "SPONSORWIRE_DATABASE_URL: must begin with postgresql:// or sqlite://"),
        ("BROKER_URL", "amqp://a", 2, "SPONSORWIRE_BROKER_URL: must begin with redis:// or rediss://"),
        ("DATABASE_URL", "postgresql://a@127.0.0.1:1/b", 1, "the database: connection failed: "),
    ],
)
def test_a_wrong_setting_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    value: str,
    status: int,
    line: str,
) -> None:
    monkeypatch.setenv(f"SPONSORWIRE_{name}", value)
    monkeypatch.setattr(sys, "argv", ["sponsorwire", "status"])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert (ended.value.code, told.count("\n")) == (status, 1)
    assert told.startswith(f"sponsorwire: {line}")


def test_a_file_that_is_no_database_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sponsorwire.db").write_text("a shopping list, much longer than the head of a database" * 20)
    monkeypatch.setattr(sys, "argv", ["sponsorwire", "status", "--data", str(tmp_path)])
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().err == "sponsorwire: the database: file is not a database\n"


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout.startswith("sponsorwire 0.")


def test_what_is_handed_in_and_refused_has_a_line_with_its_name(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    told.write_text(json.dumps([{"title": "Brill", "text": "Brill sponsors the Ode Open until 2031."}, 17]))
    data, gone = tmp_path / "var", tmp_path / "gone.txt"
    handed = CliRunner().invoke(app, ["ingest", str(told), str(gone), "--data", str(data)])
    assert (handed.exit_code, handed.stdout) == (1, "1 accepted, 1 rejected\n")
    assert handed.stderr.splitlines() == [
        f"{gone}: There is no such file.",
        "told.json#2: A member of the list is no article object.",
    ]
    again = CliRunner().invoke(app, ["ingest", str(told), "--data", str(data)])
    assert (again.exit_code, again.stdout, again.stderr) == (0, "1 duplicate\n", "")


def test_what_cannot_be_analyzed_has_a_line_with_its_name(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    told.write_text(json.dumps([17, {"title": "Brill", "text": "Brill sponsors the Ode Open until 2031."}]))
    done = CliRunner().invoke(app, ["analyze", str(told), str(tmp_path)])
    assert (done.exit_code, json.loads(done.stdout)["title"]) == (1, "Brill")
    assert done.stderr.splitlines() == [
        f"{told}#1: A member of the list is no article object.",
        f"{tmp_path}: This is a folder.",
    ]


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    data, copy = tmp_path / "why? #1 100% [x]", tmp_path / "copy?.db"
    run = CliRunner().invoke
    assert run(app, ["token", "create", "Desk", "--data", str(data)]).exit_code == 0
    assert run(app, ["backup", str(copy), "--data", str(data)]).exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([data.name, copy.name])
    restored = Database(f"sqlite:///{copy}")
    with restored.read() as session:
        assert [token.name for token in tokens.every(session)] == ["Desk"]
    restored.close()


def test_a_backup_that_cannot_be_written_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(app, ["migrate", "--data", str(tmp_path)]).exit_code == 0
    before, copy = sorted(tmp_path.iterdir()), tmp_path / "nowhere" / "copy.db"
    refused = run(app, ["backup", str(copy), "--data", str(tmp_path)])
    assert (refused.exit_code, refused.stderr) == (
        1,
        f"sponsorwire: {copy} could not be written: unable to open database file\n",
    )
    assert sorted(tmp_path.iterdir()) == before
