# `command -v uv` is not enough: a shim can exist and still exit 127.
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .tools/bin/uv)
IN := $(UV) run --frozen --no-sync
PORT ?= 8000
JOBS ?= auto
DATA ?=
DATABASE ?= commonground_$(shell id -u)
POSTGRES ?= postgres://postgres@127.0.0.1:5432
export UV_PYTHON_PREFERENCE ?= managed
export PYTHONPATH := $(CURDIR)

.PHONY: setup develop run test check test-postgres loop soak

setup: $(filter .tools/bin/uv,$(UV))
	@$(UV) sync --quiet --frozen --inexact
	@$(IN) commonground messages build
	@$(IN) commonground keys create >/dev/null

develop: $(filter .tools/bin/uv,$(UV))
	@$(UV) sync --quiet --frozen --inexact --group dev --extra postgres
	@$(IN) commonground messages build
	@$(IN) commonground keys create >/dev/null

.tools/bin/uv:
	@python3 -m venv .tools && .tools/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.8

# The demo: Alder Falls in ./var, which may be deleted at any time.
run: export COMMONGROUND_MODE := demo
run: setup
	@$(IN) commonground migrate --noinput --verbosity 0
	@$(IN) commonground collectstatic --noinput --verbosity 0
	@$(IN) commonground demo load
	@exec $(IN) commonground serve --port $(PORT)

test: develop
	@$(IN) python -m scripts.browser
	@$(IN) pytest -n $(JOBS) --maxprocesses 8 --dist loadfile

check: develop
	@$(IN) ruff check .
	@$(IN) ruff format --check .
	@$(IN) mypy src tests scripts
	@$(IN) djlint --quiet --lint src
	@$(IN) lint-imports --no-logo
	@DJANGO_SETTINGS_MODULE=tests.settings $(IN) django-admin makemigrations --check --dry-run
	@$(IN) commonground messages check
	@$(IN) python -m scripts.check_tree

# What must hold on both databases. DATABASE_URL overrides where; only databases named test_... are made and dropped.
test-postgres: develop
	@$(IN) python -m scripts.browser
	@DATABASE_URL=$${DATABASE_URL:-$(POSTGRES)/$(DATABASE)} \
	$(IN) pytest -n $(JOBS) --maxprocesses 8 --dist loadfile -m "postgres or both"

# Every step of the main job in a real browser, with pictures in build/loop; DATA is the folder of a Polis export.
loop: develop
	@$(IN) python -m scripts.browser
	@COMMONGROUND_LOOP_DATA=$(if $(DATA),$(abspath $(DATA))) $(IN) pytest tests/browser/test_loop.py -v -s

# Workers are killed while people vote; every acknowledged vote must be there once. Both databases, SECONDS each.
soak: SECONDS ?= 60
soak: develop
	@$(IN) python -m scripts.soak --database sqlite --seconds $(SECONDS)
	@$(IN) python -m scripts.soak --database $${DATABASE_URL:-$(POSTGRES)/$(DATABASE)} --seconds $(SECONDS)
