"""
Readers with marks on them – address, network, browser – reply in every way there is.

Then everything is searched for the marks and their digests: what anybody else
can fetch, what was answered, what was mailed, what was logged, and every byte on
the disk: database, journal, caches.
"""

import base64
import hashlib
import re
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urldefrag, urlencode, urljoin, urlsplit

import pytest

from tests.operations.house import House
from tests.operations.test_crawl import Links

pytestmark = pytest.mark.xdist_group("given_away")

STORY = """
from articles import publishing, saving
from django.contrib.auth.models import Group
from humas.base.cleaning import paragraphs

moderator = User.objects.create(username="ferdi", email="ferdi@meja.example", is_staff=True)
moderator.groups.add(Group.objects.get(name="Moderator"))
Newsroom.objects.update(mails_each=True)
for words in ("Jembatan Dibuka", "Panen Raya"):
    story = Article(headline=words, body=paragraphs("Rote Ndao – Berita singkat."))
    saving.save(story)
    print(publishing.publish(story).get_absolute_url())
"""
DECIDE = """
from comments import moderation

by = User.objects.get()
for name, status in {"Tayang": "approved", "Spam": "spam", "Sampah": "trash", "Tunggu": "approved"}.items():
    moderation.decide(Comment.objects.filter(name=name).values_list("pk", flat=True), status, by=by)
"""
BROWSER = "Peramban-Bertanda-7719/1.0 (Ponsel Rahasia)"
NETWORK = "203.0.113.77"
MARKS = {
    name: f"{name}.bertanda-{number}@surat-{number}.id"
    for number, name in enumerate(("Tayang", "Tunggu", "Spam", "Sampah", "Jebak", "Salah", "Banyak", "Asing"), 7711)
}


def traces(mark: str) -> dict[bytes, str]:
    """What would give a mark away → how it is written there."""
    found = {}
    for written in {mark, mark.lower(), mark.casefold().strip(), mark.upper()}:
        data = written.encode()
        found |= {data: "plain", quote(written, safe="").encode(): "in a URL", data.hex().encode(): "in hex"}
        found[base64.b64encode(data).rstrip(b"=")[:-1]] = "in base64"
        for name in ("md5", "sha1", "sha256"):
            digest = hashlib.new(name, data)
            found[digest.hexdigest().encode()] = name
            found[base64.b64encode(digest.digest()).rstrip(b"=")] = f"{name} in base64"
            found[digest.digest()] = f"{name}, raw"
    return {trace.lower(): kind for trace, kind in found.items()}


ALL = {trace: (mark, kind) for mark in (*MARKS.values(), NETWORK, "203.0.113.0/24", "203.0.113", BROWSER)
       for trace, kind in traces(mark).items()}  # fmt: skip


def given_away(data: bytes, but: str = "") -> list[tuple[str, str]]:
    data = data.lower()
    return sorted({told for trace, told in ALL.items() if told[0] != but and trace in data})


