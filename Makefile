# The house's commands; `make` alone lists them. They need make and Python 3.11 or newer, and take uv where it is to be had.
#   make lab PYTHON=python3.13          another Python (after `make clean`)
#   make lab LAB_FLAGS="--no-browser"   anything jupyter lab takes
#   make app APP_FLAGS="--token"        anything voila takes
#   make pages ADDRESS=https://course.example.org   with links and QR codes to where the pages will be
#   make app READY=03_additive_effect.ipynb   with ten kernels of that lesson started ahead
#   make app FRAME=https://course.example.org   to be shown in a frame of that site's pages
#   make test TEST_FLAGS="-k launch"    anything pytest takes (with "-n 0" in one process, to watch or to debug)
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help lab app site pages file api sheets times test quick lowest browsers hosts badge bench baseline copies mutants slips screenshots portrait lock clean

BIN := .venv/bin
# every package that runs here, exactly; and of those the few that Binder's image lacks
LOCK := requirements.txt
BINDER := binder/requirements.txt
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# A school or clinic network may have certificates of its own; the system knows them.
export UV_SYSTEM_CERTS = 1
# Some containers forbid Python to keep what it has compiled: seconds at every start.
unexport PYTHONDONTWRITEBYTECODE

# The list of files begins, and ends, with the lessons: the workshop around them is not a learner's.
LESSONS := notebooks
# Containers often run as root, which JupyterLab refuses unless told; nobody else is offered it.
LAB := $(BIN)/jupyter-lab --ServerApp.ip=localhost --ServerApp.root_dir=$(LESSONS) --LabApp.default_url=/lab/tree/index.ipynb \
	$(if $(filter 0,$(shell id -u)),--allow-root)

# Two workers, each with a server and a browser of its own; the tests of a file and the cells of a notebook stay together.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadscope --no-loadscope-reorder

help:  ## list these commands
	@awk -F ':.*  ## ' '/^[a-z]+:.*  ## / { printf "make %-13s%s\n", $$1, $$2 }' Makefile

lab: .venv/.lab  ## open the lessons in JupyterLab
	exec $(LAB) $(LAB_FLAGS)

# For a room that opens one lesson at once: kernels that have run it already, and more as they are taken.
ifdef READY
AHEAD := --preheat_kernel=True \
	--VoilaKernelManager.kernel_pools_config='{"default": {"pool_size": 0}, "$(READY)": {"pool_size": 10}}'
endif

# A course page of one's own, which alone may show the app in a frame.
ifdef FRAME
FRAMED := --Voila.tornado_settings='{"headers": {"Content-Security-Policy": "frame-ancestors $(FRAME)"}}'
endif

app: .venv/.app  ## serve the lessons as pages without code, for an audience
	JUPYTER_PATH="$(CURDIR)/publish/app" JUPYTER_CONFIG_PATH="$(CURDIR)/publish/app" exec $(BIN)/voila notebooks $(AHEAD) $(FRAMED) $(APP_FLAGS)

sheets: .venv/.publish  ## write the trainers' run sheets and handouts anew, and the front page's pictures
	$(BIN)/python -m publish.sheets

times: .venv/.lab  ## work out anew how long each lesson takes
	$(BIN)/python -m publish.times

site: .venv/.publish  ## build the lessons for the browser alone, in dist/site: for any web server, no Python there
	$(BIN)/python -m publish.site

pages: .venv/.publish  ## write the lessons as pages, in dist/pages: to read from a stick, alive on any web server
	$(BIN)/python -m publish.pages $(ADDRESS)

file: .venv/.publish  ## write a lesson as one file that lives without a network (LESSON=02; all without it), in dist/files
	$(BIN)/python -m publish.one_file $(LESSON)

api: .venv/.publish  ## write pages about the package from its docstrings, in dist/api: to read without a network
	$(BIN)/python -m publish.api

test: .venv/.test  ## run everything: style, numbers, notebooks, a real browser
	$(BIN)/python tests/browser/chromium.py
	$(PYTEST) $(TEST_FLAGS)

quick: .venv/.test  ## run the fast tests only: no browser, no network, no notebooks executed
	@# without the notebooks' plugin pytest starts in half the time
	$(PYTEST) -o addopts=-ra -p no:nbval -m "not slow" --ignore=tests/browser --ignore=tests/hosts tests $(TEST_FLAGS)

lowest: .venv/.test  ## run the fast tests with the oldest versions that pyproject.toml allows, and with Colab's; try the lock
	$(BIN)/python -m tests.hosts.environments lowest colab
	$(BIN)/python -m pytest -o addopts=-ra -p no:nbval tests/hosts/wheels.py

