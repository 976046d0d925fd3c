# `make run` and `make test` need git, make, Python 3.11–3.13 with venv, and a package index in reach. Nothing else.
VENV ?= .venv
ARGS ?=
bin = "$(VENV)/bin"

.DEFAULT_GOAL := help
.PHONY: help run test check format lock docs reference picture bench fuzz changelog-draft hooks clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1  /p' Makefile | awk '{name = $$1; $$1 = ""; printf "make %-16s%s\n", name, $$0}'

run: ## Set up, answer the questions on the shipped case, write results/ and report.html (ARGS="--lang zh" …)
	@scripts/set-up run "$(VENV)"
	@$(bin)/irenic run $(ARGS)

test: check ## Set up and run every test
	$(bin)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: ## Set up and run the checks that need no test: style, types, layers
	@scripts/set-up dev "$(VENV)"
	$(bin)/ruff check
	$(bin)/ruff format --check
	$(bin)/mypy
	$(bin)/lint-imports --no-logo

format: ## Lay out the code and sort imports
	@scripts/set-up dev "$(VENV)"
	$(bin)/ruff check --fix
	$(bin)/ruff format

lock: ## Resolve the locks again, for Python 3.11 to 3.13 on every platform
	@scripts/set-up dev "$(VENV)"
	scripts/lock $(bin)/uv

docs: reference ## Build the documentation in site/
	$(bin)/sphinx-build --fail-on-warning --keep-going --quiet docs site
	@echo "Open site/index.html"

reference: ## Write docs/reference from the schema, the catalogues and the command
	@scripts/set-up dev "$(VENV)"
	$(bin)/python -m scripts.reference

picture: ## Take the picture of the README again, from the report of the shipped case (needs Chromium)
	@scripts/set-up dev "$(VENV)"
	$(bin)/python -m scripts.picture results/ukraine-2025-12/report.html

bench: ## Run every benchmark and write docs/benchmarks.md (ARGS="--only startup …", or --quick to try them)
	@scripts/set-up run "$(VENV)"
	$(bin)/python -m benchmarks.table $(ARGS)

fuzz: ## Feed spoiled files to the command (ARGS="--minutes 10")
	@scripts/set-up dev "$(VENV)"
	$(bin)/python -m scripts.fuzz $(ARGS)

changelog-draft: ## Show what the next entry of the changelog will say
	@scripts/set-up dev "$(VENV)"
	$(bin)/towncrier build --draft --version next

hooks: ## Check each commit with the local hooks
	@scripts/set-up dev "$(VENV)"
	$(bin)/pre-commit install

clean: ## Remove the environment and everything that was built
	rm -rf "$(VENV)" site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
