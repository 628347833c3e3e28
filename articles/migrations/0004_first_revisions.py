"""Every story that was there before revisions gets its first one: what its row says."""

import json
from hashlib import sha256

from django.db import migrations

TEXTS = ("headline", "slug", "dateline", "standfirst", "body", "credit", "byline")


def snapshot_of(story, tags) -> dict:
    """Schema 1, as it will be for ever: later shapes are made from it by `articles.revisions.snapshot`."""
    return {
        **{name: str(getattr(story, name)) for name in TEXTS},
        "category": {"id": story.category_id, "name": story.category.name} if story.category_id else None,
        "tags": sorted(tags),
        "lead_photo": story.lead_photo_id,
        "lead_alt_own": story.lead_alt_own if story.lead_photo_id else "",
    }


def begin_histories(apps, schema_editor):
    Article, Revision = apps.get_model("articles", "Article"), apps.get_model("articles", "Revision")
    TaggedItem, ContentType = apps.get_model("taggit", "TaggedItem"), apps.get_model("contenttypes", "ContentType")
    kind = ContentType.objects.filter(app_label="articles", model="article").first()
    stories = Article._base_manager if hasattr(Article, "_base_manager") else Article.objects
    for story in stories.filter(head__isnull=True).select_related("category").iterator(chunk_size=200):
        tags = TaggedItem.objects.filter(content_type=kind, object_id=story.pk).values_list("tag__name", flat=True)
        snapshot = snapshot_of(story, tags)
        plain = json.dumps(snapshot, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        first = Revision.objects.create(
            article=story,
            number=1,
            author_id=story.author_id,
            made_at=story.updated_at,
            kind="publish" if story.status in ("published", "withdrawn") else "save",
            schema=1,
            snapshot=snapshot,
            digest=sha256(plain.encode()).hexdigest(),
        )
        stories.filter(pk=story.pk).update(head=first, live=first)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_revisions"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(begin_histories, migrations.RunPython.noop)]
