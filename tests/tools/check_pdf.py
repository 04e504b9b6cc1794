#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/tools/check_pdf.py FILE... — what a program can judge of PDF/UA-1 and PDF/A-2a.

Reads a file through `qpdf --json` and holds it against the rules that recto promises to keep. Every
finding is a line "FILE: RULE: what"; the status is 1 where there is one. It is no veraPDF and says
nothing of what only a person can judge: whether descriptions are good and the order makes sense.

  --claims LIST   what the metadata must claim: none, or of ua, a1, a2, a3 (default: ua,a2)
"""
import base64
import hashlib
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

REF = re.compile(r"\d+ \d+ R")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


class Doc:
    """The objects of a file, and the findings about it."""

    def __init__(self, path):
        self.path, self.findings = path, []
        command = ["qpdf", "--json=2", "--json-stream-data=inline",
                   "--decode-level=generalized", path]
        done = subprocess.run(command, capture_output=True, check=False)
        self.objects = json.loads(done.stdout)["qpdf"][1]
        self.trailer = self.get(self.objects["trailer"]["value"])
        self.catalog = self.get(self.trailer["/Root"])
        self.page_refs = list(self.pages(self.catalog["/Pages"], self.catalog["/Pages"]))

    def found(self, rule, what):
        self.findings.append(f"{self.path}: {rule}: {what}")

    def expect(self, good, rule, what):
        if not good:
            self.found(rule, what)
        return good

    def get(self, value):
        """The object behind a reference; dictionaries of streams without their data."""
        while isinstance(value, str) and REF.fullmatch(value):
            entry = self.objects.get("obj:" + value, {"value": None})
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def dict(self, value):
        value = self.get(value)
        return value if isinstance(value, dict) else {}

    def list(self, value):
        value = self.get(value)
        return value if isinstance(value, list) else [] if value is None else [value]

    def data(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"]["data"])

    def pages(self, ref, parent, depth=0):
        node = self.dict(ref)
        if node.get("/Type") != "/Pages":
            yield ref
            return
        for kid in self.list(node.get("/Kids")):
            self.expect(self.dict(kid).get("/Parent") == ref, "pages", f"{kid}: wrong parent")
            if depth < 20:
                yield from self.pages(kid, parent, depth + 1)


def text(value):
    """A text string of qpdf's JSON."""
    if isinstance(value, str) and value[:2] in ("u:", "b:"):
        return value[2:] if value[0] == "u" else bytes.fromhex(value[2:]).decode("latin-1")
    return value


def name_tree(doc, node, depth=0):
    node = doc.dict(node)
    pairs = doc.list(node.get("/Names"))
    yield from zip(pairs[::2], pairs[1::2])
    for kid in doc.list(node.get("/Kids")) if depth < 20 else []:
        yield from name_tree(doc, kid, depth + 1)


# --- file, catalog ------------------------------------------------------------------------------
def check_file(doc, claims):
    with open(doc.path, "rb") as file:
        head, comment = file.readline(), file.readline()
    version = b"%PDF-1.4\n" if "a1" in claims else b"%PDF-1.7\n"
    doc.expect(head == version, "file", f"does not begin with {version[:8].decode()}")
    doc.expect(comment[:1] == b"%" and len(comment) >= 5 and all(b > 127 for b in comment[1:5]),
               "file", "no binary comment in the second line")
    done = subprocess.run(["qpdf", "--check", doc.path], capture_output=True, check=False)
    doc.expect(done.returncode == 0, "file", "qpdf --check: " + done.stderr.decode()[:200])
    ids = doc.list(doc.trailer.get("/ID"))
    doc.expect(len(ids) == 2 and ids[0] == ids[1], "file", "no /ID of two equal strings")
    doc.expect("/Encrypt" not in doc.trailer, "file", "is encrypted")


