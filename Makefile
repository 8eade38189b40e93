# GroundUp: every target works on a fresh machine.
#
#   make run          set up, build, and run chapter 4 (CHAPTER=ch04 ARGS="--section 8")
#   make test         set up, build, and run all tests
#   make slow-tests   what the tests cost: all modules, the slowest suites and tests (ARGS="--filter Chapter")
#   make counts       how many sections, figures, records, questions and exercises every chapter has
#   make data NAME    download a data set, check it, unpack it (without NAME: the list)
#   make book         run the chapters and weave them into a site and notebooks (ARGS="--data DIR", ARGS=ch04)
#   make serve        show the site on this machine (ARGS="--port 8080")
#   make browser      install Chromium, in which the tests of chapter 2 look at its page (without it they are skipped)
#   make stubs        for authors: copy new and changed stubs, so that `exercises reset` can bring them back
#   make anki         write the book's questions as a deck for Anki
#   make setup        install what is missing of the system libraries
#   make doctor       what is missing or slow here, with the fix for each
#   make bench        how long the book's workloads take (ARGS="--only ch04 --data DIR"); make bench-compare: beside PyTorch
#   make sanitize     the engine's tests with the address and the thread sanitizer: wrong memory, races
#   make fuzz         10,000 damaged files for every reader (SEED=7 COUNT=1000 ARGS="zip report")
#   make format       format the Swift sources;  make lint: only look

CHAPTER ?= ch04
ARGS ?=

.PHONY: run test slow-tests counts book serve browser setup doctor data stubs anki bench bench-compare sanitize fuzz format lint clean

run: setup
	swift run $(CHAPTER) $(ARGS)

# The application of chapter 2 answers real sockets and a real browser, in time. Its tests come last and one after another,
# so that no others keep all threads busy.
test: setup
	swift build --build-tests
	swift test --skip-build --disable-xctest --skip '^Chapter02Tests'
	swift test --skip-build --disable-xctest --no-parallel --filter '^Chapter02Tests'

slow-tests: setup
	@sh Tools/slow-tests.sh $(ARGS)

counts: setup
	@sh Tools/count-chapters.sh

book: setup
	swift run book $(ARGS)

serve:
	swift run book serve $(ARGS)

browser:
	@sh Tools/browser.sh

setup:
	@sh Tools/setup.sh

doctor:
	@sh Tools/doctor.sh

# `make data mnist_sample`: the second word is no target, but the data set's name.
ifeq (data,$(firstword $(MAKECMDGOALS)))
NAMES := $(wordlist 2,$(words $(MAKECMDGOALS)),$(MAKECMDGOALS))
$(NAMES):
	@:
.PHONY: $(NAMES)
endif

data: setup
ifeq ($(strip $(NAMES)),)
	swift run data list
else
	swift run data get $(NAMES)
endif

stubs:
	@sh Tools/stubs.sh

anki: setup
	swift run ask --anki Output/anki/groundup.txt

bench: setup
	swift run -c release bench $(ARGS)

# Needs a Python with torch, numpy and pillow: PYTHON=… names it.
PYTHON ?= python3

bench-compare: setup
	@$(PYTHON) -c "import torch, numpy, PIL" || \
		{ echo "bench-compare: $(PYTHON) needs torch, numpy and pillow; PYTHON=… names another" >&2; exit 1; }
	swift build -c release --product bench
	$(PYTHON) Benchmarks/compare.py $(ARGS)

SOURCES = Package.swift Sources Benchmarks Chapters Exercises Checks HintsAndSolutions Tests

ENGINE = KernelsTests|TensorsTests|SafetensorsTests|LayersTests|TrainingTests

# A build of its own for each. A test that ends its process on purpose tells a sanitizer nothing and is left out (wrong
# code, no memory); so are the small differences, which call over and over what other tests call once.
UNSUITED = [Mm]istake|with a message|small differences

sanitize: setup
	swift build --build-tests --sanitize=address --scratch-path .build-address
	swift test --skip-build --sanitize=address --scratch-path .build-address --disable-xctest --filter "$(ENGINE)" --skip "$(UNSUITED)"
	swift build --build-tests --sanitize=thread --scratch-path .build-thread -Xswiftc -DTHREAD_SANITIZER
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tools/thread-sanitizer.txt" swift test --skip-build --sanitize=thread --scratch-path .build-thread -Xswiftc -DTHREAD_SANITIZER --disable-xctest --filter "$(ENGINE)" --skip "$(UNSUITED)"

# Each reader has a process of its own; what fails is kept in Output/fuzz.
fuzz: setup
	swift build --build-tests
	@sh Tools/fuzz.sh $(ARGS)

export COUNT SEED

format:
	swift format --in-place --parallel --recursive $(wildcard $(SOURCES))

lint:
	swift format lint --strict --parallel --recursive $(wildcard $(SOURCES))

clean:
	swift package clean
