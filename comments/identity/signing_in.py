"""
Signing in without a password or a cookie: a mailed link to a private page that holds the reply form.

It works for seven days, seven more with every comment sent through it, thirty in all.
Asking for a link says nothing of the address; only a comment sent through it proves it.
"""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.identity import letters
from comments.models import Reader, ReaderLink, Terms
from humas.base.digests import digest, of_email
from humas.base.locks import one_at_a_time
from humas.base.models import Newsroom
from humas.base.times import long_time

LIFETIME = timedelta(days=7)
LONGEST = timedelta(days=30)
NETWORK_LIMIT = (timedelta(hours=1), 30)
"""Readers share networks: thirty links an hour are a school class, not a flood."""


def token_digest(token: str) -> str:
    return digest("reader-link", token)


def too_many(network_digest: str) -> datetime | None:
    """When this network may ask for a link again; None where it may now."""
    span, most = NETWORK_LIMIT
    asked = ReaderLink.objects.filter(network_digest=network_digest, made_at__gt=timezone.now() - span)
    times = list(asked.order_by("-made_at").values_list("made_at", flat=True)[:most])
    return times[-1] + span if len(times) >= most else None


def ask(article, *, name: str, email: str, terms: Terms | None, network_digest: str) -> None:
    """Mail a link to this address, unless it has had enough letters. Gives nothing away: there is no answer."""
    email_digest, now = of_email(email), timezone.now()
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        one_at_a_time(email_digest)
        reader, _is_new = Reader.objects.get_or_create(email_digest=email_digest, defaults={"email": email})
        if not letters.may_go(email_digest, now):
            return
        link = ReaderLink.objects.create(
            reader=reader,
            article=article,
            name=name,
            terms=terms,
            agreed_at=now if terms else None,
            token_digest=token_digest(token),
            network_digest=network_digest,
            made_at=now,
            ends_at=now + LIFETIME,
        )
        _send(link, email, token)


def find(token: str) -> ReaderLink | None:
    """The link of this token while it works; None for ended, revoked and unknown ones alike."""
    links = ReaderLink.objects.select_related("reader", "article__report", "terms")
    return links.filter(token_digest=token_digest(token), ends_at__gt=timezone.now()).first()


def use(link: ReaderLink, terms: Terms | None = None) -> bool:
    """
    Its holder sends a comment: the address is proven, name and agreement are the reader's, the link lives on.

    `terms` is what was agreed to just now. False if the link was revoked meanwhile.
    """
    now = timezone.now()
    with transaction.atomic():
        link = ReaderLink.objects.select_for_update(of=("self",)).filter(pk=link.pk, ends_at__gt=now).first()
        if link is None:
            return False
        if terms:
            link.terms, link.agreed_at = terms, now
        link.ends_at = min(now + LIFETIME, link.made_at + LONGEST)
        link.save(update_fields=["terms", "agreed_at", "ends_at"])
        reader = Reader.objects.select_for_update().get(pk=link.reader_id)
        if link.terms_id and link.terms_id != reader.terms_id:
            reader.terms_id, reader.agreed_at = link.terms_id, link.agreed_at
        reader.name, reader.last_used_at = link.name, now
        reader.confirmed_at = reader.confirmed_at or now
        reader.save(update_fields=["name", "terms", "agreed_at", "confirmed_at", "last_used_at"])
    return True


def sign_out(token: str) -> None:
    ReaderLink.objects.filter(token_digest=token_digest(token)).delete()


def ended(now: datetime):
    """Links that open nothing any more."""
    return ReaderLink.objects.filter(ends_at__lte=now)


def unused(now: datetime, email_days: int):
    """Readers to be forgotten: not seen for that many days, or never proven and without a link that works."""
    working = ReaderLink.objects.filter(reader=OuterRef("pk"), ends_at__gt=now)
    long_ago = Q(last_used_at__lte=now - timedelta(days=email_days))
    return Reader.objects.filter(long_ago | Q(confirmed_at=None) & ~Exists(working))


def _send(link: ReaderLink, email: str, token: str) -> None:
    words = {
        "newsroom": Newsroom.current().name,
        "headline": link.article.headline,
        "time": long_time(link.ends_at),
    }
    letters.post(
        letters.SIGN_IN,
        f"reader:{link.reader_id}",
        email,
        _("Your link for writing comments"),
        [
            _("Somebody wants to comment on the site of %(newsroom)s and gave this e-mail address.") % words,
            _("Story: %(headline)s") % words,
            _("If it was you, this is your own page. Write your comment there:"),
            letters.absolute(reverse("write", kwargs={"token": token})),
            _("It works until %(time)s, and longer while you use it. Give it to nobody: it writes in your name.")
            % words,
            _("If it was not you, there is nothing to do: without this link nobody can write in your name."),
        ],
    )
