"""A notebook as one HTML page that needs no network: formulas are MathML, and nothing is loaded from a server."""

import copy
import re

import nbconvert

try:
    import latex2mathml.converter as tex
except ImportError:  # a Jupyter of the user's own: formulas stay TeX, and the page asks a server for MathJax
    tex = None

CODE_OR_MATH = re.compile(r"(?P<code>```.*?```|`[^`\n]+`)|\$\$(?P<block>.+?)\$\$|\$(?P<inline>[^$\n]+?)\$", re.DOTALL)
LOADED = re.compile(
    r"<!-- Load mathjax -->.*?<!-- End of mathjax configuration -->"
    r'|<script\b[^>]*\bsrc="https?:[^>]*></script>'
    r'|<script type="module">.*?</script>',
    re.DOTALL,
)


def to_html(notebook, name):
    """The page of a notebook, its name as title."""
    resources = {"metadata": {"name": name}}
    if tex is None:
        return nbconvert.HTMLExporter().from_notebook_node(notebook, resources=resources)[0]
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = CODE_OR_MATH.sub(mathml, cell.source)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/latex" in data:
                data["text/html"] = CODE_OR_MATH.sub(mathml, data["text/latex"])
    html, _ = nbconvert.HTMLExporter().from_notebook_node(notebook, resources=resources)
    return LOADED.sub("", html)


def mathml(match):
    if match["code"]:
        return match["code"]
    display = "block" if match["block"] else "inline"
    return aligned(tex.convert(plainer(match["block"] or match["inline"]), display=display))


def plainer(formula):
    """Without what the converter does not know: it has no aligned, but the same as split, and no extra space of a line."""
    return re.sub(r"\\\\\[\w+\]", r"\\\\", formula).replace("{aligned}", "{split}")


def aligned(markup):
    """Browsers know the alignment of a column only as a style."""
    return re.sub(r'columnalign="(\w+)"', r'style="text-align: \1"', markup)
