#!/usr/bin/env python3
"""How long GroundUp takes, divided by how long PyTorch takes, for the workloads of `bench`.

    python compare.py --data DIR                            everything: half an hour
    python compare.py --data DIR --only ch04 ch12 --rounds 5
    python compare.py --data DIR --out Results/NAME.md      also writes the table, with date and machine

In each round, both programs run the same group one right after the other, so that a slow hour of the machine slows
both. The ratio of a workload is the median of its rounds' ratios; below 1, GroundUp is faster. PyTorch is run three
times:

    stock      as `pip install torch` leaves it
    tuned      with a C library that keeps its memory instead of giving it back at once, and an MKL that believes it is
               on an Intel processor, since on others it avoids their widest instructions (made with `cc`, preloaded)
    compiled   tuned, and the model through torch.compile (only trainings; a first, uncounted one compiles)

Beside the ratio of times stands that of processor seconds, all threads together, which depends less on who else is
at work. What other programs take of the processors during a run is measured (Linux); a run during which they kept more
than half a processor busy is repeated, up to four times, and the quietest counts.

The two processors of a virtual machine may be cores that share a last cache and its way to memory at one time, and
cores that do not at another: its host moves them, within seconds. Passes over large arrays take up to twice as long in
the first case. So groups that mostly wait for memory are run three times by each program, in turn, and the fastest run
counts.
"""
import argparse
import atexit
import datetime
import json
import math
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PINS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")                     # a pinned kernel would make the comparison unfair
KEEP_MEMORY = {"MALLOC_MMAP_MAX_": "0", "MALLOC_TRIM_THRESHOLD_": "100000000000"}
VARIANTS = ("-channels-last", "-default", "-fused")                  # PyTorch's variants of a single row of ours
TIME = "seconds"                                                     # the field that is compared
QUIET = 0.5                                                          # processors that others may keep busy
WAITING_FOR_MEMORY = ("elementwise", "batch-sizes")
# No PyTorch in them: the same in both setups.
TORCHLESS = ("png-decode", "photos", "ch09-csv", "ch09-tree", "ch09-forest", "ch09-boosting", "startup")


def main():
    options = arguments()
    require_torch(options)
    if options.processor:
        globals()["TIME"] = "cpu_seconds"
    setups = environments(options)
    rounds = []                                                      # of {(setup or "ours", workload): line}
    for number in range(options.rounds):
        rounds.append({})
        for name in groups(options):
            say(f"round {number + 1} of {options.rounds}: {name}")
            seed = number * options.repeat
            for _ in range(3 if name in WAITING_FOR_MEMORY else 1):
                keep_fastest(rounds[-1], ours(options, name, seed))
                for setup, environment in setups.items():
                    if setup == "stock" or name not in TORCHLESS:
                        keep_fastest(rounds[-1], theirs(options, name, seed, setup, environment))
        save(options, rounds, setups)
    print(table(rounds, setups))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], help="groups, or beginnings of their names")
    parser.add_argument("--rounds", type=int, default=3, help="how many times the two run in turn")
    parser.add_argument("--repeat", type=int, default=2, help="repetitions within one run")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--processor", action="store_true",
                        help="compare processor seconds: for a busy machine, with --threads 1")
    parser.add_argument("--setup", choices=("stock", "tuned", "compiled"), help="only this setup of PyTorch")
    parser.add_argument("--data", default=os.environ.get("GROUNDUP_DATA"), help="the folder of the data sets")
    parser.add_argument("--out", help="write the table to this file, with date and machine")
    parser.add_argument("--raw", help="write every line of both programs to this file")
    parser.add_argument("--bench", default=os.environ.get("BENCH", ".build/release/bench"), help="our program")
    parser.add_argument("--python", default=os.environ.get("PYTHON", sys.executable), help="a Python that has torch")
    parser.add_argument("--torch", default=os.environ.get("TORCH_PROGRAM", str(HERE / "torch_reference.py")),
                        help="the PyTorch program")
    return parser.parse_args()


