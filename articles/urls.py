from django.urls import path, register_converter

from articles.photos import serve
from articles.site import feeds, lists, preview, reports, sitemaps, views
from articles.site.archive import MonthConverter, YearConverter

register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")

urlpatterns = [
    path("", views.front, name="front"),
    path("berita/", lists.article_list, name="article_list"),
    path("berita/<slug:slug>/", views.article, name="article"),
    # reports
    path("laporan/", reports.report_list, name="report_list"),
    path("laporan/<slug:slug>/", reports.report, name="report"),
    path("laporan/<slug:slug>/lengkap/", reports.report_whole, name="report_whole"),
    path("laporan/<slug:slug>/feed/", feeds.report, name="report_feed"),
    # lists
    path("kategori/<slug:slug>/", lists.category, name="category"),
    path("kategori/<slug:slug>/feed/", feeds.category, name="category_feed"),
    path("tag/<slug:slug>/", lists.tag, name="tag"),
    path("tag/<slug:slug>/feed/", feeds.tag, name="tag_feed"),
    path("arsip/<year:year>/", lists.year_list, name="year"),
    path("arsip/<year:year>/<month:month>/", lists.month_list, name="month"),
    # for machines
    path("feed/", feeds.newest, name="feed"),
    path("feed/atom/", feeds.newest_in_atom, name="atom_feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", sitemaps.section, name="sitemap_section"),
    path("robots.txt", sitemaps.robots, name="robots"),
    # for whoever was sent the link
    path("pratinjau/<str:token>/", preview.page, name="preview"),
    path("pratinjau/<str:token>/foto/<int:pk>.jpg", preview.photo, name="preview_photo"),
    path("media/foto/<int:pk>-<slug:check>.jpg", serve.photo, name="photo"),
]
