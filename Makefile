# The two commands: `make run` opens the dashboard, `make test` checks everything.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

HOST ?= 127.0.0.1
PORT ?= 8501
# A dataset folder to look at before it is published.
DATASET ?=
# How many test processes at once: on two cores a third works while others wait for browsers.
WORKERS ?= 3
PYTHON := .venv/bin/python

export HOST PORT DATASET WORKERS

# Faults are planted without anything to wait for.
mutants: WORKERS = 2

.PHONY: help run database test validate lint format bench mutants screenshots walk docs lock clean

help: ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' \
	  | while IFS='|' read -r name words; do printf '  make %-12s %s\n' "$$name" "$$words"; done

run: ## The dashboard on HOST (127.0.0.1) and PORT (8501); DATASET=DIR shows a draft, marked so
	@.ci/environment run
	@exec .ci/serve

database: ## Load kbb_data/2025 into the database (KBB_DATABASE_URL, else SQLite in db/)
	@.ci/environment run
	@$(PYTHON) -m db build

test: ## Everything: style, types, unit, data, database, page and browser tests
	@.ci/tools
	@.ci/environment test
	@.ci/check

validate: ## What programs of others make of our files, pictures and pages (minutes; installs them)
	@.ci/tools validate
	@.ci/environment validate
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile -q tests/validate

lint: ## Style and types only
	@.ci/environment test
	@.ci/check --no-tests

format: ## Put the code into shape
	@.ci/environment test
	@$(PYTHON) -m ruff check --fix . && $(PYTHON) -m ruff format .

bench: ## Measure pages, figures and importer (takes minutes; results in bench/results/)
	@.ci/tools
	@.ci/environment test
	@.ci/datasette
	@$(PYTHON) -m bench

mutants: ## Plant faults, count which the tests notice (long; MUTANTS=all for every fault)
	@.ci/environment mutants
	@$(PYTHON) -m bench.mutants

screenshots: ## Photograph the real pages for the README into docs/images/
	@.ci/tools
	@.ci/environment test
	@$(PYTHON) docs/make_screenshots.py

walk: ## Walk an invented year in, as docs/next-year.md says, and photograph the way
	@.ci/tools
	@.ci/environment test
	@$(PYTHON) docs/make_walk.py

docs: ## Write docs/data-dictionary.md and the drawing of the rooms anew
	@.ci/environment test
	@$(PYTHON) docs/make_data_dictionary.py
	@$(PYTHON) docs/make_floors.py

lock: ## Resolve requirements/*.in into the hashed locks
	@.ci/environment test
	@.ci/lock $(PYTHON)

clean: ## Remove what can be made again (.venv, caches, the default SQLite file)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis bench/results tests/artifacts
	@rm -f db/kbb.sqlite db/kbb.sqlite-* db/draft*.sqlite* db/*.lock
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
