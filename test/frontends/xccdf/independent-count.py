"""Prints what a benchmark holds, as another XML parser sees it: JSON on standard output.

Takes one XCCDF file or SCAP source data stream. Nothing here knows how scapc reads them.
"""

import hashlib
import json
import sys
import xml.etree.ElementTree as ElementTree

XCCDF = ("{http://checklists.nist.gov/xccdf/1.2}", "{http://checklists.nist.gov/xccdf/1.1}")
OVAL_DEFINITION = "{http://oval.mitre.org/XMLSchema/oval-definitions-5}definition"
CPE_ITEM = "{http://cpe.mitre.org/dictionary/2.0}cpe-item"
CPE_PLATFORM = "{http://cpe.mitre.org/language/2.0}platform"


def local(element):
    for namespace in XCCDF:
        if element.tag.startswith(namespace):
            return element.tag[len(namespace):]
    return ""


def children(element, name):
    return [child for child in element if local(child) == name]


def text(element):
    return " ".join("".join(element.itertext()).split())


def main(path):
    root = ElementTree.parse(path).getroot()
    benchmark = root if local(root) == "Benchmark" else next(e for e in root.iter() if local(e) == "Benchmark")
    items = [e for e in benchmark.iter() if local(e) in ("Group", "Rule", "Value")]
    rules = [e for e in items if local(e) == "Rule"]
    profiles = children(benchmark, "Profile")

    def count(parents, name):
        return sum(len(children(parent, name)) for parent in parents)

    texts = hashlib.sha256()
    for item in items:
        for name in ("title", "description", "rationale", "warning"):
            for child in children(item, name):
                if text(child):
                    texts.update((text(child) + "\n").encode())
    fixes = hashlib.sha256()
    for rule in rules:
        for fix in children(rule, "fix"):
            fixes.update("".join(fix.itertext()).encode())
    checks = [check for rule in rules for check in children(rule, "check")]
    print(json.dumps({
        "items": [[local(e).lower(), e.get("id")] for e in items],
        "texts": texts.hexdigest(),
        "fixes": fixes.hexdigest(),
        "fixSubs": sum(1 for r in rules for f in children(r, "fix") for e in f.iter() if local(e) == "sub"),
        "identifiers": count(rules, "ident"),
        "references": count(rules, "reference"),
        "requires": count(items, "requires"),
        "conflicts": count(items, "conflicts"),
        "platforms": count(items, "platform"),
        "options": count(items, "value"),
        "checks": sum(1 for c in checks if "ocil" not in c.get("system")),
        "ocil": sum(1 for c in checks if "ocil" in c.get("system")),
        "exports": count(checks, "check-export"),
        "profiles": [[p.get("id"), len(children(p, "select")), len(children(p, "refine-value")), len(children(p, "refine-rule"))]
                     for p in profiles],
        "platformDefinitions": [e.get("id") for e in benchmark.iter(CPE_PLATFORM)],
        # A plain benchmark has these in files beside it.
        "definitions": len({e.get("id") for e in root.iter(OVAL_DEFINITION)}) if root is not benchmark else None,
        "dictionary": [e.get("name") for e in root.iter(CPE_ITEM)] if root is not benchmark else None,
    }))


main(sys.argv[1])
