# The two commands of the README are `make check` and `make test`. Both make their own environment in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SCHEMAS := claims rules things pack report draft

.PHONY: help check test figures coverage reports bench fuzz lint types imports rules clean

help:
	@echo "make check    check the example claims and print the report"
	@echo "make test     run all tests"
	@echo "make reports  write reports/, the schemas, the completion scripts and the unit table anew"
	@echo "make bench    measure speed, as ratios"
	@echo "make fuzz     try random statements and files for MINUTES (default: 5)"
	@echo "make figures  check the figures of README against what was measured"
	@echo "make coverage run all tests, and fail below 95 % of the lines"
	@echo "make rules    run the cases that stand beside the rules"
	@echo "make lint     look for faults of style and form; make types, make imports: of types, of the direction of imports"
	@echo "make clean    take away the environment and all caches"

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@

check: $(VENV)/.ready
	@$(BIN)/factcheck check

test: $(VENV)/.ready
	@$(BIN)/python -m pytest --numprocesses auto

reports: $(VENV)/.ready
	@mkdir -p reports
	@$(BIN)/factcheck check claims/dojo.yaml --no-cache --verbose --out text=reports/dojo.txt --out json=reports/dojo.json --out markdown=reports/dojo.md --out jsonl=reports/dojo.jsonl >/dev/null
	@for kind in $(SCHEMAS); do $(BIN)/factcheck schema $$kind > docs/$$kind.schema.json; done
	@$(BIN)/python -m factcheck.cli.completions.generate
	@$(BIN)/python -m factcheck.quantity.generate
	@$(BIN)/python -m factcheck.engine.prepare
	@$(BIN)/python -m benchmarks.facts

bench: $(VENV)/.ready
	@$(BIN)/python benchmarks/run.py

MINUTES ?= 5
fuzz: $(VENV)/.ready
	@$(BIN)/python -m benchmarks.fuzz.run --minutes $(MINUTES)

figures: $(VENV)/.ready
	@$(BIN)/factcheck draft README.md

coverage: $(VENV)/.ready
	@$(BIN)/python -m pytest --numprocesses auto --cov --cov-fail-under=95

lint: $(VENV)/.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.ready
	@$(BIN)/mypy

imports: $(VENV)/.ready
	@$(BIN)/lint-imports

rules: $(VENV)/.ready
	@$(BIN)/factcheck test rules/

clean:
	rm -rf $(VENV) .factcheck_cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
