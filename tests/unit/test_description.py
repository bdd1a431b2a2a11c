"""What is published about the shapes is what the service sends."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from api import description, jsonld, ninjs
from api.main import create_app
from records.session import Database
from records.settings import Settings
from tests import library
from tests.validators import ninjs as ninjs_rules

ARTICLE = library.article().model_dump(mode="json") | {
    "id": "art_1", "revision": 2, "state": "live", "updated_at": "2026-05-04T12:00:00.000Z",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(description.SCHEMAS))
def test_the_published_schemas_are_current(name: str) -> None:
    made = description.written(name)
    assert Path(f"docs/schema/{name}.json").read_bytes() == made, "run `python -m api.description`"
    Draft202012Validator.check_schema(description.schema(name))


def test_records_deals_and_events_obey_their_schemas() -> None:
    record = library.article()
    deal = library.merged("deal_1", "art_1", record).model_dump(mode="json")
    event = {"type": "deal.announced", "subject_id": "deal_1", "revision": 1,
             "published_at": "2026-05-04T12:00:00.000Z", "data": {"deal": deal}}  # fmt: skip
    for name, value in (("article", record.model_dump(mode="json")), ("deal", deal), ("event", event)):
        assert list(Draft202012Validator(description.schema(name)).iter_errors(value)) == []


def test_every_kind_of_event_is_a_message_of_the_stream() -> None:
    made = description.asyncapi("http://127.0.0.1:8000")
    assert made["servers"] == {"this": {"host": "127.0.0.1:8000", "protocol": "http"}}
    assert set(made["channels"]["stream"]["messages"]) == set(made["components"]["messages"])
    assert "sponsor" in made["channels"]["stream"]["bindings"]["http"]["query"]["properties"]


def test_an_article_as_ninjs() -> None:
    made = ninjs.render(ARTICLE, "http://127.0.0.1:8000")
    assert {name: made[name] for name in ("uri", "type", "version", "pubStatus", "by", "language")} == {
        "uri": "http://127.0.0.1:8000/articles/art_1",
        "type": "text",
        "version": "2",
        "pubStatus": "usable",
        "by": "Ida Rook",
        "language": "en",
    }
    assert made["people"] == [{"rel": "mentions", "name": "Mara Quill"}]
    assert made["headlines"][0]["value"] == ARTICLE["title"]
    assert made["bodies"][0]["charCount"] == len(library.TEXT)
    assert ninjs_rules.faults(made) == []


def test_an_article_without_title_date_source_or_names_is_ninjs_too_and_a_retracted_one_is_canceled() -> None:
    bare = {"title": None, "published_at": None, "source": {}, "url": None, "byline": [], "language": None}
    made = ninjs.render(ARTICLE | bare | {"entities": [], "state": "retracted"}, "http://127.0.0.1:8000")
    assert ninjs_rules.faults(made) == []
    assert sorted(made) == [
        "bodies", "pubStatus", "representationType", "standard", "type", "uri", "version", "versionCreated",
    ]  # fmt: skip
    assert made["pubStatus"] == "canceled"
    assert ninjs_rules.faults(made | {"pubStatus": "live", "colour": "red"}) != []


def test_a_page_describes_its_deal_by_schema_org_and_nothing_ends_the_script() -> None:
    deal = library.merged("deal_1", "art_1", library.article(sponsor="</script><b>")).model_dump(mode="json")
    made = jsonld.deal(deal, "http://127.0.0.1:8000/deals/deal_1")
    role = made["about"]["sponsor"]
    assert (role["roleName"], role["endDate"], role["sponsor"]["name"]) == (
        "shirt front",
        "2029-06",
        "</script><b>",
    )
    assert "<" not in jsonld.script(made)
    assert jsonld.article(ARTICLE, "http://x/")["hasPart"][0]["spokenByCharacter"]["name"] == "Mara Quill"


def test_the_description_shows_an_example_of_whatever_is_taken_and_given(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/test.db")
    document = create_app(Settings(data_dir=tmp_path, watch_dir=tmp_path), database).openapi()
    database.close()
    without, checked = [], 0
    for path, operations in document["paths"].items():
        for verb, operation in operations.items():
            for status, part in (("in", operation.get("requestBody", {})), *operation["responses"].items()):
                for media_type, content in part.get("content", {}).items():
                    if not media_type.endswith("json") or "feed" in media_type or "schema" in media_type:
                        continue
                    if "example" not in content:
                        without.append(f"{verb} {path} {status}")
                        continue
                    schema = {**content["schema"], "components": document["components"]}
                    faults = [f"{one.json_path}: {one.message}" for one in
                              Draft202012Validator(schema).iter_errors(content["example"])]  # fmt: skip
                    assert faults == [], f"{verb} {path} {status}"
                    checked += 1
    assert checked > 200
    # What has an example in its own schema, or is a document of another specification.
    assert without == [
        "post /articles in",
        "get /articles/{article_id}/ninjs 200",
        "get /health/live 200",
        "get /status 200",
        "get /asyncapi.json 200",
    ]