browsers: .venv/.test  ## play the pages in the system's own Firefox and WebKit, and the site in JupyterLite (minutes)
	$(BIN)/python -m pytest -o addopts=-ra -p no:nbval tests/publish/in_firefox.py tests/publish/in_webkit.py \
		tests/publish/in_jupyterlite.py $(TEST_FLAGS)

hosts: .venv/.test  ## press *Run this lesson* at once, thirty times, in JupyterLab and other places (half an hour)
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest -o addopts=-ra -p no:nbval tests/hosts/pressed.py $(TEST_FLAGS)

bench: .venv/.test  ## measure how quick it is, beside the usual ways, in one run
	@for module in $(patsubst benchmarks/%.py,%,$(wildcard benchmarks/[a-z]*.py)); do \
		$(BIN)/python -m benchmarks.$$module || exit 1; done

baseline: .venv/.test  ## show which of the model's numbers and verdicts have moved, and write them down anew
	$(BIN)/python -m tests.baseline

copies: .venv/.test  ## run all notebooks and write all sheets anew, and show what changed in words
	$(BIN)/python -m tests.copies $(COPIES)

slips: .venv/.test  ## make an author's slips in copies and see whether a test knows what is meant (minutes)
	$(BIN)/python -m tests.slips

mutants: .venv/.test  ## damage the model in seventy ways and see whether its tests notice (minutes)
	$(BIN)/python -m tests.mutants

screenshots: .venv/.test  ## take pictures of the lessons, narrow and wide, light and dark, to look at
	$(BIN)/python -m tests.browser.screenshots

portrait: .venv/.test  ## take the README's pictures of an explorer anew
	$(BIN)/python -m tests.browser.portrait

COMPILE = PATH="$(BIN):$$PATH" uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-header
lock: | $(BIN)/python  ## write the lock anew (LOCK_FLAGS=--upgrade moves every pin to the newest version)
	$(COMPILE) $(LOCK_FLAGS) --extra lab pyproject.toml -o $(LOCK)
	$(COMPILE) --no-deps --no-annotate -c $(LOCK) pyproject.toml -o $(BINDER)

README := README.md
badge:  ## name the account that hosts your copy in the README's Binder badge: make badge OWNER=its-name
	@test -n "$(OWNER)" || { echo "Whose? make badge OWNER=its-name" >&2; exit 1; }
	sed -i.bak 's|/gh/[^/]*/|/gh/$(OWNER)/|' $(README) && rm $(README).bak

clean:  ## remove the environment, to start afresh
	rm -rf .venv

# Stamps: installing runs again only when what it reads has changed.
.venv/.lab: pyproject.toml $(LOCK) $(wildcard settings/* labextension/*) | $(BIN)/python
	@echo "Bringing .venv up to date ..."
	@$(call INSTALL,-e '.[lab]')
	@touch $@

.venv/.app: .venv/.lab
	@echo "Adding what the app needs ..."
	@$(call INSTALL,-e '.[app]')
	@touch $@

.venv/.publish: .venv/.lab
	@echo "Adding what publishing needs ..."
	@$(call INSTALL,-e '.[publish]')
	@touch $@

.venv/.test: .venv/.app .venv/.publish
	@echo "Adding what the tests need ..."
	@$(call INSTALL,-e '.[test]')
	@touch $@

ifneq ($(shell command -v uv),)
INSTALL = uv pip install --quiet --python $(BIN)/python -c $(LOCK) $(1)

$(BIN)/python:
	@uv venv --quiet --clear $(if $(PYTHON),--python $(PYTHON)) .venv
else
PYTHON ?= python3
OLD := Python 3.11 or newer is needed: install it and name it (make PYTHON=python3.12), or install uv, which brings its own.
NO_VENV := $(PYTHON) has no venv module: install python3-venv (as root: apt-get install python3-venv), or install uv.
# uv installs in a tenth of pip's time; but pip may know a mirror that uv does not, so pip has the last word.
INSTALL = { test -x $(BIN)/uv && $(BIN)/uv pip install --quiet --python $(BIN)/python -c $(LOCK) $(1); } \
	|| $(BIN)/python -m pip install --quiet -c $(LOCK) $(1)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "$(OLD)")'
	@# Debian keeps venv's half of Python in a package of its own.
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then apt-get -qq update && apt-get -qqy install python3-venv; \
		else echo "$(NO_VENV)" >&2; exit 1; fi; }
	@$(PYTHON) -m venv .venv
	-@$(BIN)/python -m pip install --quiet uv
endif
