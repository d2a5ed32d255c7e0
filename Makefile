# Dateline: `make run` serves, `make test` tests; both install what is missing on Debian and Ubuntu.

# What the program links, and what its tests call besides.
LIBRARIES  := libsqlite3-dev zlib1g-dev libssl-dev libxml2-dev libcmark-gfm-dev libstemmer-dev pkg-config
TEST_TOOLS := python3 curl strace
# Clients beside curl, whose calls are tested where they can be had.
CLIENTS    := wget httpie
# What the pages are looked at with: a browser, and letters for Latin and Arabic.
BROWSER    := chromium fonts-noto-core
DOCKER_TOOLS := docker.io docker-compose debootstrap

BINARY  := .build/release/dateline
# Relocations packed and equal functions folded: a sixteenth less to read at every start.
LINK    := -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --icf=safe
RELEASE := -c release --static-swift-stdlib $(LINK)
SOURCES := Package.swift Sources Tests Migrations
SUDO    := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# What `make run` passes on: make run ARGS='--port 9000'
ARGS ?=

# Where `make install` puts things, as Debian does; DESTDIR comes before it all.
PREFIX  ?= /usr/local
DESTDIR ?=
SHARE   := $(DESTDIR)$(PREFIX)/share
UNITS   := $(DESTDIR)$(PREFIX)/lib/systemd/system
# Zsh looks for what packages bring in another folder than for the rest.
ZSH     := $(SHARE)/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)

.PHONY: help run build install uninstall test test-all sanitize fuzz judge robustness browser docker docs lint \
	format libraries test-tools swift clean
.DEFAULT_GOAL := help

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build the program and serve 127.0.0.1:8080 on ./dateline.db
	@exec $(BINARY) serve $(ARGS)

build: libraries swift ## build the program, optimised, at .build/release/dateline
	swift build $(RELEASE) --product dateline

install: ## install what was built, its manual page, completions and units: PREFIX=/usr/local DESTDIR=
	@[ -x $(BINARY) ] || { echo "there is no $(BINARY) yet: make build" >&2; exit 1; }
	install -Dm755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/dateline
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(ZSH) \
	  $(SHARE)/fish/vendor_completions.d $(UNITS)
	$(BINARY) manual > $(SHARE)/man/man1/dateline.1
	$(BINARY) --generate-completion-script bash > $(SHARE)/bash-completion/completions/dateline
	$(BINARY) --generate-completion-script zsh > $(ZSH)/_dateline
	$(BINARY) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/dateline.fish
	sed 's,@BINDIR@,$(PREFIX)/bin,' Sources/Dateline/systemd/dateline.service > $(UNITS)/dateline.service
	install -m644 Sources/Dateline/systemd/dateline.socket $(UNITS)

uninstall: ## remove what make install has put there
	rm -f $(DESTDIR)$(PREFIX)/bin/dateline $(SHARE)/man/man1/dateline.1 $(ZSH)/_dateline \
	  $(SHARE)/bash-completion/completions/dateline $(SHARE)/fish/vendor_completions.d/dateline.fish \
	  $(UNITS)/dateline.service $(UNITS)/dateline.socket

test: libraries test-tools swift lint ## check the layout of the code and run every test
	swift build --build-tests
	swift test --skip-build

test-all: test docs sanitize fuzz judge robustness docker browser ## the tests, the sanitizers, longer fuzzing, slow and many clients, the image

# Every test, under both: those in the process as a whole; those of the program call one that is
# built so, since what they start processes with is not. A report ends the process that it is of.
# Left out is what scores the parser on texts, which starts the program thousands of times, and what
# measures memory, of which a sanitizer takes several times as much.
sanitize: libraries test-tools swift ## every test under the thread and the address sanitizer
	swift build --build-tests
	$(call sanitized,thread,TSAN_OPTIONS=halt_on_error=1)
	$(call sanitized,address,ASAN_OPTIONS=detect_leaks=0)

# Seconds of coverage-guided fuzzing, and mutated requests a seed over real sockets.
SECONDS    ?= 600
FUZZ_COUNT ?= 100000

