# make demo: virtual environment, install, one sample parsed and its records shown.
# make test: virtual environment, development extras, the whole suite.
# Needed on the machine: Python >= 3.10 and make.

PYTHON ?= python3
VENV ?= .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
SAMPLE ?= samples/10_county-projects-cell-per-line.txt

.PHONY: demo test check clean

demo: $(VENV)/.installed
	$(BIN)/notice-parse "$(SAMPLE)"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

check:
	bash .ci/run

$(BIN)/python:
	$(PYTHON) -c "import sys; sys.exit('Python 3.10 or newer is needed: make PYTHON=/path/to/python3' if sys.version_info < (3, 10) else 0)"
	$(PYTHON) -m venv "$(VENV)"

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m notice_parse.cli.precompile
	touch "$@"

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python -m notice_parse.cli.precompile
	touch "$@" "$(VENV)/.installed"

clean:
	rm -rf build dist *.egg-info