def check_catalog(doc):
    catalog = doc.catalog
    lang = text(catalog.get("/Lang"))
    doc.expect(lang and re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", lang), "catalog",
               f"/Lang is {lang!r}")
    doc.expect(doc.dict(catalog.get("/MarkInfo")).get("/Marked") is True, "catalog", "not marked")
    shown = doc.dict(catalog.get("/ViewerPreferences")).get("/DisplayDocTitle")
    doc.expect(shown is True, "catalog", "no DisplayDocTitle")
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties"):
        doc.expect(key not in catalog, "catalog", f"has {key}")
    doc.expect("/RoleMap" not in doc.dict(catalog.get("/StructTreeRoot")), "catalog",
               "a RoleMap, though all types are standard")
    doc.expect("/PageLabels" in catalog, "catalog", "no page labels")
    intents = [doc.dict(i) for i in doc.list(catalog.get("/OutputIntents"))]
    if doc.expect(len(intents) == 1, "catalog", f"{len(intents)} output intents"):
        profile = intents[0].get("/DestOutputProfile")
        bytes_ = doc.data(profile)
        doc.expect(doc.dict(profile).get("/N") == 3 and bytes_[36:40] == b"acsp" and
                   int.from_bytes(bytes_[:4], "big") == len(bytes_) and bytes_[16:20] == b"RGB ",
                   "catalog", "the output profile is none")
    keys = [text(key) for key, _ in name_tree(doc, doc.dict(catalog.get("/Names")).get("/Dests"))]
    doc.expect(keys == sorted(set(keys), key=str.encode), "catalog",
               "destinations are not sorted, or twice")
    check_outline(doc)


def check_outline(doc):
    """Neighbours and parents of the bookmarks agree, and each leads to a page."""
    root = doc.catalog.get("/Outlines")

    def walk(ref, depth):
        previous, kid, count = None, doc.dict(ref).get("/First"), 0
        while kid and count < 100000:
            item = doc.dict(kid)
            doc.expect(item.get("/Parent") == ref and item.get("/Prev") == previous, "outline",
                       f"{kid}: wrong neighbours")
            doc.expect(text(item.get("/Title")), "outline", f"{kid}: no title")
            target = doc.list(item.get("/Dest"))
            doc.expect(target and target[0] in doc.page_refs, "outline", f"{kid}: leads nowhere")
            if depth < 20:
                walk(kid, depth + 1)
            previous, kid, count = kid, item.get("/Next"), count + 1
        doc.expect(doc.dict(ref).get("/Last") == previous, "outline", f"{ref}: wrong last")

    if root:
        walk(root, 0)


# --- metadata -----------------------------------------------------------------------------------
def xmp_values(doc, tree):
    """{"dc:title": "…"} of all properties; containers give their first item."""
    values = {}
    for description in tree.iter(RDF + "Description"):
        for node in description:
            space, _, local = node.tag[1:].partition("}")
            prefix = next((p for p, uri in NAMESPACES.items() if uri == space), None)
            if not doc.expect(prefix, "xmp", f"property of unknown schema {space}"):
                continue
            item = node.find(f".//{RDF}li")
            values[f"{prefix}:{local}"] = (item if item is not None else node).text
    return values


def date_of(value):
    return re.sub(r"\D", "", value or "")


