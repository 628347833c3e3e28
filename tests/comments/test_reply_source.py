"""CONTRACT §5 and DESIGN §5: replies sent from another site are refused, old phones are let in."""

import pytest

from comments.models import Comment
from tests.comments.page import whole_page

pytestmark = pytest.mark.contract

OURS, OTHER = "http://testserver", "https://judi.example"
ACCEPTED, HELD, REFUSED = (303, []), (303, ["no_origin"]), 403

TABLE = [
    ({"sec-fetch-site": "same-origin"}, ACCEPTED),
    ({"sec-fetch-site": "none"}, ACCEPTED),
    ({"sec-fetch-site": "cross-site"}, REFUSED),
    ({"sec-fetch-site": "same-site"}, REFUSED),
    # The first that applies decides, whatever the others say.
    ({"sec-fetch-site": "same-origin", "origin": OTHER, "referer": OTHER}, ACCEPTED),
    ({"sec-fetch-site": "none", "origin": "null"}, ACCEPTED),
    ({"sec-fetch-site": "cross-site", "origin": OURS, "referer": OURS}, REFUSED),
    ({"sec-fetch-site": "same-site", "origin": OURS}, REFUSED),
    ({"sec-fetch-site": "Cross-Site"}, REFUSED),
    ({"sec-fetch-site": "?", "origin": OTHER}, REFUSED),
    ({"origin": OURS}, ACCEPTED),
    ({"origin": "HTTP://TestServer"}, ACCEPTED),
    ({"origin": OTHER}, REFUSED),
    ({"origin": "http://testserver.judi.example"}, REFUSED),
    ({"origin": "http://testserver:81"}, REFUSED),
    ({"origin": "testserver"}, REFUSED),
    ({"origin": OURS, "referer": OTHER}, ACCEPTED),
    ({"origin": OTHER, "referer": f"{OURS}/berita/"}, REFUSED),
    ({"origin": "null", "referer": f"{OURS}/berita/"}, ACCEPTED),
    ({"origin": "null", "referer": OURS}, ACCEPTED),
    ({"origin": "null", "referer": f"{OTHER}/"}, REFUSED),
    ({"origin": "null"}, HELD),
    ({"referer": f"{OURS}/berita/x/?y=1"}, ACCEPTED),
    ({"referer": f"{OTHER}/?{OURS}"}, REFUSED),
    ({"referer": "http://testserver@judi.example/"}, REFUSED),
    ({"referer": "about:blank"}, REFUSED),
    ({"referer": "http://["}, REFUSED),
    ({"referer": ""}, HELD),
    ({}, HELD),
]


@pytest.mark.parametrize(("headers", "outcome"), TABLE, ids=[str(headers) for headers, _ in TABLE])
def test_where_a_reply_comes_from(reader, article, headers, outcome):
    response = reader.reply(article, headers=headers)

    stored = list(Comment.objects.values_list("held_for", flat=True))
    if outcome == REFUSED:
        assert response.status_code == 403
        assert "situs lain" in whole_page(response).one("main").text
        assert stored == []
    else:
        assert response.status_code == 303
        assert stored == [outcome[1]]


def test_the_newsrooms_second_name_is_ours_too(reader, article, settings):
    settings.SITE_URL = "https://humas.contoh.go.id"

    response = reader.reply(article, headers={"origin": "https://humas.contoh.go.id"})

    assert response.status_code == 303


def test_host_that_is_not_ours_makes_no_origin_ours(reader, article):
    response = reader.reply(article, headers={"origin": OTHER, "host": "judi.example"})

    assert response.status_code == 400
    assert Comment.objects.count() == 0


WEBVIEW = "Mozilla/5.0 (Linux; Android {android}; {phone}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
STORY = f"{OURS}/berita/bupati-tinjau-jembatan/"

