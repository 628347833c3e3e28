"""
Who may do what: five groups, each with the least its work needs.

Laid after every migrate, idempotently. A group's own rights are set back to
this list, so that a right taken away here is gone at the next update; rights
given to a person or to a group of the bureau's own making are left alone.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from humas.base import pages

WRITERS = "Penulis"
EDITORS = "Redaktur"
MODERATORS = "Moderator"
ADMINISTRATORS = "Administrator"
HEADS = "Pimpinan"

_READS = ["articles.view_article", "articles.view_report", "articles.view_category", "articles.view_photo"]
_WRITES = ["articles.add_article", "articles.change_article", "articles.add_photo", "articles.change_photo"]
_COMMENTS = ["comments.view_comment", "comments.view_decision", "comments.view_rule", "comments.view_holiday"]
_RULES = ["comments.add_rule", "comments.change_rule", "comments.add_holiday", "comments.change_holiday"]
_LISTS = [f"comments.{act}_{name}" for name in ("office", "savedanswer", "ground") for act in ("view", "add", "change")]

RIGHTS = {
    WRITERS: [*_READS, *_WRITES],
    EDITORS: [
        *_READS,
        *_WRITES,
        "articles.publish_article",
        "articles.withdraw_article",
        "articles.bin_article",
        "articles.add_report",
        "articles.change_report",
        "articles.add_category",
        "articles.change_category",
        "comments.view_comment",
    ],
    MODERATORS: [
        *_READS,
        *_COMMENTS,
        *_RULES,
        *_LISTS,
        "comments.moderate_comment",
        "comments.view_email",
        "comments.answer_comment",
        "comments.redact_comment",
        "comments.hide_comment",
    ],
    ADMINISTRATORS: [
        *_READS,
        *_COMMENTS,
        *_RULES,
        *_LISTS,
        "comments.hide_comment",
        "comments.view_terms",
        "comments.add_terms",
        "accounts.view_user",
        "accounts.add_user",
        "accounts.change_user",
        "base.view_newsroom",
        "base.change_newsroom",
    ],
    HEADS: [*_READS, *_COMMENTS, "comments.hide_comment", "accounts.view_user", "base.view_newsroom"],
}


def ensure(*, using="default", **_kwargs):
    """Create the groups and give them exactly RIGHTS, as far as the permissions exist by now."""
    if not all(apps.is_installed(app) for app in ("articles", "comments", "humas.base")):
        return
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for name, rights in RIGHTS.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        wanted = {known[right] for right in rights if right in known}
        if set(group.permissions.all()) != wanted:
            with transaction.atomic():
                group.permissions.set(wanted)
                pages.touched(pages.NEWSROOM)  # every story says how many people may look at an address
