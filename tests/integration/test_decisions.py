"""What people decide about deals through the API is applied by the next merge, told as events, and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.testclient import TestClient

from api.main import create_app
from records.session import Database
from records.settings import Settings
from tests.integration.test_merging import add, do_asked, stored_deals
from tests.stories import article, claim

KEY = {"authorization": "Bearer an editor's key"}


@pytest.fixture
def client(database: Database, tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(
        data_dir=tmp_path / "var", watch_dir=tmp_path / "watch", admin_token=SecretStr("an editor's key")
    )
    with TestClient(create_app(settings, database), base_url="http://127.0.0.1:8000") as opened:
        yield opened


def test_two_deals_are_merged_and_the_merge_is_undone(client: TestClient, database: Database) -> None:
    add(database, article("a", claim("Velmora")))
    add(database, article("b", claim("VLM Holdings")))
    one, other = (deal.id for deal in stored_deals(database))
    made = client.post(f"/deals/{one}/merge", json={"other_id": other, "reason": "renamed"}, headers=KEY)
    assert made.status_code == 202
    do_asked(database)
    merged = client.get(f"/deals/{other}").json()
    assert (merged["state"], merged["merged_into"]) == ("merged", one)
    (decision,) = client.get(f"/deals/{one}/decisions").json()["decisions"]
    assert (decision["id"], decision["kind"], decision["reason"], decision["decided_by"]) == (
        made.json()["id"],
        "merge",
        "renamed",
        "admin",
    )
    assert client.delete(f"/decisions/{decision['id']}", headers=KEY).status_code == 204
    do_asked(database)
    assert [deal.id for deal in stored_deals(database)] == [one, other]
    assert client.delete(f"/decisions/{decision['id']}", headers=KEY).status_code == 404
    kinds = [event["type"] for event in client.get(f"/deals/{other}/history").json()]
    assert kinds == ["deal.announced", "deal.merged", "deal.split"]


def test_a_claim_is_set_apart(client: TestClient, database: Database) -> None:
    add(database, article("a", claim(end="2034")))
    add(database, article("b", claim(end="2034")))
    (whole,) = stored_deals(database)
    second = {"article_id": whole.claims[1].article_id, "claim_id": "d1"}
    answer = client.post(f"/deals/{whole.id}/split", json={"claims": [second]}, headers=KEY)
    assert answer.status_code == 202
    do_asked(database)
    assert [len(deal.claims) for deal in stored_deals(database)] == [1, 1]
    assert client.post(f"/deals/{whole.id}/split", json={"claims": [second]}, headers=KEY).status_code == 422


def test_a_field_is_locked_and_given_back(client: TestClient, database: Database) -> None:
    add(database, article("a", claim(end="2034")))
    (deal,) = stored_deals(database)
    lock = f"/deals/{deal.id}/locks/term.end"
    assert client.put(lock, json={"value": "2035-06-30"}, headers=KEY).status_code == 204
    do_asked(database)
    found = client.get(f"/deals/{deal.id}").json()
    assert (found["term"]["end"], found["locked"]) == ("2035-06-30", ["term.end"])
    assert [each["field"] for each in client.get(f"/deals/{deal.id}/decisions").json()["locks"]] == ["term.end"]
    assert client.delete(lock, headers=KEY).status_code == 204
    do_asked(database)
    assert client.get(f"/deals/{deal.id}").json()["term"]["end"] == "2034"
    assert client.delete(lock, headers=KEY).status_code == 404


def test_only_who_may_write_decides(client: TestClient, database: Database) -> None:
    add(database, article("a", claim()))
    (deal,) = stored_deals(database)
    assert client.put(f"/deals/{deal.id}/locks/status", json={"value": "active"}).status_code == 401
    assert client.post(f"/deals/{deal.id}/merge", json={"other_id": "x"}, headers=KEY).status_code == 422
    assert client.post("/deals/deal_none/merge", json={"other_id": deal.id}, headers=KEY).status_code == 404