def require_torch(options):
    """Ends with a clear message if PyTorch is missing."""
    probe = subprocess.run([options.python, "-c", "import torch, numpy, PIL; print(torch.__version__)"],
                           capture_output=True, text=True)
    if probe.returncode:
        reason = probe.stderr.strip().split("\n")[-1]
        sys.exit(f"compare needs a Python with torch, numpy and pillow; {options.python} says: {reason}\n"
                 "  try: pip install torch numpy pillow, or name another Python with PYTHON=…")
    if not Path(options.bench).exists():
        sys.exit(f"there is no {options.bench}\n  try: swift build -c release --product bench")
    options.version = probe.stdout.strip()


# ------------------------------------------------------------------------------------------------------------- running

def environments(options):
    """What to add to the environment for each setup of PyTorch."""
    tuned = {**KEEP_MEMORY, "LD_PRELOAD": shim()}
    setups = {"stock": {}, "tuned": tuned, "compiled": tuned}
    return {setup: setups[setup] for setup in setups if options.setup in (None, setup)}


def shim():
    """A library whose only function tells MKL that this is an Intel processor."""
    folder = tempfile.mkdtemp(prefix="groundup-bench-")
    atexit.register(shutil.rmtree, folder)
    target = Path(folder) / "intel.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", target, "-x", "c", "-"], check=True, text=True,
                   input="int mkl_serv_intel_cpu_true(void) { return 1; }\n")
    return str(target)


def groups(options):
    listing = run([options.bench, "--list"], {}).split("\n\n")[0]
    names = [line.split()[0] for line in listing.split("\n") if line]
    exact = [name for name in names if name in options.only]
    return [name for name in names if not options.only or name in exact
            or any(name.startswith(only) for only in options.only if only not in exact)]


def ours(options, name, seed):
    command = [options.bench, "--json", "--only", name, *shared(options, seed)]
    return {("ours", row["workload"]): row for row in quiet_lines(command, {})}


def theirs(options, name, seed, setup, environment):
    command = [options.python, options.torch, "--only", name, *shared(options, seed)]
    command += ["--compiled"] if setup == "compiled" else []
    return {(setup, row["workload"]): row for row in quiet_lines(command, environment)}


def keep_fastest(found, rows):
    for key, row in rows.items():
        if key not in found or row[TIME] < found[key][TIME]:
            found[key] = row


def shared(options, seed):
    return ["--repeat", str(options.repeat), "--seed", str(seed), "--threads", str(options.threads),
            *(["--data", options.data] if options.data else [])]


def run(command, environment):
    inherited = {key: value for key, value in os.environ.items() if key not in PINS}
    return subprocess.run(command, env={**inherited, **environment}, stdout=subprocess.PIPE, text=True).stdout


def lines(text):
    return [json.loads(line) for line in text.split("\n") if line.startswith("{")]


def quiet_lines(command, environment):
    """The results of a run during which other programs left the machine alone, or of the quietest of four."""
    tries = []
    while len(tries) < 4 and not (tries and (tries[-1][1] or 0) <= QUIET):
        if tries:
            say(f"    others kept {tries[-1][1]:.1f} processors busy; once more")
        tries.append(beside_others(command, environment))
    rows, others = min(tries, key=lambda t: t[1] or 0)
    return [{**row, "others": others} for row in rows]


def beside_others(command, environment):
    """The results of a run, and how many processors other programs kept busy meanwhile; None if that is unknown."""
    start, busy, own = time.monotonic(), busy_seconds(), own_seconds()
    rows = lines(run(command, environment))
    if busy is None:
        return rows, None
    others = (busy_seconds() - busy) - (own_seconds() - own)
    return rows, max(0, others / (time.monotonic() - start))


def busy_seconds():
    """Processor seconds since the machine was started, those that its host took away included (Linux)."""
    if not Path("/proc/stat").exists():
        return None
    user, nice, system, _, _, *rest = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:9])
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")


def own_seconds():
    """Processor seconds of this program and of those it has run."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


# ------------------------------------------------------------------------------------------------------------- report

def counterpart(workload):
    """Our workload that one of PyTorch's is compared with."""
    return next((workload.removesuffix(v) for v in VARIANTS if workload.endswith(v)), workload)


def ratios(rounds, setup, workload, field=None):
    """Ours divided by theirs, round by round."""
    field = field or TIME
    pairs = [(r.get(("ours", counterpart(workload))), r.get((setup, workload))) for r in rounds]
    return [a[field] / b[field] for a, b in pairs if a and b and a.get(field) and b.get(field)]


