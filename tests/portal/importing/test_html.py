"""HTML from elsewhere: what an article may hold of it, and that nothing else passes."""

import pytest

from kheo.portal.html import Picture, Table, Text, frames_in, pieces


def html_of(html, **options):
    return "".join(piece.html for piece in pieces(html, **options) if isinstance(piece, Text))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Một <strong>hai</strong> <em>ba</em>", "<p>Một <b>hai</b> <i>ba</i></p>"),
        ("<h1>A</h1><h2>B</h2><h4>C</h4>", "<h2>A</h2><h2>B</h2><h3>C</h3>"),
        ("một<br><br>hai<br>ba", "<p>một</p><p>hai<br/>ba</p>"),
        ("<div>một<div>hai</div>ba</div>", "<p>một</p><p>hai</p><p>ba</p>"),
        ("<b><p>một</p><p>hai</p></b>", "<p><b>một</b></p><p><b>hai</b></p>"),
        ("<p>&nbsp; </p><p><b> </b></p><p>x</p>", "<p>x</p>"),
        ("<ul><li>a<ol><li>b</ol><li><p>c<p>d</ul>", "<ul><li>a<ol><li>b</li></ol></li><li>c<br/>d</li></ul>"),
        ("<ul></ul><ul><li></li></ul>", ""),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "<blockquote>a<br/>b</blockquote>"),
        ("a<hr>b", "<p>a</p><hr/><p>b</p>"),
        ("1 < 2 &amp; 3 &lt;b&gt;", "<p>1 &lt; 2 &amp; 3 &lt;b&gt;</p>"),
        ("m<sup>2</sup>, CO<sub>2</sub>, 1<sup>er</sup>", "<p>m², CO₂, 1er</p>"),
        ("Tie\u0302\u0301ng\u200b Việt", "<p>Tiếng Việt</p>"),
        ("kinh tế -xã hội,  hai dấu cách", "<p>kinh tế -xã hội,  hai dấu cách</p>"),
        ("<a href='https://a.example/?x=1&y=2'>a</a>", '<p><a href="https://a.example/?x=1&amp;y=2">a</a></p>'),
        ("<a href='/tin/'>a</a> <a href='gan.html'>b</a> <a href='#x'>c</a> <a name=x>d</a>", '<p><a href="/tin/">a</a> b c d</p>'),
        ("<a href='mailto:a@b.example'>a</a>", '<p><a href="mailto:a@b.example">a</a></p>'),
        ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<a href='http://[a'>a<img src=b.jpg></a>", "<p>a</p>"),
        ("<pre>một\nhai</pre>", "<p>một hai</p>"),
        ("<o:p>Word</o:p><!-- x --><![if !a]>", "<p>Word</p>"),
    ],
)  # fmt: skip
def test_what_is_kept(given, kept):
    assert html_of(given) == kept


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>x",
        "<scr<script>ipt>alert(1)</script>x",
        "<p onclick=alert(1) style='background:url(javascript:x)'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java\nscript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='vbscript:x'>x</a>",
        "<iframe src='//evil.example'></iframe>x",
        "<svg onload=alert(1)></svg>x",
        "<math><mtext><script>alert(1)</script></mtext></math>x",
        "<style>*{display:none}</style>x",
        "<object data=x></object><embed src=x>x",
        "<form action=//evil.example>x<input name=a></form>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>x",
        "<base href='//evil.example'>x",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>x",
    ],
)
def test_nothing_harmful_passes(attack):
    made = html_of(attack)

    inside = made.removeprefix("<p>").removesuffix("</p>")
    assert (inside[-1], inside.count("<"), len(made) - len(inside)) == ("x", 0, 7)


def test_links_to_the_old_site_become_addresses_of_this_one():
    made = html_of(
        "<a href='http://cu.example/a/?b=1'>1</a><a href='c.html'>2</a><a href='//cu.example/d'>3</a>",
        base="http://cu.example/tin/x.html",
    )

    assert made == '<p><a href="/a/?b=1">1</a><a href="/tin/c.html">2</a><a href="/d">3</a></p>'


def test_pictures_stand_between_texts_with_caption_and_the_larger_file_first():
    assert pieces("<p>a <a href='x/lon.jpg'><img data-src='x/nho.jpg' src='cho.gif' alt=' Ảnh\n đẹp '></a> b</p>") == [
        Text("<p>a</p>"),
        Picture(("x/lon.jpg", "x/nho.jpg", "cho.gif"), "Ảnh đẹp", ""),
        Text("<p>b</p>"),
    ]
    assert pieces("<figure><figcaption>Trước</figcaption><img src=a.jpg></figure>") == [
        Picture(("a.jpg",), "", "Trước")
    ]
    assert pieces("<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>Dưới</p></div><p>x</p>") == [
        Picture(("a.jpg",), "", "Dưới"),
        Text("<p>x</p>"),
    ]
    assert pieces("<ul><li>một<img src=a.jpg></li><li>hai</li></ul>sau") == [
        Text("<ul><li>một</li><li>hai</li></ul>"),
        Picture(("a.jpg",)),
        Text("<p>sau</p>"),
    ]
    assert pieces("<ul><li><table><tr><td>a</td><td>b<img src=c.jpg></td></tr></table></li></ul>") == [
        Table((("a", "b"),)),
        Picture(("c.jpg",)),
    ]
    assert pieces("<figure><figcaption>Lời<br>lẻ</figcaption></figure><img><p class=caption> </p>") == [
        Text("<p>Lời lẻ</p>")
    ]
    assert pieces("<p class='caption'>Không có ảnh nào</p>") == [Text("<p>Không có ảnh nào</p>")]


def test_a_table_that_tells_something_stays_a_table():
    table = (
        "<table><caption>Số liệu</caption><tr><th>Xã</th><th>Hộ</th></tr><tr><td rowspan=2>A</td><td>1<br>2</td></tr>"
        "<tr><td>3</td></tr><tr><td colspan=2>Cộng</td></tr><tr><td></td><td></td></tr></table>"
    )

    assert pieces(table) == [
        Table((("Xã", "Hộ"), ("A", "1\n2"), ("", "3"), ("Cộng", "")), has_header=True, caption="Số liệu")
    ]


def test_tables_that_only_place_things_are_plain_text():
    assert pieces("<table><tr><td><table><tr><td><p>Một</p></td></tr></table></td><td>Hai</td></tr></table>") == [
        Text("<p>Một</p><p>Hai</p>")
    ]
    assert pieces("<table><tr><td><img src=a.jpg></td></tr><tr><td>Lời ảnh</td></tr></table>") == [
        Picture(("a.jpg",), "", "Lời ảnh")
    ]


@pytest.mark.parametrize(
    "bomb", ["<div>" * 20_000 + "x", "<b>" * 20_000 + "x", "<table><tr><td>" * 2_000 + "x", "<ul><li>" * 5_000 + "x"]
)
def test_deep_nesting_costs_its_length(bomb):
    from time import monotonic  # only this test looks at the clock

    start = monotonic()
    made = html_of(bomb)

    assert made.replace("<ul><li>", "").replace("</li></ul>", "") in ("<p>x</p>", "<p><b>x</b></p>", "x")
    assert monotonic() - start < 20


def test_frames_are_counted():
    assert frames_in("<iframe src=a></iframe><VIDEO></VIDEO><p>iframe</p>") == 2
