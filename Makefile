# Everything people do with this project. `make run` and `make test` need Python 3.11+, git and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
WORKERS ?= 3

INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-for-developing

.PHONY: help install install-dev run test test-full check format bench screenshots rights requirements clean
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

install: $(INSTALLED)  ## what the application needs, in .venv

install-dev: $(INSTALLED_DEV)  ## what developing and testing need as well

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Tellen en Vertellen heeft Python 3.11 of nieuwer nodig; '$(PYTHON)' is dat niet." \
	       "Noem een andere met: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Python-omgeving maken in $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Dit lukt niet zonder het onderdeel venv van Python (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }

$(INSTALLED): requirements.txt | $(BIN)/python
	@echo "Benodigdheden installeren (eenmalig, een paar minuten) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Benodigdheden voor ontwikkelen en testen installeren …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(INSTALLED)  ## start the application and print its address
	@$(BIN)/python -m dashboard.free_port "$(PORT)"
	@echo "Tellen en Vertellen start. Zo dadelijk staat hier het adres om te openen."
	@$(BIN)/streamlit run dashboard/asgi.py --server.port $(PORT)

# Tests start many processes, and each would compile the whole project again where the environment forbids to keep it.
test test-full: export PYTHONDONTWRITEBYTECODE :=

test: $(INSTALLED_DEV)  ## all tests, on SQLite and PostgreSQL and in a browser (under 15 minutes)
	@$(BIN)/python -m tests.browser.find_browser
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

test-full: $(INSTALLED_DEV)  ## the same with the long suites whole
	@$(BIN)/python -m tests.browser.find_browser
	@TEST_FULL=1 $(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

check: $(INSTALLED_DEV)  ## ruff, formatting, mypy --strict and the import directions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(INSTALLED_DEV)  ## write all code in the agreed form
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

bench: $(INSTALLED_DEV)  ## the speed and size the project promises, as ratios; fails when one is missed
	@$(BIN)/python -m tests.browser.find_browser
	@$(BIN)/python -m tests.bench

screenshots: $(INSTALLED_DEV)  ## every page at three sizes, in docs/screenshots
	@$(BIN)/python -m tests.browser.find_browser
	@$(BIN)/python -m tests.browser.screenshots

rights: $(INSTALLED_DEV)  ## who may do what, in docs/reference/rights.md, from data_models/access.py
	@$(BIN)/python -m tests.rights_document

requirements: $(INSTALLED_DEV)  ## pin again what requirements.in and requirements-dev.in ask for
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url \
	  requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url \
	  requirements-dev.in -o requirements-dev.txt

clean:  ## throw away what was built; the database in var/ stays
	@rm -rf $(VENV) .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
