"""The whole OpenAPI document under a fuzzer: no 500, no undescribed answer, nothing told of our insides."""

import os
from itertools import count

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from pydantic import SecretStr
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.attempts import Attempts
from api.main import create_app
from records.migrate import migrate
from records.session import Database
from records.settings import Settings
from tests import library

ADMIN = "an admin's key for the tests"
# Of each operation: as many as keep this under a minute; by hand, with --timeout=0, as many as one likes.
EXAMPLES = int(os.environ.get("EXAMPLES", "20"))
KEY = {"Authorization": f"Bearer {ADMIN}", "Host": "localhost"}
# What a schema cannot say: a cursor is one we gave out, an address leads to the public internet.
NOT_ASKED = [positive_data_acceptance]
INSIDES = ("Traceback", "sqlalchemy", "/home/", "site-packages", "SELECT ", ADMIN)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    folder = tmp_path_factory.mktemp("openapi")
    database = Database(f"sqlite:///{folder}/test.db")
    migrate(database)
    library.fill(database, 3)
    made = Settings(data_dir=folder / "var", watch_dir=folder / "watch", admin_token=SecretStr(ADMIN))
    app = create_app(made, database)
    # The fuzzer tries wrong tokens on every operation; an hour passes between two of them.
    app.state.attempts = Attempts(clock=count(0, 3600).__next__)
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": "localhost"})


def test_every_answer_is_one_that_is_described(document: schemathesis.BaseSchema) -> None:
    faults: list[str] = []
    seen = 0
    # A stream never ends; its parameters have tests of their own.
    for found in document.exclude(path_regex="/stream$").get_all_operations():
        operation = found.ok()

        @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def check(case: schemathesis.Case) -> None:
            answer = case.call_and_validate(headers=KEY, excluded_checks=NOT_ASKED)
            assert answer.status_code < 500, answer.text
            sent = f"{case.path_parameters} {case.query} {case.body}"  # the fuzzer may send such words itself
            assert [inside for inside in INSIDES if inside in answer.text and inside not in sent] == []

        seen += 1
        try:
            check()
        except (Exception, BaseExceptionGroup) as fault:
            parts = getattr(fault, "exceptions", [fault])
            faults += [f"{operation.method.upper()} {operation.path}: {part}"[:600] for part in parts]
    assert seen > 50
    assert faults == [], "\n".join(faults)
