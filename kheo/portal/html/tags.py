"""Which tags mean what to an article."""

INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i"}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
BLOCKS = {"p", "div", "section", "article", "main", "center", "address", "pre", "dl", "dt", "dd", "header"}
TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
OTHERS = {"a", "br", "hr", "img", "figure", "figcaption", "blockquote", "ul", "ol", "li", "sup", "sub"}
VOID = {"br", "hr", "img"}
GONE = {
    "script", "style", "noscript", "iframe", "object", "embed", "select", "textarea", "button", "title", "svg", "math",
    "template", "video", "audio", "nav",
}  # fmt: skip
LAZY = ("data-original", "data-lazy-src", "data-src", "src")
SCHEMES = {"http", "https", "mailto", "tel"}
RAISED = {"sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"), "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")}
