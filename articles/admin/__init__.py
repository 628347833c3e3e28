import taggit.admin  # noqa: F401 – registers Tag, which is taken out again below
from django.contrib import admin
from taggit.models import Tag

from articles.admin.article import ArticleAdmin
from articles.admin.category import CategoryAdmin
from articles.admin.photo import PhotoAdmin
from articles.admin.report import ReportAdmin

# taggit's own screens cannot be translated, and one of them lists the tables of the database.
admin.site.unregister(Tag)

__all__ = ["ArticleAdmin", "CategoryAdmin", "PhotoAdmin", "ReportAdmin"]
