#!/usr/bin/env python3
"""Mutate: are faults noticed? tests/mutate.py SOURCES SCRATCH makes small faults in the sources, one at
a time, and runs the tests on each to the first that fails; those first that noticed most in this room.

Which faults a room is tried with, their own text decides: those whose hash is smallest, so that a change
of other lines, a line that moves, a file with another name leave the choice as it is. What compiles to
the same program, byte for byte, is no fault; nor is what tests/equivalent.txt names, with its reason.
Status 1 where less than 95 % of a room's are noticed, or a line of that list is no fault any more.

Nothing is done in SOURCES: each job has a tree in SCRATCH. From the environment: MUTATE_COUNT=40 (faults a
room), MUTATE_FROM=0 (after so many, by their hash), MUTATE_ROOMS="walk trace", JOBS=2.
"""
import collections
import hashlib
import itertools
import os
import pathlib
import queue
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

ROOMS = os.environ.get("MUTATE_ROOMS", "walk trace formula network mark sheet example").split()
COUNT = int(os.environ.get("MUTATE_COUNT", "40"))
FROM = int(os.environ.get("MUTATE_FROM", "0"))
JOBS = int(os.environ.get("JOBS", os.cpu_count() or 1))
LEAST = 0.95  # the share to be noticed
HIDDEN = ["pdflatex", "xelatex", "chromium", "gnuplot", "pandoc"]
PROGRAMS = ["bpwalk", "tests/suites", "tests/digits"]
SCRIPTS = """bad_input check errata exams golden.[!pt]* golden.[pt]* handout language notation numpy pdf
    plot programs published qti quiz train usage""".split()
REACHES = {  # of the slow ones: the rooms that they are for
    "bad_input": "network example", "digits": "formula trace walk", "errata": "walk", "exams": "sheet",
    "golden.[pt]*": "network", "handout": "sheet example", "notation": "formula sheet trace", "numpy": "network",
    "pdf": "sheet", "plot": "example network trace walk", "programs": "mark", "qti": "sheet", "suite big": "formula trace", "suite check": "mark walk",
    "suite elementary": "formula", "suite network": "network", "train": "network example"}

# ---- Faults: what a line could say instead ----

INSTEAD = [(re.escape(old), news) for old, news in {
    " < ": [" <= ", " >= "], " <= ": [" < ", " > "], " > ": [" >= ", " <= "], " >= ": [" > ", " < "],
    " == ": [" != "], " != ": [" == "], " && ": [" || "], " || ": [" && "], " + ": [" - "], " - ": [" + "],
    " * ": [" / "], " / ": [" * "], " % ": [" / "], " << ": [" >> "], " >> ": [" << "], " & ": [" | "],
    " | ": [" & "], "++": ["--"], " += ": [" -= "], " -= ": [" += "], " *= ": [" /= "],
}.items()] + [(r"\btrue\b", ["false"]), (r"\bfalse\b", ["true"]), (r"!(?=[\w(*])", [""]),
              (r"(?<!-)--(?!-)", ["++"])]
NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.])")
TEXT = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|/\*.*?(?:\*/|$)|//.*')
CONDITION = re.compile(r"((?:\} else )?(?:if|while) \()(.*)(\)(?: \{)?)$")
DECLARED = re.compile(r"(const|static|struct|enum|union|typedef|return|if|else|for|while|do|switch|case|default|"
                      r"goto)\b|\w+ \**\w")
STATEMENT = re.compile(r"([*+(\w-].*(\)|\+\+|--| [-+*/%&|^]?= .*)|break|continue);$")


def balanced(code):
    depth = 0
    for c in code:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return False
    return depth == 0


def faults_of(line, before):
    """(old, new, line) of each fault of LINE; BEFORE is the end of the code before it."""
    plain = TEXT.sub(lambda found: "\0" * len(found[0]), line)
    code = plain.rstrip("\0 ").strip()
    if not line.startswith(" ") or "GCOVR_EXCL" in line or code.startswith(("#", "*", "_Static")) or not re.search("[a-z]", code):
        return

    def put(start, end, new):
        return line[start:end], new, line[:start] + new + line[end:]

    for old, news in INSTEAD:
        for at in re.finditer(old, plain):
            for new in news:
                yield put(*at.span(), new)
    if not re.match(r"(static |const |unsigned )*(struct )?\w+ \**\w+\[", code):
        for at in NUMBER.finditer(plain):
            for number in {int(at[0]) + 1, max(int(at[0]) - 1, 0)} - {int(at[0])}:
                yield put(*at.span(), str(number))
    start = len(line) - len(line.lstrip())
    asked = CONDITION.match(code)
    if asked and balanced(asked[2]) and not re.search(r"^!| (<|>|<=|>=|==|!=) ", asked[2]):
        at = start + len(asked[1])
        yield put(at, at + len(asked[2]), "!(" + line[at:at + len(asked[2])] + ")")
    if STATEMENT.match(code) and balanced(code) and not DECLARED.match(code) and before.endswith(
            (";", "{", "}", ":", ")", "else")) and not re.match(r"\w*free\(", code):  # the leak checker's
        yield put(start, start + len(code), ";")