# What phones of the region send along with a form, as noted from their traffic.
PHONES = {
    "WhatsApp in-app": {
        "user-agent": WEBVIEW.format(android="13", phone="SM-A047F Build/TP1A.220624.014")
        + "Chrome/128.0.6613.127 Mobile Safari/537.36",
        "x-requested-with": "com.whatsapp",
        "origin": OURS,
        "referer": STORY,
        "sec-fetch-site": "same-origin",
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
        "sec-fetch-user": "?1",
    },
    "Facebook in-app, Android": {
        "user-agent": WEBVIEW.format(android="12", phone="CPH2239 Build/RKQ1.211119.001")
        + "Chrome/126.0.6478.122 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/470.0.0.49.75;]",
        "x-requested-with": "com.facebook.katana",
        "origin": OURS,
        "referer": "http://m.facebook.com/",
        "sec-fetch-site": "same-origin",
        "sec-fetch-mode": "navigate",
    },
    "Facebook in-app, iPhone": {
        "user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Mobile/15E148 [FBAN/FBIOS;FBAV/441.0.0.32.106;FBDV/iPhone9,1;FBLC/id_ID]",
        "origin": OURS,
        "referer": STORY,
    },
    "Instagram in-app": {
        "user-agent": WEBVIEW.format(android="11", phone="M2006C3LG Build/RP1A.200720.011")
        + "Chrome/101.0.4951.61 Mobile Safari/537.36 Instagram 330.0.0.40.92 Android",
        "x-requested-with": "com.instagram.android",
        "origin": OURS,
        "referer": f"{OURS}/",
        "sec-fetch-site": "same-origin",
    },
    "Opera Mini, extreme": {
        "user-agent": "Opera/9.80 (Android; Opera Mini/36.2.2254/191.293; U; id) Presto/2.12.423 Version/12.16",
        "x-operamini-phone-ua": "Mozilla/5.0 (Linux; Android 8.1.0; Infinix X5515)",
        "x-forwarded-for": "114.125.20.7",
    },
    "Opera Mini, high": {
        "user-agent": "Mozilla/5.0 (Linux; U; Android 10; RMX2030; id) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Version/4.0 Chrome/81.0.4044.138 Mobile Safari/537.36 OPR/55.2.2254.58966",
        "origin": OURS,
        "referer": STORY,
    },
    "UC Browser": {
        "user-agent": "Mozilla/5.0 (Linux; U; Android 9; id; vivo 1904) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Version/4.0 Chrome/57.0.2987.108 UCBrowser/13.4.0.1306 Mobile Safari/537.36",
        "origin": OURS,
        "referer": STORY,
    },
    "UC Mini": {
        "user-agent": "Mozilla/5.0 (Java; U; id; nokia) UCBrowser8.9.0.251/70/352/UCWEB Mobile",
        "referer": STORY,
    },
    "Android 4.4 browser": {
        "user-agent": "Mozilla/5.0 (Linux; U; Android 4.4.2; in-id; SM-G313HZ) AppleWebKit/534.30 (KHTML, like Gecko) "
        "Version/4.0 Mobile Safari/534.30",
        "x-requested-with": "com.android.browser",
        "origin": OURS,
        "referer": STORY,
    },
    "old WebView, page opened from a file": {
        "user-agent": WEBVIEW.format(android="5.1", phone="Lenovo A1000") + "Chrome/39.0.0.0 Mobile Safari/537.36",
        "x-requested-with": "com.lenovo.anyshare.gps",
        "origin": "null",
    },
    "Line in-app, without referrers": {
        "user-agent": WEBVIEW.format(android="10", phone="CPH1909") + "Chrome/108.0.5359.128 Safari/537.36 Line/13.2.1",
        "x-requested-with": "jp.naver.line.android",
        "origin": "null",
        "sec-fetch-site": "same-origin",
    },
}


@pytest.mark.parametrize("phone", PHONES)
def test_phone_of_the_region_can_reply(reader, article, phone):
    assert reader.reply(article, headers=PHONES[phone]).status_code == 303