def check_metadata(doc, claims):
    ref = doc.catalog.get("/Metadata")
    if not doc.expect(ref, "xmp", "no metadata"):
        return
    doc.expect("/Filter" not in doc.dict(ref), "xmp", "is compressed")
    try:
        values = xmp_values(doc, xml.fromstring(doc.data(ref)))
    except xml.ParseError as error:
        doc.found("xmp", f"is no XML: {error}")
        return
    doc.expect(values.get("dc:title"), "xmp", "no title")
    info = doc.dict(doc.trailer.get("/Info"))
    for key, name in (("/Title", "dc:title"), ("/Author", "dc:creator"),
                      ("/Subject", "dc:description"), ("/Keywords", "pdf:Keywords"),
                      ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer")):
        doc.expect(text(info.get(key)) == values.get(name), "xmp",
                   f"{name} is {values.get(name)!r}, but {key} {text(info.get(key))!r}")
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        doc.expect(date_of(text(info.get(key))) == date_of(values.get(name)), "xmp",
                   f"{name} differs from {key}")
    check_claims(doc, values, claims)


def check_claims(doc, values, claims):
    ua, part = values.get("pdfuaid:part"), values.get("pdfaid:part")
    doc.expect((ua == "1") == ("ua" in claims), "claims", f"PDF/UA: {ua}")
    wanted = next((c[1] for c in sorted(claims) if c[0] == "a"), None)
    doc.expect(part == wanted, "claims", f"PDF/A: {part}, not {wanted}")
    level = values.get("pdfaid:conformance")
    doc.expect(level in {None: (None,), "1": ("B",)}.get(part, ("A", "U")), "claims",
               f"PDF/A-{part}, level {level}")
    if ua and part:
        doc.expect("pdfaExtension:schemas" in values, "claims",
                   "pdfuaid is not described by an extension schema")
    names = doc.dict(doc.catalog.get("/Names"))
    attached = list(name_tree(doc, names.get("/EmbeddedFiles")))
    if attached:
        doc.expect(part not in ("1", "2"), "claims", f"PDF/A-{part} with an attached file")
    for name, ref in attached:
        check_attached(doc, text(name), ref)


def check_attached(doc, name, ref):
    """ISO 19005-3, 6.8 and annex E; ISO 32000-1, 7.11.4."""
    spec = doc.dict(ref)

    def want(good, what):
        doc.expect(good, "attached", f"{name}: {what}")

    want(ref in doc.list(doc.catalog.get("/AF")), "the catalog's AF does not name it")
    want(spec.get("/AFRelationship") == "/Source", "is not told to be the source")
    want(text(spec.get("/F")) and text(spec.get("/F")) == text(spec.get("/UF")), "F and UF differ")
    want("/" not in (text(spec.get("/UF")) or ""), "tells a folder")
    stream = doc.dict(spec.get("/EF")).get("/UF")
    file, whole = doc.dict(stream), doc.data(stream) if stream else b""
    params = doc.dict(file.get("/Params"))
    want(file.get("/Subtype") == "/text/markdown", f"is of type {file.get('/Subtype')}")
    want(params.get("/Size") == len(whole), f"is {len(whole)} bytes, not {params.get('/Size')}")
    sum_ = (params.get("/CheckSum") or "")[2:]
    want(sum_ in (hashlib.md5(whole).hexdigest(), hashlib.md5(whole).digest().decode("latin-1")),
         "its checksum is wrong")
    dates = {date_of(text(params.get(k))) for k in ("/CreationDate", "/ModDate")}
    info = doc.dict(doc.trailer.get("/Info"))
    want(dates == {date_of(text(info.get("/ModDate")))}, "its dates are not the document's")


# --- structure ----------------------------------------------------------------------------------
BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table", "Figure", "Caption", "BlockQuote",
          "Code", "Note", "Sect", "Div", "TOC", "Formula"}
INLINES = {"Span", "Link", "Reference", "Code", "Figure", "Note", "Quote", "Lbl"}
FLOW = BLOCKS | INLINES
CHILDREN = {
    "Document": FLOW, "Sect": FLOW, "Div": FLOW, "BlockQuote": FLOW, "Note": FLOW, "LBody": FLOW,
    "TD": FLOW, "TH": FLOW, "Caption": FLOW, "Figure": FLOW,
    "L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "THead": {"TR"}, "TBody": {"TR"},
    "TFoot": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Lbl", "Reference", "P", "TOC"},
}
LEAVES = INLINES | {"L"}  # what may stand in P, headings and inline elements


