"""The lists behind answering: offices that know, and words the newsroom answers with again and again."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin, yes_or_no
from articles.admin.changes import KeepsChanges
from comments import keeping
from comments.models import Office, SavedAnswer


@admin.register(Office)
class OfficeAdmin(KeepsChanges, DeskAdmin):
    list_display = ("name", "note", "offered")
    search_fields = ("name", "note")
    fields = ("name", "note", "is_offered")

    @admin.display(description=Office._meta.get_field("is_offered").verbose_name, ordering="is_offered")
    def offered(self, office):
        return yes_or_no(office.is_offered)

    def save_model(self, request, obj, form, change):
        keeping.save(obj, by=request.user)


@admin.register(SavedAnswer)
class SavedAnswerAdmin(KeepsChanges, DeskAdmin):
    list_display = ("title", "beginning")
    search_fields = ("title", "text")
    fields = ("title", "text")

    def get_form(self, request, obj=None, **kwargs):
        hint = _(
            "{nama}, {berita} and {nomor} become the writer's name, the story's headline and the comment's number."
        )
        return super().get_form(request, obj, help_texts={"text": hint}, **kwargs)

    @admin.display(description=SavedAnswer._meta.get_field("text").verbose_name)
    def beginning(self, saved):
        return saved.text if len(saved.text) <= 90 else f"{saved.text[:90].rstrip()} …"

    def save_model(self, request, obj, form, change):
        keeping.save(obj, by=request.user)
