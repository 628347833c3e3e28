from articles.admin.article import ArticleAdmin
from articles.admin.category import CategoryAdmin
from articles.admin.photo import PhotoAdmin
from articles.admin.report import ReportAdmin

__all__ = ["ArticleAdmin", "CategoryAdmin", "PhotoAdmin", "ReportAdmin"]