class Tree:
    """What a walk through the structure tree has found."""

    def __init__(self):
        self.owners = {}     # (page, mcid) -> elements that claim it
        self.order = {}      # page -> marked-content numbers in the order of the tree, but for
                             # those of notes, which stand at the foot and belong to their place
        self.linked = {}     # annotation -> element
        self.types = {}      # element -> type
        self.headings, self.ids, self.inside_notes = [], [], 0


def attribute(doc, element, key):
    for entry in doc.list(element.get("/A")):
        if key in doc.dict(entry):
            return doc.dict(entry)[key]
    return None


def check_element(doc, tree, ref, element, kind):
    def want(good, what):
        doc.expect(good, "structure", f"{ref} {kind}: {what}")

    if re.fullmatch(r"H[1-6]", kind):
        tree.headings.append(int(kind[1]))
    if kind == "TH":
        want(attribute(doc, element, "/Scope") in ("/Row", "/Column", "/Both"), "no Scope")
    if kind == "L":
        want(attribute(doc, element, "/ListNumbering"), "no ListNumbering")
    if kind == "Figure":
        want(text(element.get("/Alt")) or text(element.get("/ActualText")), "no Alt")
        box = doc.list(attribute(doc, element, "/BBox"))
        want(len(box) == 4 and box[0] < box[2] and box[1] < box[3], f"BBox is {box}")
    if kind == "Note":
        want(text(element.get("/ID")), "no ID")
    if "/ID" in element:
        tree.ids.append(text(element["/ID"]))
    if "/Lang" in element:
        want(re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", text(element["/Lang"])), "bad Lang")


def walk(doc, tree, ref, parent, depth=0):
    element = doc.dict(ref)
    kind = element.get("/S", "/?")[1:]
    tree.inside_notes += kind == "Note"
    tree.types[ref] = kind
    doc.expect(element.get("/P") == parent, "structure", f"{ref} {kind}: wrong parent")
    known = kind in CHILDREN or kind in FLOW or kind == "Document"
    doc.expect(known, "structure", f"{ref}: type {kind} is not standard")
    check_element(doc, tree, ref, element, kind)
    kids, below = doc.list(element.get("/K")), []
    doc.expect(kids or kind in ("TD", "TH"), "structure", f"{ref} {kind}: is empty")
    for kid in kids:
        if isinstance(kid, int):
            claim(tree, element.get("/Pg"), kid, ref)
        elif isinstance(kid, dict) and kid.get("/Type") == "/MCR":
            claim(tree, kid.get("/Pg", element.get("/Pg")), kid["/MCID"], ref)
        elif isinstance(kid, dict):
            tree.linked[kid["/Obj"]] = ref
        elif depth < 200:
            below.append(doc.dict(kid).get("/S", "/?")[1:])
            walk(doc, tree, kid, ref, depth + 1)
    strange = set(below) - CHILDREN.get(kind, LEAVES)
    doc.expect(not strange, "structure", f"{ref}: {kind} holds {', '.join(sorted(strange))}")
    if kind == "Link":
        doc.expect(any(isinstance(k, dict) and k.get("/Type") == "/OBJR" for k in kids),
                   "structure", f"{ref}: Link without an annotation")
    if kind == "Table":
        check_table(doc, ref)
    tree.inside_notes -= kind == "Note"


def claim(tree, page, mcid, ref):
    tree.owners.setdefault((page, mcid), []).append(ref)
    if not tree.inside_notes:
        tree.order.setdefault(page, []).append(mcid)


def check_table(doc, ref):
    """Rows are equally wide, spans counted, and there is a header."""
    rows, headers = [], 0

    def collect(element):
        nonlocal headers
        for kid in doc.list(doc.dict(element).get("/K")):
            kind = doc.dict(kid).get("/S")
            if kind in ("/THead", "/TBody", "/TFoot"):
                collect(kid)
            elif kind == "/TR":
                cells = [doc.dict(c) for c in doc.list(doc.dict(kid).get("/K"))]
                headers += sum(c.get("/S") == "/TH" for c in cells)
                rows.append([(attribute(doc, c, "/ColSpan") or 1,
                              attribute(doc, c, "/RowSpan") or 1) for c in cells])

    collect(ref)
    widths, hanging = [], []
    for row in rows:
        width = sum(columns for columns, _ in row) + sum(columns for columns, _ in hanging)
        widths.append(width)
        hanging = [(c, left - 1) for c, left in hanging if left > 1]
        hanging += [(c, r - 1) for c, r in row if r > 1]
    doc.expect(len(set(widths)) == 1, "structure", f"{ref}: rows of {widths} columns")
    doc.expect(headers, "structure", f"{ref}: a table without a TH")


def number_tree(doc, node, into, depth=0):
    node = doc.dict(node)
    pairs = doc.list(node.get("/Nums"))
    for key, value in zip(pairs[::2], pairs[1::2]):
        doc.expect(key not in into, "parents", f"key {key} twice")
        into[key] = value
    for kid in doc.list(node.get("/Kids")) if depth < 20 else []:
        number_tree(doc, kid, into, depth + 1)


def check_structure(doc):
    tree = Tree()
    root_ref = doc.catalog.get("/StructTreeRoot")
    if not doc.expect(root_ref, "structure", "no structure tree"):
        return tree, {}
    root = doc.dict(root_ref)
    kids = doc.list(root.get("/K"))
    doc.expect(len(kids) == 1 and doc.dict(kids[0]).get("/S") == "/Document", "structure",
               "the root holds something else than one Document")
    for kid in kids:
        walk(doc, tree, kid, root_ref)
    for before, level in zip([0] + tree.headings, tree.headings) if "ua" in doc.claims else []:
        doc.expect(level <= before + 1, "structure", f"heading H{level} behind H{before}")
    doc.expect(len(set(tree.ids)) == len(tree.ids), "structure", "an ID is used twice")
    named = [text(key) for key, _ in name_tree(doc, root.get("/IDTree"))]
    doc.expect(named == sorted(tree.ids), "structure", "the IDTree does not list all IDs in order")
    parents = {}
    number_tree(doc, root.get("/ParentTree"), parents)
    return tree, parents


# --- content ------------------------------------------------------------------------------------
TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f]*>|\[|\]|/[^\s<>\[\]()/%]*"
                   rb"|[^\s<>\[\]()/%]+")