def memory_ratio(rounds, setup, workload):
    """A workload of `startup` starts processes: their memory counts, not that of the process that waits for them."""
    return ratios(rounds, setup, workload, "metric" if workload.startswith("startup/") else "peak_rss_mb")


def table(rounds, setups):
    """The ratios in Markdown, and their geometric means."""
    names = list(dict.fromkeys(name for r in rounds for side, name in r if side != "ours"))
    names = [name for name in names if any(ratios(rounds, setup, name) for setup in setups)]
    rows = [["workload", "GroundUp", "metric", "PyTorch", "its metric",
             *[heading for setup in setups for heading in (setup, "processor", "memory")], "others"]]
    rows.append(["---"] + ["--:"] * (len(rows[0]) - 1))
    for name in names:
        rows.append([name, *shown(rounds, "ours", counterpart(name)), *shown(rounds, next(iter(setups)), name)])
        for setup in setups:
            rows[-1] += [number(column) for column in columns(rounds, setup, name)]
        rows[-1].append(others(rounds, name))
    means = [geometric(column) for setup in setups for column in zip(*[columns(rounds, setup, name) for name in names])]
    rows.append(["**geometric mean**", "", "", "", "", *means, ""])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def columns(rounds, setup, name):
    """Ratios of time, of processor seconds and of memory, round by round."""
    return (ratios(rounds, setup, name), ratios(rounds, setup, name, "cpu_seconds"), memory_ratio(rounds, setup, name))


def others(rounds, name):
    """The most that other programs did meanwhile, in processors."""
    loads = [row["others"] for r in rounds for (_, workload), row in r.items()
             if workload in (name, counterpart(name)) and row.get("others") is not None]
    return f"{max(loads):.1f}" if loads else ""


def shown(rounds, side, name):
    """Time and metric, the medians over all rounds."""
    found = [r[side, name] for r in rounds if (side, name) in r]
    if not found:
        return ["", ""]
    metrics = [row["metric"] for row in found if row["metric"] is not None]
    return [seconds(statistics.median(row[TIME] for row in found)),
            f"{statistics.median(metrics):.4g}" if metrics else ""]


def seconds(s):
    return f"{s:.3g} s" if s >= 1 else f"{s * 1e3:.3g} ms" if s >= 1e-3 else f"{s * 1e6:.3g} µs"


def number(values):
    return f"{statistics.median(values):.2f}" if values else ""


def geometric(columns):
    logarithms = [math.log(statistics.median(values)) for values in columns if values]
    return f"**{math.exp(statistics.fmean(logarithms)):.2f}**" if logarithms else ""


def save(options, rounds, setups):
    """Writes the results so far, so that stopping a long run does not lose them."""
    if options.raw:
        rows = [{**row, "side": side, "round": i} for i, r in enumerate(rounds) for (side, _), row in r.items()]
        Path(options.raw).write_text("".join(json.dumps(row) + "\n" for row in rows))
    if options.out:
        Path(options.out).write_text(report(options, rounds, setups))


def report(options, rounds, setups):
    return f"""# Results

Measured on {datetime.date.today()} with {options.threads} threads on {processor()}, {os.cpu_count()} cores,
{platform.system()} {platform.release()}; PyTorch {options.version}, Python {platform.python_version()}. Medians of
{len(rounds)} {'round' if len(rounds) == 1 else 'rounds'} of {options.repeat} repetitions, all programs in turn; of {' and '.join(f'`{name}`' for name in WAITING_FOR_MEMORY)}, the
fastest of three. Times are seconds of the clock, PyTorch's as it comes.
A ratio is GroundUp's time, processor seconds or peak memory divided by PyTorch's: below 1, GroundUp needs less.
`Benchmarks/compare.py` writes this page and says what `stock`, `tuned` and `compiled` mean. `others`: how many
processors other programs kept busy in the least quiet run of the row.

{table(rounds, setups)}
"""


def processor():
    cpus = Path("/proc/cpuinfo")
    lines = [line.split(":") for line in cpus.read_text().split("\n") if ":" in line] if cpus.exists() else []
    facts = {line[0].strip(): line[1].strip() for line in lines}
    if "model name" not in facts:
        return platform.processor()
    # One name may stand for several generations.
    return f"{facts['model name']} (family {facts.get('cpu family', '?')}, model {facts.get('model', '?')})"


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
