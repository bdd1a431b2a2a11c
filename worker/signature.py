"""Signs what is sent, by Standard Webhooks 1.0 (https://www.standardwebhooks.com/) and by WebSub.

The receiver recomputes the signature over the very bytes it got; while a secret is being rotated each
message carries one signature for the new and one for the old, so nothing is refused meanwhile.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime

PREFIX = "whsec_"


def webhook_headers(message_id: str, sent_at: datetime, body: bytes, secrets: Iterable[str]) -> dict[str, str]:
    """Return the three headers of one attempt: the id of all attempts, this one's time, the signatures."""
    timestamp = str(int(sent_at.timestamp()))
    signed = f"{message_id}.{timestamp}.".encode() + body
    signatures = [
        "v1," + base64.b64encode(hmac.digest(key_of(secret), signed, hashlib.sha256)).decode() for secret in secrets
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(signatures),
    }


def key_of(secret: str) -> bytes:
    """Return the bytes a `whsec_` secret stands for."""
    return base64.b64decode(secret.removeprefix(PREFIX))


def hub_signature(secret: str, body: bytes) -> str:
    """Return the value of `X-Hub-Signature` (WebSub, section 7.1) for a subscriber's secret."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