PAINTS = set("f F f* B B* b b* S s sh Do Tj TJ ' \" BI EI".split())
OPERATORS = PAINTS | set("q Q cm w J j M d ri i gs m l c v y h re W W* n BT ET Tc Tw Tz TL Tf Tr Ts "
                         "Td TD Tm T* g G rg RG BDC BMC EMC".split())
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")


class Content:
    """The state of one content stream while it is read."""

    def __init__(self, doc, page):
        self.doc, self.page = doc, page
        self.mcids, self.shown = [], {}
        self.open = None       # "mcid", "artifact" or None
        self.row = False       # inside a Span that says the words of a table's row or a foot
        self.paginates = False  # the artifact is a foot
        self.in_text, self.depth, self.font = False, 0, None

    def found(self, what):
        self.doc.found("content", f"{self.page}: {what}")

    def begin(self, args):
        if self.open and args[0] != "/Span":
            self.found("marked content inside marked content")
        if self.in_text:
            self.found("marked content begins inside a text object")
        number = re.search(r"/MCID (\d+)", " ".join(args))
        if args[0] == "/Span" and not number and "/ActualText" in " ".join(args):
            running = self.open == "artifact" and self.paginates
            if self.row or (self.open and not running):
                self.found("a row's Span inside marked content")
            self.row = True
            return
        if self.row and not number:
            self.found("no element's content inside a row's Span")
        if self.open:
            self.found("marked content inside marked content")
        self.open = "mcid" if number else "artifact"
        self.paginates = "/Pagination" in args
        if number:
            self.mcids.append(int(number.group(1)))
        elif args[0] != "/Artifact":
            self.found(f"{args[0]} without an MCID")
        elif "/Type" not in args:
            self.found("an artifact without a type")

    def run(self, operator, args):
        if operator in ("BDC", "BMC"):
            self.begin(args)
        elif operator == "EMC":
            if not (self.open or self.row) or self.in_text:
                self.found("EMC out of place")
            if self.row and (not self.open or self.paginates):
                self.row = False
            else:
                self.open = None
            self.paginates &= self.open is not None
        elif operator in ("BT", "ET"):
            if self.in_text == (operator == "BT"):
                self.found(f"{operator} out of place")
            self.in_text = operator == "BT"
        elif operator in ("q", "Q"):
            self.depth += 1 if operator == "q" else -1
            if self.depth < 0 or self.depth > 28:
                self.found("q and Q do not match")
        elif operator == "Tf":
            self.font = args[0]
        elif operator in ("Tj", "TJ"):
            codes = self.shown.setdefault(self.font, [])
            for part in args:
                if part[0] == "<":
                    codes += [int(part[i:i + 4], 16) for i in range(1, len(part) - 1, 4)]
                elif operator == "TJ" and part not in "[]" and not re.fullmatch(r"-?\d+", part):
                    self.found(f"TJ moves by {part}")
            if not self.in_text:
                self.found("text outside a text object")
        if operator in PAINTS and not self.open:
            self.found(f"{operator} outside marked content")
        if operator not in OPERATORS:
            self.found(f"unknown operator {operator}")

    def read(self, stream):
        args = []
        for token in TOKEN.findall(stream):
            token = token.decode("latin-1")
            plain = token[0] in "(</[]>" or NUMBER.fullmatch(token) or token in ("true", "false")
            if plain:
                args.append(token)
                continue
            self.run(token, args)
            args = []
        if self.open or self.in_text or self.depth:
            self.found("something is left open")


