"""The tools for assistants, called by the SDK's own client."""

import os
import sys
from pathlib import Path

import anyio
import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent
from pydantic import SecretStr

from api.tools import server
from records.migrate import migrate
from records.session import Database
from tests import library
from tests.integration.serving import served

ADMIN = "an admin's key for the tests"


def test_an_assistant_searches_deals_reads_evidence_and_quotes(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    library.fill(database, 3)

    async def talk() -> None:
        async with Client(server(database)) as client:
            assert sorted(tool.name for tool in (await client.list_tools()).tools) == [
                "deal_with_evidence", "ends_soon", "quotes_by_person", "search_deals",
            ]  # fmt: skip
            found = rows(await client.call_tool("search_deals", {"sponsor": "velmora bank", "role": "shirt_front"}))
            assert [row["title"] for row in found] == ["Velmora Bank is shirt sponsor of FC Hafen"]
            deal = (await client.call_tool("deal_with_evidence", {"deal_id": found[0]["id"]})).structured_content
            assert deal is not None
            assert [one["words"] for one in deal["evidence"] if one["field"] == "term.end"] == ["June 2029"]
            said = rows(await client.call_tool("quotes_by_person", {"person": "Mara Quill", "limit": 2}))
            assert [row["text"] for row in said] == ["We stay with the club,"] * 2
            soon = rows(await client.call_tool("ends_soon", {"before": "2030-01-01", "after": "2029-01-01"}))
            assert [row["ends_by"] for row in soon] == ["2029-06-30"] * 3
            assert "There is no deal 'x'" in fault(await client.call_tool("deal_with_evidence", {"deal_id": "x"}))
            assert "'naming_rights'" in fault(await client.call_tool("search_deals", {"role": "king"}))
            assert "words" in fault(await client.call_tool("search_deals", {"words": " "}))

    anyio.run(talk)
    database.close()


def test_an_assistant_asks_over_http_with_a_token(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    migrate(database)
    library.fill(database, 1)
    key = {"authorization": f"Bearer {ADMIN}"}

    async def talk(address: str) -> None:
        http = httpx2.AsyncClient(headers=key)  # the SDK's own HTTP library
        async with http, Client(streamable_http_client(address, http_client=http)) as client:
            found = rows(await client.call_tool("search_deals", {"sponsor": "nordlicht"}))
            assert [row["id"] for row in found] == ["deal_0"]

    with served(database, tmp_path, open_reading=False, admin_token=SecretStr(ADMIN)) as base:
        anyio.run(talk, f"{base}/mcp")
        asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
        refused = httpx2.post(f"{base}/mcp", json=asked, headers={"accept": "application/json, text/event-stream"})
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    database.close()


def test_an_assistant_starts_the_command_and_asks_over_standard_input(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/sponsorwire.db")
    migrate(database)
    library.fill(database, 2)
    command = StdioServerParameters(
        command=str(Path(sys.executable).with_name("sponsorwire")),
        args=["mcp"],
        env={**os.environ, "SPONSORWIRE_DATA_DIR": str(tmp_path)},
    )

    async def talk() -> None:
        async with Client(command) as client:
            tools = (await client.list_tools()).tools
            assert {tool.name: bool(tool.annotations and tool.annotations.read_only_hint) for tool in tools} == {
                "deal_with_evidence": True, "ends_soon": True, "quotes_by_person": True, "search_deals": True,
            }  # fmt: skip
            found = rows(await client.call_tool("search_deals", {"words": "velmora hafen"}))
            assert [row["id"] for row in found] == ["deal_1"]

    anyio.run(talk)
    database.close()


def rows(answer: CallToolResult) -> list[dict[str, str]]:
    assert not answer.is_error
    assert answer.structured_content is not None
    found: list[dict[str, str]] = answer.structured_content["result"]
    return found


def fault(answer: CallToolResult) -> str:
    """What an assistant is told of its mistake."""
    assert answer.is_error
    return " ".join(part.text for part in answer.content if isinstance(part, TextContent))
