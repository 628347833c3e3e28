from django.contrib import admin
from django_tasks_db.admin import DBTaskResult  # from there, since its module registers it

from humas.desk import discussion, newsroom, people

admin.site.unregister(DBTaskResult)

__all__ = ["discussion", "newsroom", "people"]
