from django.db import migrations

HARMLESS = {"no_origin", "too_fast", "duplicate", "manual", "first_timer", "returning_writer"}
OF_RULES = {"words", "domains", "address", "network"}


def fill(apps, schema_editor):
    """What stands in the queue, and by whose decision, from what was noted and recorded before."""
    names = ("Comment", "Finding", "Decision")
    using = schema_editor.connection.alias
    comments, findings, decisions = (apps.get_model("comments", name).objects.using(using) for name in names)
    Finding = apps.get_model("comments", "Finding")
    rows = comments.exclude(held_for=[]).only("pk", "held_for", "evidence", "is_suspect")
    for comment in rows.iterator(chunk_size=500):
        if not HARMLESS.issuperset(comment.held_for):
            comments.filter(pk=comment.pk).update(is_suspect=True)
        findings.bulk_create(
            Finding(comment_id=comment.pk, name=name, rule_id=rule)
            for name in dict.fromkeys(comment.held_for)
            for rule in rules_in(name, comment.evidence.get(name))
        )
    newest = {}
    lines = decisions.filter(act__in=("decided", "undone")).order_by("pk")
    for line in lines.values_list("comment_id", "by", "at").iterator(chunk_size=2000):
        newest[line[0]] = line[1:]
    for number, (by, at) in newest.items():
        comments.filter(pk=number).update(decided_by=by, decided_at=at)


def rules_in(name, seen):
    found = seen.get("found", ()) if name in OF_RULES and isinstance(seen, dict) else ()
    return sorted({hit["rule"] for hit in found if isinstance(hit.get("rule"), int)}) or [0]


class Migration(migrations.Migration):
    dependencies = [("comments", "0005_queue")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