class Fault:
    def __init__(self, file, number, line, old, new, text):
        self.file, self.number, self.text = file, number, text
        at = next(i for i in range(len(line) + 1) if i == len(line) or line[i] != text[i:i + 1])
        at = max(at - len(old), 0) if line[at - len(old):at] == old else line.index(old, max(at - len(old), 0))
        self.shown = file + ": " + (line[:at] + "{" + old + " => " + new + "}" + line[at + len(old):]).strip()
        self.hash = hashlib.sha256((line.strip() + "\n" + text.strip()).encode()).hexdigest()
        self.came = None


def faults_of_room(room):
    found = {}
    for path in sorted(pathlib.Path("src", room).rglob("*.[ch]")):
        before, is_comment = ";", False
        for number, line in enumerate(path.read_text().split("\n")):
            was_comment = is_comment
            is_comment = (is_comment or "/*" in line) and "*/" not in line.rsplit("/*", 1)[-1]
            if was_comment:
                continue
            for fault in faults_of(line, before):
                one = Fault(str(path), number, line, *fault)
                found.setdefault((one.file, one.hash), one)
            code = TEXT.sub("", line).strip()
            before = code or before
    return sorted(found.values(), key=lambda fault: fault.hash)


# ---- Trees and tests ----

def make(tree):
    return subprocess.run(["make", "-s", *PROGRAMS], cwd=tree, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, env=os.environ | {"MAKEFLAGS": ""}).returncode == 0


def first_tree(scratch):
    tree = scratch / "tree-0"
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(".", scratch / "clean", symlinks=True, ignore=shutil.ignore_patterns(
        ".git", "node_modules", "*.o", "*.a", "*.log", scratch.name, "page.build", "corpus", "coverage"))
    shutil.copytree(scratch / "clean", tree, symlinks=True)  # the tests read sources, too: those without a fault
    subprocess.run("./configure -q --disable-werror CFLAGS='-O1 -w' && make -s clean", shell=True, cwd=tree, check=True,
                   stdout=subprocess.DEVNULL, env=os.environ | {"MAKEFLAGS": ""})
    if not make(tree):
        sys.exit("mutate.py: the sources do not build")
    return tree


def make_tools(scratch):
    """A folder for PATH without what the tests draw and print by: they skip what needs it."""
    folder = scratch / "tools"
    folder.mkdir()
    for part in filter(os.path.isdir, os.environ["PATH"].split(":")):
        for tool in os.scandir(part):
            if tool.name not in HIDDEN and not (folder / tool.name).exists() and \
                    os.path.basename(os.path.realpath(tool)) != "ccache":  # which looks for itself in PATH
                (folder / tool.name).symlink_to(os.path.abspath(tool.path))


def all_tests():
    suites = [re.search(r'suite_create\("(.*?)"\)', path.read_text())[1]
              for path in sorted(pathlib.Path("tests").glob("test_*.c"))]
    return [("suite " + name, ["tests/suites"], {"CK_RUN_SUITE": name}) for name in suites] + \
        [("digits", ["tests/digits", "25"], {})] + \
        [(name, ["sh", f"tests/{name.partition('.')[0]}.sh", *name.split(".")[1:]], {}) for name in SCRIPTS]


