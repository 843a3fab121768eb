# Rasad: what one types. `make` alone says what there is.
# Every target does the set-up that it needs, on a machine with Python 3.11, pip and make, and is quick the second time.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
SET ?= seeds
PORT ?= 3000
N ?= 20000
export RASAD_HOME ?= $(CURDIR)/.rasad

# Nothing calls home.
export DAGSTER_DISABLE_TELEMETRY := 1
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := False
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test ui score bench doctor bench-ner lint sql clean lock setup setup-dev
.DEFAULT_GOAL := help

help: ## what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "make %-10s %s\n", $$1, $$2}'

run: setup ## raw articles (RASAD_ARTICLES) to the published database (RASAD_HOME)
	@$(BIN)/python -m orchestration.run

test: setup-dev ## every test
	@$(BIN)/python -m pytest $(ARGS)

ui: setup ## Dagster's pages on 127.0.0.1, PORT=3000
	@$(BIN)/python -m orchestration.ui --port $(PORT)

score: setup ## reads SHARED/SET (default: ../shared, seeds) and scores what was published
	@$(BIN)/python -m orchestration.score $(SHARED) $(SET) $(ARGS)

doctor: setup ## examines this environment and says what to mend
	@$(BIN)/python -m orchestration.doctor

bench: setup ## ratios of what things cost: reader, whole pipeline, unchanged run, 100 new files into N=20000
	@$(BIN)/python -m bench.reader
	@$(BIN)/python -m bench.pipeline --articles $(N)

bench-ner: setup-dev ## names on public sets in SHARED/data beside peers, ablation, speed beside python-crfsuite
	@$(BIN)/python -m training.bench_ner $(SHARED)/data --bulk $(SHARED)/bulk --crfsuite training/reference.crfsuite $(ARGS)

sql: setup ## a DuckDB shell on the published database
	@$(BIN)/duckdb -readonly $(RASAD_HOME)/published/rasad.duckdb

lint: setup-dev ## style and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

lock: setup-dev ## pins all that pyproject.toml needs, with hashes and without hosts
	@$(BIN)/python -m uv pip compile pyproject.toml $(LOCK) -o requirements.lock
	@$(BIN)/python -m uv pip compile pyproject.toml $(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock
LOCK := --quiet --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11

clean: ## removes what runs and set-up wrote: RASAD_HOME and the virtual environment
	rm -rf $(RASAD_HOME) $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: $(VENV)/run.stamp
setup-dev: $(VENV)/dev.stamp

# pip compiles to bytecode as it installs, which halves every start.
INSTALL := $(BIN)/python -m pip install --quiet --no-deps --require-hashes --no-warn-script-location

$(BIN)/python:
	@echo "making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	@echo "installing what requirements.lock pins: a minute or two, once"
	@$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp | $(BIN)/python
	@echo "installing what requirements-dev.lock pins: once"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
