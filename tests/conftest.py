"""What every test may ask for."""

import functools
import itertools
import re
from urllib.parse import urlencode

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from humas.accounts.models import User
from humas.operations.demo import fill
from tests.articles.factories import published_article
from tests.comments.lifting import lift_guards
from tests.database import django_db_setup  # noqa: F401 – a fixture, found by its name

# How long one example takes says more about the machine than about the code.
hypothesis.settings.register_profile("ours", deadline=None)
hypothesis.settings.load_profile("ours")


@pytest.fixture(autouse=True)
def _quick_and_alone(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session", autouse=True)
def _demo_is_drawn_once():
    """Its pictures are always the same, and half of the time it takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill, "draw", functools.cache(fill.draw))
        yield


@pytest.fixture(autouse=True)
def _record_can_be_cleared(request):
    """Between two transactional tests the database is flushed: the one place where the record may be emptied."""
    marker = request.node.get_closest_marker("django_db")
    is_transactional = {"transactional_db", "live_server"} & set(request.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    )
    if not is_transactional:
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    lift_guards()  # laid again after the flush, with all that post_migrate lays


@pytest.fixture
def article(db):
    return published_article()


@pytest.fixture
def person(db):
    """person("Moderator") → somebody of that group; several groups make one person of all."""
    numbers = itertools.count(1)

    def make(*groups: str, **fields) -> User:
        name = fields.pop("username", f"{'-'.join(groups).lower() or 'orang'}{next(numbers)}")
        user = User(username=name, printed_name=f"{name} tercetak", is_staff=True, **fields)
        user.set_password("kata-sandi-uji-8")
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


@pytest.fixture
def signed_in(person):
    """signed_in("Redaktur") → a client at the desk; its `user` is who sits there."""

    def make(*groups: str) -> Client:
        client = Client()
        client.user = person(*groups)
        client.force_login(client.user)
        return client

    return make


@pytest.fixture
def moderator(signed_in):
    return signed_in("Moderator")


@pytest.fixture
def editor(signed_in):
    return signed_in("Redaktur")


class Reader(Client):
    """Somebody with a browser and no cookie."""

    def token(self, article) -> str:
        page = self.get(article.get_absolute_url()).content.decode()
        return re.search(r'name="token" value="([^"]+)"', page)[1]

    def reply(self, article, *, headers=None, address="127.0.0.1", **fields):
        """Post the reply form of a story as a browser would; fields override what is typed, None omits one."""
        data = {
            "body": "Terima kasih, jalannya sudah baik.",
            "name": "Ina Lontar",
            "email": "ina@contoh.id",
            "website": "",
            "parent": "",
            "t": "30",
            "ruas_kosong": "",
        } | fields
        if "token" not in data:
            data["token"] = self.token(article)
        return self.post(
            f"{article.get_absolute_url()}tanggapan/",
            urlencode({name: value for name, value in data.items() if value is not None}),
            content_type="application/x-www-form-urlencoded",
            headers={"sec-fetch-site": "same-origin"} if headers is None else headers,
            REMOTE_ADDR=address,
        )


@pytest.fixture
def reader(db):
    return Reader()


@pytest.fixture
def mailing(settings):
    """A newsroom that has a mail server."""
    settings.EMAIL_URL = "smtp://surat.contoh.id"


@pytest.fixture
def accepted(django_capture_on_commit_callbacks, mailoutbox):
    """accepted(act) → the letters that left when the act was accepted."""

    def do(act):
        del mailoutbox[:]
        with django_capture_on_commit_callbacks(execute=True):
            act()
        return list(mailoutbox)

    return do


@pytest.fixture
def site_url():
    return settings.SITE_URL