def check_pages(doc, tree, parents):
    shown = {}
    for ref in doc.page_refs:
        page = doc.dict(ref)
        doc.expect(page.get("/Tabs") == "/S", "page", f"{ref}: tab order is not the structure's")
        doc.expect("/Resources" in page, "page", f"{ref}: no resources of its own")
        doc.expect("/AA" not in page, "page", f"{ref}: has actions")
        box = doc.list(page.get("/MediaBox"))
        doc.expect(len(box) == 4 and box[:2] == [0, 0] and 3 <= min(box[2:]) and
                   max(box[2:]) <= 14400, "page", f"{ref}: MediaBox is {box}")
        content = Content(doc, ref)
        parts = page.get("/Contents", [])
        content.read(b"\n".join(doc.data(p) for p in ([parts] if isinstance(parts, str) else parts)))
        check_owners(doc, tree, parents, ref, page, content.mcids)
        fonts = doc.dict(doc.dict(page.get("/Resources")).get("/Font"))
        for font, codes in content.shown.items():
            if doc.expect(font in fonts, "fonts", f"{ref}: {font} is not in the resources"):
                shown.setdefault(fonts[font], set()).update(codes)
        check_annotations(doc, tree, parents, ref, page, box)
    left = [key for key in tree.owners if key[0] not in doc.page_refs]
    doc.expect(not left, "parents", f"{len(left)} claims on pages that are none")
    return shown


def check_owners(doc, tree, parents, ref, page, mcids):
    listed = doc.list(parents.get(page.get("/StructParents")))
    doc.expect(mcids == sorted(set(mcids)), "parents", f"{ref}: MCIDs twice or out of order")
    doc.expect(len(listed) == len(mcids), "parents",
               f"{ref}: {len(listed)} parents for {len(mcids)} MCIDs")
    for mcid in mcids:
        owners = tree.owners.get((ref, mcid), [])
        doc.expect(len(owners) == 1, "parents", f"{ref}: MCID {mcid} has {len(owners)} owners")
        if owners and mcid < len(listed):
            doc.expect(listed[mcid] == owners[0], "parents", f"{ref}: MCID {mcid} disagrees")
    claimed = [mcid for page_ref, mcid in tree.owners if page_ref == ref]
    doc.expect(set(claimed) <= set(mcids), "parents", f"{ref}: claims on MCIDs that are none")
    order = tree.order.get(ref, [])
    doc.expect(order == sorted(order), "order", f"{ref}: the tree is not in the order of the page")


