"""What is signed here is verified by the reference library, and refused once a byte differs."""

import base64
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from worker.signature import hub_signature, webhook_headers

OLD = "whsec_" + base64.b64encode(b"o" * 32).decode()
NEW = "whsec_" + base64.b64encode(b"n" * 32).decode()
BODY = '{"type": "deal.announced", "name": "Söhne"}'.encode()


@pytest.mark.parametrize("secret", [OLD, NEW])
def test_while_a_secret_rotates_both_verify(secret: str) -> None:
    headers = webhook_headers("evt_1", datetime.now(UTC), BODY, [NEW, OLD])
    assert Webhook(secret).verify(BODY, headers) == {"type": "deal.announced", "name": "Söhne"}


def test_another_body_another_secret_or_an_old_attempt_is_refused() -> None:
    headers = webhook_headers("evt_1", datetime.now(UTC), BODY, [OLD])
    old = webhook_headers("evt_1", datetime(2020, 1, 1, tzinfo=UTC), BODY, [OLD])
    for secret, body, given in [(OLD, BODY + b" ", headers), (NEW, BODY, headers), (OLD, BODY, old)]:
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(body, given)


def test_the_hub_signs_with_the_subscriber_s_secret() -> None:
    # RFC 4231, test case 2
    assert hub_signature("Jefe", b"what do ya want for nothing?") == (
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
