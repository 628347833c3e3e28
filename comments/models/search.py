from django.db import models
from django.utils.translation import gettext_lazy as _


class WordsField(models.Field):
    """Words as the database keeps them to be searched; `comments.queue.index` lays the table."""

    def db_type(self, connection):
        return None


@WordsField.register_lookup
class Match(models.Lookup):
    """A query in the database's own spelling (`comments.queue.search.spelt`)."""

    lookup_name = "match"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{column} @@ to_tsquery('simple', %s)", [*params, self.rhs]
        return f"{column} MATCH %s", [*params, self.rhs]


class SearchedWords(models.Model):
    """
    Name, words and website of one comment, as they are found by; kept by triggers.

    On SQLite a full-text table, whose own names for its columns these are; so PostgreSQL's are the same.
    """

    number = models.BigIntegerField(primary_key=True, db_column="rowid")
    words = WordsField(db_column="comments_search")

    class Meta:
        managed = False
        db_table = "comments_search"
        default_permissions = ()
        verbose_name = _("searched words")
        verbose_name_plural = _("searched words")

    def __str__(self):
        return str(self.number)
