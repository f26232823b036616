/**
 * What `python3 -c` runs: it reads one JSON request a line and answers each with one line.
 *
 * A request holds the path of a `template.py` and a list of jobs, each a language and parameters; the answer
 * holds for each job its parameters afterwards, or the exception with the last line inside that file. What a
 * `template.py` prints goes to the standard error, since the standard output belongs to the answers.
 */
export const pythonProgram = `
import importlib.util, json, os, sys, traceback

answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)
modules = {}


def plain(value):
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=str)
    return str(value)


def problem(error, path):
    line = 0
    if isinstance(error, SyntaxError) and error.filename == path:
        line = error.lineno or 0
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == path:
            line = frame.lineno
    return {"type": type(error).__name__, "message": str(error), "line": line}


def load(path):
    if path not in modules:
        try:
            spec = importlib.util.spec_from_file_location("template_%d" % len(modules), path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            found = getattr(module, "preprocess", None)
            missing = None if found else {"type": "", "message": "", "line": 0, "loading": True}
            modules[path] = (found, missing)
        except Exception as error:
            modules[path] = (None, dict(problem(error, path), loading=True))
    return modules[path]


def run(path, jobs):
    function, failure = load(path)
    for language, data in jobs:
        if failure:
            yield {"error": failure}
            continue
        try:
            made = function(data, language)
            if isinstance(made, dict):
                yield {"data": made}
            else:
                line = function.__code__.co_firstlineno
                yield {"error": {"type": "", "message": "returned %s" % type(made).__name__, "line": line}}
        except Exception as error:
            yield {"error": problem(error, path)}


for line in sys.stdin:
    request = json.loads(line)
    results = [list(run(path, jobs)) for path, jobs in request]
    answers.write(json.dumps(results, default=plain) + "\\n")
    answers.flush()
`;
