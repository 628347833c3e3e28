from articles.models.article import Article, Status
from articles.models.category import Category
from articles.models.photo import Photo
from articles.models.report import Report
from humas.base.labels import LabelStyle

__all__ = ["Article", "Category", "LabelStyle", "Photo", "Report", "Status"]
