# SPDX-License-Identifier: MIT
# tests/cli/schema.t — the schemas describe what recto reads and writes.
. "$TESTS/tools/check.sh"

fact "an unknown schema is told with its neighbour"
run "$RECTO" schema layuot
status 2
out_is ""
err_has "did you mean “layout”?"

fact "each is a JSON Schema of draft 2020-12"
for name in front-matter layout inspect diagnostics; do
    "$RECTO" schema $name >$name.json || fail "$name: status $?"
    has $name.json '"$schema":"https://json-schema.org/draft/2020-12/schema"'
done

# A validator of the words that these schemas use.
cat >validate.py <<'END'
import json, re, sys

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}

def is_type(value, name):
    if name in ("integer", "number"):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return number and (name == "number" or value == int(value))
    return isinstance(value, TYPES[name])

KNOWN = {"$schema", "title", "description", "default", "$defs", "$ref", "type", "enum", "const",
         "anyOf", "oneOf", "properties", "required", "additionalProperties", "items", "minimum",
         "maximum", "minItems", "maxItems", "pattern"}

def faults(schema, value, root, at):
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        yield from faults(root["$defs"][schema["$ref"].split("/")[-1]], value, root, at)
    types = schema.get("type", [])
    types = types if isinstance(types, list) else [types]
    if types and not any(is_type(value, t) for t in types):
        yield f"{at}: {value!r} is no {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    for word, most in (("anyOf", 9), ("oneOf", 1)):
        fit = [s for s in schema.get(word, []) if not list(faults(s, value, root, at))]
        if word in schema and not 1 <= len(fit) <= most:
            yield f"{at}: {value!r} fits {len(fit)} of {word}"
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if is_type(value, "number"):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            yield f"{at}: {value!r} is out of range"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{at}: {len(value)} items"
        for i, item in enumerate(value):
            yield from faults(schema.get("items", {}), item, root, f"{at}[{i}]")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{at}: no {name}"
        for name, item in value.items():
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            if inner is False:
                yield f"{at}: {name} is unknown"
            else:
                yield from faults(inner, item, root, f"{at}.{name}")

schema = json.load(open(sys.argv[1]))
lines = open(sys.argv[2]).read().splitlines() if sys.argv[3:] else [open(sys.argv[2]).read()]
found = [f for line in lines for f in faults(schema, json.loads(line), schema, "")]
print("\n".join(found))
sys.exit(bool(found))
END

fact "what inspect prints fits its schema, for every sample"
for sample in "$SAMPLES"/*.md; do
    run "$RECTO" inspect -q "$sample" -o study.json
    status 0
    run python3 validate.py inspect.json study.json
    status 0
done

fact "the keys of inspect stand in the order that was promised"
python3 - study.json <<'END' || fail "another order"
import json, sys
pairs = json.load(open(sys.argv[1]), object_pairs_hook=list)
want = "recto source lang title subtitle author date sections facts metrics diagrams links contact diagnostics"
assert [name for name, _ in pairs] == want.split(), pairs
END

fact "a study of another shape does not fit"
printf '{"recto":2}\n' >wrong.json
run python3 validate.py inspect.json wrong.json
status 1
out_has "is not 1"
out_has "no facts"

fact "what is told as JSON fits its schema"
printf -- '---\ntilte: A\n---\n\n# A study\n\n## TL;DR\n\nIt works.\n' >case.md
run "$RECTO" check case.md nothing.md --report --diagnostics json
cp "$TMPDIR/err" told.json
[ "$(grep -c . told.json)" -ge 3 ] || fail "too little is told"
run python3 validate.py diagnostics.json told.json lines
status 0

fact "front matter fits its schema"
printf '{"title":"A","pages":1,"palette":"plum","author":{"name":"B"},"metrics":[{"value":"3 ms"}]}' >front.json
run python3 validate.py front-matter.json front.json
status 0
printf '{"title":["A"],"pages":"many","palette":"mauve","metrics":[{"valeu":"3 ms"}]}' >front.json
run python3 validate.py front-matter.json front.json
status 1
out_has ".title"
out_has ".pages"
out_has ".palette"
out_has ".metrics"

fact "a layout fits its schema"
printf '{"extends":"classic","page":{"top":"2.5cm","foot":false},"metrics":{"max":3,"style":"tiles"},"color":{"accent":"#15633F"},"roles":{"text":{"size":"10pt","weight":400}},"fit":{"stages":[{"steps":2,"page.top":["2cm","1cm"]}]}}' >layout.yaml.json
run python3 validate.py layout.json layout.yaml.json
status 0
printf '{"page":{"topp":"1cm","top":"1 furlong"},"metrics":{"max":9,"style":"dots"},"roles":{"txet":{}},"fit":{"stages":[{}]}}' >layout.yaml.json
run python3 validate.py layout.json layout.yaml.json
status 1
for fault in "topp is unknown" ".page.top" ".metrics.max" ".metrics.style" "txet is unknown" "no steps"; do
    out_has "$fault"
done