def check_annotations(doc, tree, parents, ref, page, box):
    names = {text(k) for k, _ in name_tree(doc, doc.dict(doc.catalog.get("/Names")).get("/Dests"))}
    for link in doc.list(page.get("/Annots")):
        annot = doc.dict(link)

        def want(good, what, link=link):
            doc.expect(good, "links", f"{ref} {link}: {what}")

        want(annot.get("/Subtype") == "/Link", "is no link")
        want(annot.get("/F") == 4, "flags are not 4")
        want(text(annot.get("/Contents")), "no Contents")
        owner = parents.get(annot.get("/StructParent"))
        want(owner and tree.linked.get(link) == owner, "is not in the structure")
        want(tree.types.get(owner) == "Link", "is not inside a Link")
        x0, y0, x1, y1 = annot.get("/Rect", [0, 0, 0, 0])
        want(x0 < x1 and y0 < y1 and x1 > 0 and y1 > 0 and x0 < box[2] and y0 < box[3],
             f"Rect is {annot.get('/Rect')}")
        action = doc.dict(annot.get("/A"))
        if action:
            uri = text(action.get("/URI")) or ""
            want(action.get("/S") == "/URI" and uri.isascii() and " " not in uri, "bad action")
        else:
            want(text(annot.get("/Dest")) in names, "leads to no destination")


# --- fonts and pictures ----------------------------------------------------------------------------
def widths_of(doc, font):
    widths, entries, i = {}, doc.list(font.get("/W")), 0
    while i + 1 < len(entries):
        run = doc.list(entries[i + 1])
        widths.update({entries[i] + k: w for k, w in enumerate(run)})
        i += 2
    return widths


def program_widths(program):
    """Advance of each glyph of a TrueType file, in thousandths of an em."""
    def table(tag):
        for i in range(int.from_bytes(program[4:6], "big")):
            row = program[12 + 16 * i:28 + 16 * i]
            if row[:4] == tag:
                at = int.from_bytes(row[8:12], "big")
                return program[at:at + int.from_bytes(row[12:16], "big")]
        return b""

    upem = int.from_bytes(table(b"head")[18:20], "big")
    count = int.from_bytes(table(b"hhea")[34:36], "big")
    glyphs = int.from_bytes(table(b"maxp")[4:6], "big")
    hmtx = table(b"hmtx")
    return [int.from_bytes(hmtx[4 * min(i, count - 1):4 * min(i, count - 1) + 2], "big") * 1000 /
            upem for i in range(glyphs)]


def glyph_map(doc, value):
    """CIDs to glyphs of the program, as a function; a number too large for a CID beyond the map."""
    if value == "/Identity":
        return lambda cid: cid
    if not isinstance(value, str) or not REF.fullmatch(value):
        return None
    table = doc.data(value)
    return lambda cid: int.from_bytes(table[2 * cid:2 * cid + 2] or b"\xff\xff\xff", "big")


