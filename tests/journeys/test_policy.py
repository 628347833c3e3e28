"""The strict policy is in force on every page and has nothing to report on any."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles import publishing
from comments.models import Status
from tests.articles.factories import draft, photo, published_article, report
from tests.comments.factories import comment
from tests.journeys.acts import FORM, sign_in
from tests.journeys.hostile import opened

pytestmark = pytest.mark.browser

PASTED = [
    """<html><head><style>p.MsoNormal {color: red}</style></head><body>
    <p class=MsoNormal style='color:red;mso-list:l0' onclick="alert(1)">Dari <b>Word</b>.</p>
    <p><a href="javascript:alert(1)">tautan</a> <img src="x" onerror="alert(1)"></p></body></html>""",
    """<b style="font-weight:normal;" id="docs-internal-guid-1"><p style="line-height:1.38"><span
    style="font-size:11pt;font-weight:700">Tebal</span><span style="font-weight:400"> biasa </span><span
    style="font-style:italic;font-weight:400">miring</span></p></b>""",
]


@pytest.fixture
def newsroom_at_work(db, person):
    """Something of everything that a screen can show."""
    writer = person("Penulis")
    series = report()
    parts = [published_article(report=series, lead_photo=photo(), author=writer, tags=["NTT"]) for _ in range(2)]
    gone = publishing.withdraw(published_article(), reason="Ada kekeliruan data.")
    shown = comment(parts[0], status=Status.APPROVED, by=writer, website="https://contoh.id/")
    comment(parts[0], status=Status.APPROVED, by=writer, parent=shown)
    return {"parts": parts, "gone": gone, "draft": draft(), "shown": shown, "waiting": comment(parts[0])}


def test_readers_pages_have_nothing_to_report(newsroom_at_work, visit):
    page = visit(width=390, height=844, phone=True)
    story, shown = newsroom_at_work["parts"][0], newsroom_at_work["shown"]
    address = story.get_absolute_url()

    heard = []
    for path in (
        *("/", "/berita/", address, f"{address}?balas={shown.pk}", newsroom_at_work["gone"].get_absolute_url()),
        *("/tidak-ada/", f"/tanggapan/{shown.plain_receipt}/"),
    ):
        heard += opened(page, path)
        assert page.evaluate("fetch(location).then((answer) => answer.headers.has('Content-Security-Policy'))"), path
    page.goto(f"{address}#balasan")
    page.evaluate(f"document.querySelector('{FORM}').noValidate = true")
    page.click(f"{FORM} [type=submit]")
    page.wait_for_selector("[aria-invalid=true]")

    assert heard + page.ears.settle(page) == []


def screens(things) -> list[str]:
    """Every address of the desk that a form or a link leads to."""
    found = [reverse(f"admin:{name}") for name in ("index", "queue", "paste", "redaksi", "password_change")]
    found += [f"{reverse('admin:queue')}?tampilan={view}" for view in ("tayang", "spam", "sampah")]
    found += [reverse("admin:app_list", args=["articles"]), "/admin/tidak-ada/"]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        for row in model._default_manager.all()[:1]:
            found += [reverse(f"{name}_{act}", args=[row.pk]) for act in ("change", "history", "delete")]
    for story in (things["gone"], things["draft"]):
        found.append(reverse("admin:articles_article_change", args=[story.pk]))
    return [*found, f"{reverse('admin:articles_photo_add')}?_popup=1"]


def test_desk_has_nothing_to_report(newsroom_at_work, visit, person):
    page = visit()
    heard = opened(page, "/admin/login/?next=/admin/")
    operator = person(is_superuser=True)
    sign_in(page, operator)

    for path in [*screens(newsroom_at_work), f"/admin/accounts/user/{operator.pk}/password/"]:
        assert page.goto(path).status < 500, path
        heard += [f"{path}: {what}" for what in page.ears.settle(page)]
    assert not heard, "\n".join(heard)


def test_acts_at_the_desk_have_nothing_to_report(newsroom_at_work, visit, person):
    page = visit()
    sign_in(page, person("Redaktur", "Moderator"))

    page.goto("/admin/antrean/")
    page.click(".queue-email button")
    page.wait_for_selector(".queue-address")
    page.goto("/admin/articles/article/")
    page.click("#action-toggle")
    page.select_option("select[name=action]", "withdraw")
    page.click("button[name=index]")
    page.wait_for_selector("textarea[name=reason]")
    page.goto("/admin/impor/")
    page.fill("textarea[name=text]", "Hanya judul")
    page.click(".paste-form [type=submit]")
    page.wait_for_selector(".errorlist")

    assert page.ears.settle(page) == []


def paste(page, html: str) -> None:
    """As with Ctrl+V: another programme put this on the clipboard."""
    elsewhere = page.context.new_page()
    elsewhere.route("**/*", lambda route: route.fulfill(content_type="text/html", body="<p>Papan klip"))
    elsewhere.goto("/papan-klip/")
    elsewhere.evaluate(
        """(html) => navigator.clipboard.write([
          new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }) }),
        ])""",
        html,
    )
    elsewhere.close()
    page.bring_to_front()
    page.keyboard.press("Control+v")


def test_editor_has_nothing_to_report_while_one_writes(newsroom_at_work, visit, person):
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    sign_in(page, person("Redaktur"))
    page.goto("/admin/articles/article/add/")
    text = page.locator(".tiptap")

    text.click()
    page.keyboard.type("## Subjudul\nSatu ")
    page.keyboard.press("Control+b")
    page.keyboard.type("tebal")
    page.keyboard.press("Control+b")
    page.keyboard.type(" lalu\n- butir\n\n\n> kutipan\n\n\n")
    page.click("[data-name=orderedList]")
    page.keyboard.type("angka\n\n\n")
    for html in PASTED:
        paste(page, html)
    page.keyboard.press("Control+a")
    page.click("[data-name=link]")
    page.fill("dialog [name=href]", "https://contoh.id/")
    page.click("dialog button[type=submit]")
    page.click(".field-lead_photo .select2-selection")
    page.wait_for_selector(".select2-results__option:not(.loading-results)")
    page.keyboard.press("Enter")
    page.click("#calendarlink0")
    page.wait_for_selector(".calendarbox", state="visible")

    assert page.ears.settle(page) == []
    html = text.inner_html()
    for kept in ("<h2>", "<strong>tebal</strong>", "<ul>", "<ol ", "<blockquote>", 'href="https://contoh.id/"'):
        assert kept in html
    assert "Dari <strong>Word</strong>." in html
    assert "<strong>Tebal</strong> biasa <em>miring</em>" in html
    for dropped in ("color", "Mso", "onclick", "javascript:", "<img src"):
        assert dropped not in html
