# One image; the command chooses the service. Built in two stages so that no compiler and no cache is shipped.
FROM python:3.13-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements-setup.lock requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements-setup.lock \
 && UV_LINK_MODE=copy /venv/bin/uv pip install --no-cache --python /venv/bin/python --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY records records
COPY enrich enrich
COPY ingest ingest
COPY worker worker
COPY api api
COPY cli cli
RUN /venv/bin/uv pip install --no-cache --python /venv/bin/python --no-deps --no-build-isolation . \
 && /venv/bin/python -m compileall -q /venv/lib

FROM python:3.13-slim
# The numeric user is what `./watch` must be writable for; see "How to run it for real" in the README.
RUN groupadd --gid 10001 sponsorwire && useradd --uid 10001 --gid 10001 --no-create-home sponsorwire \
 && install -d -o 10001 -g 10001 /data /watch
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 \
    SPONSORWIRE_DATA_DIR=/data SPONSORWIRE_WATCH_DIR=/watch
WORKDIR /data
USER 10001:10001
CMD ["sponsorwire", "--help"]