def fails(tree, test, seconds):
    """What the test says, where something of it fails or a process takes more than so many seconds; it
    is ended at the first that does. Else None, and what it left out."""
    _, command, more = test
    shutil.rmtree(tree / "tmp", ignore_errors=True)
    (tree / "tmp").mkdir()
    environment = os.environ | {"BPWALK": str(tree / "bpwalk"), "SOURCES": str(tree.parent / "clean"),
                                "TMPDIR": str(tree / "tmp"),
                                "PATH": str(tree.parent / "tools"), "CK_FORK": "no", "LC_ALL": "C",
                                "HANDOUT_NAMES": "300", "MAKEFLAGS": ""} | more

    def limit():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def end():
        try:
            os.killpg(run.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    run = subprocess.Popen(command, cwd=tree, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                           stderr=subprocess.STDOUT, preexec_fn=limit, start_new_session=True)
    watch = threading.Timer(60 + 30 * seconds, end)
    watch.daemon = True
    watch.start()
    said = []
    for line in run.stdout:
        said.append(line.decode(errors="replace"))
        if line.startswith(b"not ok"):
            end()
            break
    status = run.wait()
    watch.cancel()
    end()  # what it left running
    run.stdout.close()
    if said and said[-1].startswith("not ok") or not any(line.startswith("ok") and "# SKIP" not in line for line in said):
        status = status or 1  # where nothing was asked, too
    return ("".join(said) if status != 0 else None), [line for line in said if "# SKIP" in line]


def timed_tests(tree):
    """(test, its seconds) of each."""
    timed = []
    for test in all_tests():
        start = resource.getrusage(resource.RUSAGE_CHILDREN)
        said, skipped = fails(tree, test, 600)
        if said is not None:
            sys.exit(f"mutate.py: {test[0]} fails without any fault:\n{said[-2000:]}")
        end = resource.getrusage(resource.RUSAGE_CHILDREN)
        timed.append((test, end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime))
        for line in skipped:
            print(f"{test[0]}: {line.strip()}")
    return timed


def attempt(tree, clean, fault, tests, noticed):
    path = tree / fault.file
    original = path.read_text()
    lines = original.split("\n")
    lines[fault.number] = fault.text
    path.write_text("\n".join(lines))
    try:
        if not make(tree):
            return "not C"
        if [(tree / name).read_bytes() for name in PROGRAMS] == clean:
            return "same"
        room = fault.file.split("/")[1]
        for test, seconds in sorted(tests, key=lambda each: -(1 + 9 * noticed[room, each[0][0]]) / (0.1 + each[1])):
            if room in REACHES.get(test[0], room).split() and \
                    fails(tree, test, int(3 + 3 * seconds))[0] is not None:
                noticed[room, test[0]] += 1
                return "noticed by " + test[0]
        return "survived"
    finally:
        path.write_text(original)


def attempt_all(first, faults, tests, log):
    clean = [(first / name).read_bytes() for name in PROGRAMS]
    noticed = collections.Counter()  # by which test, in which room
    waiting = queue.SimpleQueue()
    for fault in faults:
        waiting.put(fault)

    def work(tree):
        while True:
            try:
                fault = waiting.get_nowait()
            except queue.Empty:
                return
            fault.came = attempt(tree, clean, fault, tests, noticed)
            log.write(f"{fault.came}\t{fault.shown}\n")
            log.flush()

    trees = [first] + [shutil.copytree(first, first.with_name(f"tree-{job}"), symlinks=True)
                       for job in range(1, JOBS)]
    threads = [threading.Thread(target=work, args=(tree,)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# ---- The report ----

def equivalent():
    return {line for line in pathlib.Path("tests/equivalent.txt").read_text().split("\n")
            if line and line[0] not in " #"}


def report(room, faults, named):
    count = {"not C": 0, "same": 0, "equivalent": 0, "noticed": 0, "survived": 0}
    for fault in faults:
        count["equivalent" if fault.came == "survived" and fault.shown in named else
              "noticed" if fault.came.startswith("noticed") else fault.came] += 1
    tried = count["noticed"] + count["survived"]
    share = count["noticed"] / tried if tried else 1
    print(f"{room:10}", *(f"{number:6} {what}" for what, number in count.items()), f"  {100 * share:5.1f} % noticed")
    for fault in faults:
        if fault.came == "survived" and fault.shown not in named:
            print("    " + fault.shown)
    return share >= LEAST


def main():
    os.chdir(sys.argv[1])
    scratch = pathlib.Path(sys.argv[2]).absolute()
    all_faults = {room: faults_of_room(room) for room in ROOMS}
    chosen = {room: faults[FROM:FROM + COUNT] for room, faults in all_faults.items()}
    named = equivalent()
    tree = first_tree(scratch)
    make_tools(scratch)
    start = time.time()
    tests = timed_tests(tree)
    print(f"mutate: {sum(map(len, chosen.values()))} faults of {sum(map(len, all_faults.values()))}, by {len(tests)} tests")
    with open(scratch / "log", "w") as log:
        # the rooms in turn, so that a run that is ended has tried as many of each
        attempt_all(tree, [fault for some in itertools.zip_longest(*chosen.values()) for fault in some if fault],
                    tests, log)
    done = [report(room, chosen[room], named) for room in ROOMS]
    print(f"mutate: {time.time() - start:.0f} s")
    gone = named - {fault.shown for faults in all_faults.values() for fault in faults}
    for line in sorted(gone) if "MUTATE_ROOMS" not in os.environ else []:
        print(f"tests/equivalent.txt: no fault that can be made any more: {line}")
        done.append(False)
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