class Browser:
    """A reader behind the proxy, with a marked browser in a marked network."""

    def __init__(self, site: str):
        self.connection = HTTPConnection(urlsplit(site).netloc, timeout=60)

    def ask(self, method: str, path: str, fields: dict | None = None, **headers: str) -> tuple[int, str, bytes]:
        """(status, Location, head and body as they came)"""
        headers = {"User-Agent": BROWSER, "X-Forwarded-For": NETWORK, "Sec-Fetch-Site": "same-origin"} | headers
        body = None
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(fields)
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers.get("Location", ""), f"{answer.headers}".encode() + answer.read()

    def reply(self, story: str, name: str, **fields: str) -> tuple[int, str, bytes]:
        page = self.ask("GET", story)[2].decode()
        token = re.search(r'name="token" value="([^"]+)"', page)[1]
        words = {"body": f"Kata dari {name}.", "name": name, "email": MARKS[name], "token": token, "t": "30"}
        words["kabar"] = "1"
        headers = fields.pop("headers", {})
        return self.ask("POST", f"{story}tanggapan/", words | fields, **headers)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """All that came out {what: bytes}, what lies on the disk {file: marks}, and the folder of the letters."""
    house = House(tmp_path_factory.mktemp("bocor") / "rumah")
    letters = house.folder / "surat-uji"
    house.environment |= {"TRUSTED_PROXIES": "127.0.0.1", "EMAIL_URL": f"filemail:///{letters}", "DEBUG": "0"}
    public, own = {}, []
    try:
        stories = house.do(STORY).split()
        with house.serving() as site:
            browser, visitor = Browser(site), HTTPConnection(urlsplit(site).netloc, timeout=60)
            for name in ("Tayang", "Tunggu", "Spam", "Sampah"):
                status, receipt, answer = browser.reply(stories[0], name)
                assert status == 303
                public[f"303 {name}"] = answer
                own.append(receipt)
            status, receipt, public["trap"] = browser.reply(stories[0], "Jebak", ruas_kosong="mesin")
            own.append(receipt)
            status, _receipt, own_form = browser.reply(stories[0], "Salah", body="")
            assert (status, given_away(own_form, but=MARKS["Salah"])) == (422, [])
            status, _receipt, public["403"] = browser.reply(
                stories[0], "Asing", headers={"Sec-Fetch-Site": "cross-site"}
            )
            assert status == 403
            for number in range(5):
                browser.reply(stories[1], "Banyak", body=f"Kata ke-{number}")
            status, _receipt, own_form = browser.reply(stories[1], "Banyak", body="Sekali lagi")
            assert (status, given_away(own_form, but=MARKS["Banyak"])) == (429, [])
            for what, method, path in (
                ("404", "GET", f"/berita/{MARKS['Asing'].split('@')[0]}/"),
                ("405", "PUT", f"{stories[0]}tanggapan/"),
            ):
                public[what] = browser.ask(method, path)[2]
            house.do(DECIDE)
            public |= crawled(visitor, site, [*stories, "/", "/sitemap.xml", "/robots.txt"])
            for receipt in own:
                public[receipt] = fetched(visitor, receipt)[1]
            disk = on_disk(house, letters)  # while it serves: journals go when the last one leaves
        public["log"] = house.said.encode()
        yield public, disk, letters
    finally:
        house.close()


def on_disk(house, letters):
    """{file: marks in it}: all that is kept, on PostgreSQL also the cluster's own tables, indexes and journal."""
    folders = [house.folder]
    if house.server:
        folders.append(Path(house.server.partition("?host=")[2], "data"))
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file() and letters not in path.parents]
    return {str(path): given_away(path.read_bytes()) for path in files}


def fetched(visitor, path):
    visitor.request("GET", path)
    answer = visitor.getresponse()
    body = answer.read()
    return answer, f"{answer.status} {answer.headers}".encode() + body


def crawled(visitor, site, starts):
    pages, waiting = {}, list(starts)
    while waiting:
        path = waiting.pop()
        if path in pages:
            continue
        answer, pages[path] = fetched(visitor, path)
        text = pages[path].decode(errors="replace")
        kind = answer.headers.get("Content-Type", "")
        links = Links(text).found if "html" in kind else re.findall(r">(https?://[^<\s]+)<", text)
        for link in links:
            target = urldefrag(urljoin(site + path, link))[0]
            if target.startswith(site + "/") and not target.startswith(site + "/static/"):
                waiting.append(target.removeprefix(site))
    return pages


def test_nobody_else_is_told_a_mark_or_a_digest_of_it(told):
    public, _disk, _letters = told

    assert sum(page.startswith(b"200") for page in public.values()) > 15
    assert any(b"Kata dari Tayang." in page for page in public.values())
    assert {what: found for what, page in public.items() if (found := given_away(page))} == {}


@pytest.mark.wordpress("2e IP retention")
def test_whatever_lies_on_the_disk_has_no_mark_in_plain(told):
    _public, disk, _letters = told

    assert any(path.endswith("-wal") or "pg_wal" in path for path in disk)
    assert {path: found for path, found in disk.items() if found} == {}


def test_letters_carry_the_mark_of_who_they_are_for_and_no_other(told):
    _public, _disk, letters = told
    written = [
        letter
        for path in letters.glob("*")
        for letter in re.split(r"^-{79}\n", path.read_text(), flags=re.M)
        if letter.strip()
    ]
    recipients = [re.search(r"^To: (.+)$", letter, re.M)[1] for letter in written]

    assert {MARKS["Tayang"], MARKS["Tunggu"], "ferdi@meja.example"} <= set(recipients)
    for recipient, letter in zip(recipients, written, strict=True):
        assert given_away(letter.encode(), but=recipient) == []


@pytest.mark.parametrize("mark", [*MARKS.values(), NETWORK, BROWSER])
def test_search_hears_every_mark_however_it_is_written(mark):
    for trace in (mark.encode(), mark.upper().encode(), hashlib.md5(mark.lower().encode()).hexdigest().encode(),
                  base64.b64encode(hashlib.sha256(mark.encode()).digest()), quote(mark, safe="").encode()):  # fmt: skip
        assert given_away(b"\0..." + trace + b"...") != []