def check_font(doc, ref, codes):
    font = doc.dict(ref)

    def want(good, what):
        doc.expect(good, "fonts", f"{ref} {font.get('/BaseFont')}: {what}")

    want(font.get("/Subtype") == "/Type0" and font.get("/Encoding") == "/Identity-H", "no Type0")
    below = doc.dict(doc.list(font.get("/DescendantFonts"))[0])
    described = doc.dict(below.get("/FontDescriptor"))
    want(re.match(r"/[A-Z]{6}\+", below.get("/BaseFont", "")), "no subset tag")
    names = [below.get("/BaseFont", "") + ending for ending in ("", "-Identity-H")]
    want(font.get("/BaseFont") in names, "is not named after its descendant")
    want(described.get("/FontName") == below.get("/BaseFont"), "names differ")
    for key in ("/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight",
                "/StemV"):
        want(key in described, f"no {key}")
    widths = widths_of(doc, below)
    program = described.get("/FontFile2") or described.get("/FontFile3")
    if not program:
        want(False, "is not embedded")
    elif below.get("/Subtype") == "/CIDFontType2":
        glyphs = glyph_map(doc, below.get("/CIDToGIDMap"))
        want(glyphs, "no CIDToGIDMap")
        real = program_widths(doc.data(program))
        wrong = [c for c in codes if glyphs and not 0 <= glyphs(c) < len(real) or
                 abs(real[glyphs(c)] - widths.get(c, -9)) > 1]
        want(not wrong, f"widths of {wrong[:5]} are not the program's")
    else:
        want(doc.dict(program).get("/Subtype") == "/CIDFontType0C", "wrong kind of program")
    want(0 not in codes, "shows .notdef")
    want(all(c in widths for c in codes), "a code without a width")
    says = {}
    if "/ToUnicode" in font:
        cmap = doc.data(font["/ToUnicode"]).decode("latin-1")
        says = {int(a, 16): b for a, b in re.findall(r"^<([0-9A-F]{4})><([0-9A-F]*)>$", cmap, re.M)}
        for a, z, b in re.findall(r"^<([0-9A-F]{4})><([0-9A-F]{4})><([0-9A-F]{4})>$", cmap, re.M):
            want(a[:2] == z[:2] and int(b[2:], 16) + int(z, 16) - int(a, 16) < 256,
                 f"range {a} to {z} changes more than its last byte")
            says.update({int(a, 16) + i: f"{int(b, 16) + i:04X}"
                         for i in range(int(z, 16) - int(a, 16) + 1)})
    dumb = [c for c in codes if says.get(c, "") in ("", "0000", "FEFF", "FFFE")]
    want(not dumb, f"codes {dumb[:5]} say nothing")


def check_pictures(doc):
    for key, entry in doc.objects.items():
        picture = entry.get("stream", {}).get("dict", {}) if isinstance(entry, dict) else {}
        filters = doc.list(picture.get("/Filter"))
        doc.expect("/LZWDecode" not in filters and "/F" not in picture, "streams", f"{key}: filter")
        if picture.get("/Subtype") != "/Image":
            continue
        space = doc.list(picture.get("/ColorSpace"))
        doc.expect(space[:1] in (["/DeviceRGB"], ["/DeviceGray"], ["/Indexed"]), "pictures",
                   f"{key}: colours {space[:1]}")
        doc.expect(picture.get("/Interpolate") is not True, "pictures", f"{key}: interpolates")
        doc.expect(picture.get("/BitsPerComponent") in (1, 2, 4, 8), "pictures", f"{key}: bits")


def judge(path, claims):
    """The findings about a file, and what was looked at, in words."""
    doc = Doc(path)
    doc.claims = claims
    check_file(doc, claims)
    check_catalog(doc)
    check_metadata(doc, claims)
    tree, parents = check_structure(doc)
    shown = check_pages(doc, tree, parents)
    for ref, codes in sorted(shown.items()):
        check_font(doc, ref, codes)
    check_pictures(doc)
    seen = f"{len(doc.page_refs)} pages, {len(tree.types)} elements, " \
           f"{len(tree.owners)} pieces of content, {len(tree.linked)} links, {len(shown)} fonts"
    return doc.findings, seen


def check(path, claims):
    findings, seen = judge(path, claims)
    print("\n".join(findings) or f"{path}: nothing found: {seen}")
    return not findings


def main(args):
    claims = {"ua", "a2"}
    if args[:1] == ["--claims"]:
        claims = set(args[1].split(",")) - {"none"}
        args = args[2:]
    if not args:
        sys.exit(__doc__)
    return 0 if all([check(path, claims) for path in args]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
