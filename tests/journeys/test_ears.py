"""The listeners that must stay silent hear, see and name what is planted for them."""

import pytest

from tests.articles.factories import published_article
from tests.journeys.hostile import opened, read, silent

pytestmark = pytest.mark.browser

ACTING = {
    "<img src=x onerror=alert(1)>": "ran alert",
    "<script>confirm(1)</script>": "ran confirm",
    "<svg onload=prompt(1)>": "ran prompt",
    "<body onload=print()>": "ran print",
    '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>': "ran alert",
    "<script>setTimeout(() => alert(1))</script>": "ran alert",
    "<script src=https://contoh.example/x.js></script>": "elsewhere https://contoh.example/x.js",
    "<img src=//contoh.example/x.png>": "elsewhere http://contoh.example/x.png",
    "<script>keliru(</script>": "broke",
}
STANDING = {
    '<a href="&#1;java&#9;script:alert(1)">x</a>': "address javascript:",
    '<form action="data:text/html,x"></form>': "address data:",
    "<p onclick=x>": "attribute onclick",
    "<base href=/lain/>": "element",
    "<meta http-equiv=x>": "element",
    '<div class="comment-body"><b>x</b></div>': "<b> in .comment-body",
    '<div class="comment-body"><p style="color: red">x</p></div>': "style in .comment-body",
    "<h1><i>x</i></h1>": "<i> in h1",
}


@pytest.fixture
def unguarded(visit):
    page = visit(bypass_csp=True)
    page.goto("/berita/")
    return page


def test_what_acts_is_heard_and_what_could_act_is_seen(unguarded):
    plants = {**ACTING, **STANDING}

    heard = read(unguarded, ["<p>Halo.</p>", *plants])

    for number, what in enumerate(plants.values(), 1):
        assert any(what in one and (f"page {number}" in one or "page" not in one) for one in heard), (what, heard)
    assert not any("page 0" in one for one in heard)


def test_what_acts_on_an_opened_page_is_heard(unguarded):
    source = "<h1><i>x</i></h1><img src=x onerror=alert(1)><input autofocus onfocus=confirm(1)>"
    unguarded.route("**/tanam/", lambda route: route.fulfill(content_type="text/html", body=source))

    heard = "\n".join(opened(unguarded, "/tanam/"))

    assert [what for what in ("ran alert", "ran confirm", "attribute onerror", "<i> in h1") if what not in heard] == []


def test_page_that_goes_elsewhere_is_noticed(unguarded):
    source = "<script>location = '/'</script>"
    unguarded.route("**/tanam/", lambda route: route.fulfill(content_type="text/html", body=source))

    assert any("went to" in one for one in opened(unguarded, "/tanam/"))


def test_the_one_that_acts_among_many_is_named(unguarded):
    plant = "<img src=x onerror=alert(1)>"
    samples = [f"Halo {n}." for n in range(13)]

    silent(samples, lambda lot: read(unguarded, ["".join(lot)]))
    with pytest.raises(pytest.fail.Exception, match="onerror=alert") as failure:
        silent([*samples[:9], plant, *samples[9:]], lambda lot: read(unguarded, ["".join(lot)]))

    assert "Halo" not in str(failure.value)


def test_policy_lets_nothing_planted_run_and_its_reports_are_heard(visit, db):
    page = visit()
    page.goto(published_article().get_absolute_url())
    assert page.ears.settle(page) == []

    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)><p style=\"color: red\">')"
    )
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'alert(1)' }))")
    page.evaluate("new Image().src = 'https://contoh.example/x.png'")
    heard = page.ears.settle(page)

    for directive in ("script-src-attr", "style-src-attr", "script-src-elem", "img-src"):
        assert any(one.startswith(f"policy {directive}") for one in heard), heard
    assert not any("ran" in one for one in heard)
