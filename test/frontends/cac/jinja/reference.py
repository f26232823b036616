"""Renders templates with Python's Jinja2: a JSON array of cases on stdin, a JSON array of results on stdout."""
import json
import sys
import warnings

import jinja2
from jinja2.sandbox import SandboxedEnvironment


def environment(syntax):
    extensions = ["jinja2.ext.do"]
    if syntax == "cac":
        return SandboxedEnvironment(
            "{{%", "%}}", "{{{", "}}}", "{{#", "#}}", extensions=extensions
        )
    options = syntax if isinstance(syntax, dict) else {}
    return SandboxedEnvironment(extensions=extensions, **options)


def render(case):
    env = environment(case.get("syntax"))
    env.loader = jinja2.DictLoader(case.get("files", {}))
    try:
        return {"text": env.from_string(case["template"]).render(case.get("data", {}))}
    except Exception as error:
        return {"error": type(error).__name__}


warnings.simplefilter("ignore")
json.dump([render(case) for case in json.load(sys.stdin)], sys.stdout)
