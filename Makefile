# The executable documentation: `make` prints the targets.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help:  ## Print the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

.venv/.runtime: requirements.lock pyproject.toml scripts/setup
	@scripts/setup $(PYTHON) requirements.lock && touch $@

.venv/.dev: requirements-dev.lock pyproject.toml scripts/setup
	@scripts/setup $(PYTHON) requirements-dev.lock && touch .venv/.runtime $@

setup: .venv/.runtime  ## Install the service into .venv (hash-locked)

dev: .venv/.dev  ## Install the service and everything the tests need

demo: .venv/.runtime  ## Start everything with the sample articles; PORT=8001 takes another port
	@$(BIN)/sponsorwire up --demo $(if $(PORT),--port $(PORT))

test: .venv/.dev  ## Run every check and test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile

golden: .venv/.dev  ## Write what is expected of the samples anew; read the difference
	$(BIN)/pytest -q tests/golden --rewrite

settings: .venv/.dev  ## Write docs/settings.md from the code
	$(BIN)/python -m records.settings

schemas: .venv/.dev  ## Write docs/schema from the code
	$(BIN)/python -m api.description

lock:  ## Write the lock files anew
	$(BIN)/uv pip compile --universal --generate-hashes -q --group setup -o requirements-setup.lock
	$(BIN)/uv pip compile --universal --generate-hashes -q pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --universal --generate-hashes -q --group dev pyproject.toml -o requirements-dev.lock

.PHONY: schemas help setup dev demo test golden settings lock
