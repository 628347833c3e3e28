import django.contrib.redirects.admin  # all three register what is taken out again below
import django.contrib.sites.admin  # noqa: F401 – imported for what it registers
import taggit.admin  # noqa: F401 – imported for what it registers
from django.contrib import admin
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from taggit.models import Tag

from articles.admin.article import ArticleAdmin
from articles.admin.category import CategoryAdmin
from articles.admin.photo import PhotoAdmin
from articles.admin.report import ReportAdmin

# taggit's own screens cannot be translated, and one of them lists the tables of the database.
admin.site.unregister(Tag)
# An old address leads on by the act that changed it; changed by hand it could lead in a circle, or to a draft's slug.
# The one site is where SITE_URL says, whatever its row is called.
admin.site.unregister([Redirect, Site])

__all__ = ["ArticleAdmin", "CategoryAdmin", "PhotoAdmin", "ReportAdmin"]
