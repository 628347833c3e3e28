# The commands of the house; `make` alone lists them. Recipes only call scripts
# that can be read and run by themselves. PORT, WORKERS, ENV, DATA_DIR … given on
# the command line or in the environment reach them through the environment.

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
MANAGE  := $(BIN)/python manage.py
MINUTES ?= 10
LOCK    := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

export PYTHON VENV
unexport DJANGO_SETTINGS_MODULE PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run serve setup keys admin test test-next soak bench lint messages lock base dev

help: ## Menampilkan daftar perintah ini.
	@echo "Perintah Humas:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

# An absolute address must name the port that was asked for, also when dev.env
# was written for another one.
ifdef PORT
run: export SITE_URL ?= http://localhost:$(PORT)
endif
run: keys ## Menyiapkan semuanya lalu menjalankan redaksi contoh di komputer ini (PORT=8000).
	@$(MANAGE) prepare
	@$(MANAGE) serve --demo

serve: export ENV := production
serve: base ## Menjalankan redaksi sungguhan dengan server produksi (PORT=, WORKERS=, .env).
	@$(MANAGE) prepare --production
	@$(MANAGE) serve

setup: keys ## Menyiapkan .venv, kunci-kunci, dan basis data; ENV=production menulis .env untuk produksi.
	@test "$(ENV)" = production || $(MANAGE) prepare --production

keys: base
	@$(BIN)/python humas/operations/environment.py --env "$(ENV)" --data-dir "$(DATA_DIR)" --port "$(PORT)"

admin: base ## Membuat administrator pertama.
	@$(MANAGE) prepare --production
	@$(MANAGE) first_administrator

test: dev ## Menjalankan semua uji di SQLite, PostgreSQL, dan Chromium (ARGS="tests/comments -k antrean").
	@deploy/need postgresql chromium
	@$(BIN)/python -m tests.run test $(ARGS)

test-next: ## Menjalankan uji di Django terbaru bila ada Python 3.12 ke atas.
	@tests/next.sh $(ARGS)

soak: dev ## Uji ketahanan: mati mendadak, rebutan, serbuan, lalu klon bersih (MINUTES=10).
	@deploy/need postgresql chromium gettext
	@$(BIN)/python -m tests.run soak "$(MINUTES)" $(ARGS)
	@EVERYTHING=1 TEST_PART=browser $(BIN)/python -m pytest tests/journeys -k "hostile or axe or slow" -n 2
	@EVERYTHING=1 TEST_PART=plain $(BIN)/python -m pytest tests/articles -k "properties or manuscript_words" -n 2
	@tests/clean_clone.sh

bench: dev ## Mengukur kecepatan; hasilnya di benchmarks/results/ (ARGS=server).
	@$(BIN)/python -m benchmarks.run $(ARGS)

lint: dev ## Memeriksa gaya, lapisan, tipe, templat, migrasi, dan terjemahan.
	@deploy/need gettext
	@$(BIN)/python -m tests.lint.run

messages: dev ## Memperbarui katalog terjemahan bahasa Indonesia.
	@deploy/need gettext
	@$(BIN)/python -m tests.lint.messages --write

lock: dev ## Mengunci ulang versi dependensi dari requirements/*.in.
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet uv
	@$(BIN)/python -m $(LOCK) requirements/base.in --output-file requirements/base.txt
	@$(BIN)/python -m $(LOCK) requirements/dev.in --output-file requirements/dev.txt
	@echo "Kunci dependensi diperbarui. Jalankan: make lint test"

base dev:
	@deploy/venv $@
