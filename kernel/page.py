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
    html, _ = nbconvert.HTMLExporter().from_notebook_node(notebook, resources=resources)
    return LOADED.sub("", html)


def mathml(match):
    if match["code"]:
        return match["code"]
    display = "block" if match["block"] else "inline"
    return tex.convert(match["block"] or match["inline"], display=display)