fuzz: build ## hostile input: libFuzzer over requests, texts and pages; mutations and odd queries over real sockets
	$(MAKE) -C Benchmarks/Fuzz run SECONDS=$(SECONDS)
	FUZZ_COUNT=$(FUZZ_COUNT) Benchmarks/Robustness/run $(BINARY) fuzz queries

# Requests to each operation and phase; a seed has the same ones sent again.
EXAMPLES ?= 100
SEED     ?=

judge: build ## the API, judged by schemathesis, httplint and Prometheus' parser
	@$(call install,python3-venv)
	Tests/API/check $(BINARY) $(EXAMPLES) $(SEED)

robustness: build ## slow clients, many clients, no descriptors left: prints each figure and its goal
	Benchmarks/Robustness/run $(BINARY) idle slow files table
	Benchmarks/Robustness/hostile.py $(BINARY)
	Benchmarks/Robustness/stream.py $(BINARY)
	Benchmarks/Robustness/crash.py $(BINARY)
	Benchmarks/Robustness/synced.py $(BINARY)

# Exit status 3: there is no engine, or nothing to build the image from, which it says.
docker: test-tools ## build the image, run it behind HAProxy, take the server away and bring it back
	@command -v dockerd > /dev/null || docker version > /dev/null 2>&1 || { $(call install,$(DOCKER_TOOLS)); } \
	  || echo "SKIPPED: docker: the packages $(DOCKER_TOOLS) cannot be installed"
	python3 docker/test.py || [ $$? = 3 ]

browser: build test-tools ## the pages in a headless browser: forms, keyboard, contrast; pictures in .build/browser
	@$(call install,$(BROWSER))
	Tests/Browser/run $(BINARY) .build/browser

# A link that leads nowhere is an error. `python3 -m http.server -d .build/docs` shows them, as
# http://localhost:8000/ArticleParsing.doccarchive/documentation/articleparsing
docs: libraries swift ## the modules' pages, as DocC archives in .build/docs
	swift build --build-tests
	swift package dump-symbol-graph --minimum-access-level internal --skip-synthesized-members
	@for catalog in Sources/*/*.docc Migrations/*.docc; do \
	  module=$$(basename $$catalog .docc); symbols=.build/docs/symbols/$$module; mkdir -p $$symbols; \
	  cp .build/*/symbolgraph/$$module[.@]*json $$symbols 2>/dev/null; \
	  docc convert $$catalog --additional-symbol-graph-dir $$symbols --warnings-as-errors \
	    --fallback-display-name $$module --fallback-bundle-identifier dateline.$$module \
	    --transform-for-static-hosting --hosting-base-path $$module.doccarchive \
	    --output-path .build/docs/$$module.doccarchive > $$symbols/log || { cat $$symbols/log; exit 1; }; \
	done

lint: swift
	swift format lint --strict -r -p $(SOURCES)

format: swift ## lay the code out as swift-format does
	swift format -i -r -p $(SOURCES)

libraries: ; @$(call install,$(LIBRARIES))

test-tools:
	@$(call install,$(TEST_TOOLS))
	@{ $(call install,$(CLIENTS)); } || echo "SKIPPED: the calls of those of $(CLIENTS) that cannot be installed"

swift:
	@command -v swift >/dev/null || { \
	  echo 'Swift 6.2 or later is needed and not on the PATH: see https://www.swift.org/install/linux/' >&2; exit 1; }

clean: ## remove what was built
	rm -rf .build

# Runs every test with a sanitizer, given its name and what its variable says.
define sanitized
swift build --build-tests --sanitize=$(1) --scratch-path .build/$(1)
$(2) swift test --skip-build --sanitize=$(1) --scratch-path .build/$(1) --skip '^DatelineTests\.'
$(2) TESTED_BINARY=$(CURDIR)/.build/$(1)/debug/dateline \
  swift test --skip-build --filter '^DatelineTests\.' --skip 'CorpusTests|HostileTests'
endef

# Installs those of the named packages that are not there.
define install
missing=$$(for name in $(1); do \
    dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || echo $$name; done); \
if [ -n "$$missing" ]; then \
    echo "Installing" $$missing; \
    $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; \
fi
endef
