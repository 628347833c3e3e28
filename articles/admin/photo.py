from hashlib import sha256

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin.base import DeskAdmin
from articles.models import Article, Photo
from articles.photos import keeping
from articles.photos.inspect import LARGEST_BYTES, SENTENCES, Refused
from articles.photos.renditions import rendition
from humas.base import pages


class PhotoForm(forms.ModelForm):
    """A new picture is looked into before anything is written; the words of an old one may change."""

    original = forms.FileField(label=_("Picture"), widget=forms.FileInput(attrs={"accept": "image/*"}))

    class Meta:
        model = Photo
        fields = ("original", "alt", "caption", "credit", "rights")

    def clean_original(self):
        file = self.cleaned_data["original"]
        if file.size > LARGEST_BYTES:
            raise ValidationError(SENTENCES["too_large"], code="too_large")
        self.data_of_file = file.read()
        checksum = sha256(self.data_of_file).hexdigest()
        if known := Photo.objects.filter(checksum=checksum).first():
            raise ValidationError(SENTENCES["known"], code="known", params={"alt": known.alt})
        try:
            self.drawn = rendition(self.data_of_file)
        except Refused as refused:
            raise ValidationError(SENTENCES[refused.code], code=refused.code) from None
        return file


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    form = PhotoForm
    list_display = ("thumbnail", "alt", "credit", "created_at")
    list_display_links = ("thumbnail", "alt")
    search_fields = ("alt", "caption", "credit")
    date_hierarchy = "created_at"

    @admin.display(description=_("picture"))
    def thumbnail(self, photo):
        return format_html(
            '<img class="desk-thumbnail" src="{}" alt="" width="{}" height="{}" loading="lazy">',
            reverse("admin:photo_at_desk", kwargs={"pk": photo.pk, "width": 160}),
            120,
            max(1, round(120 * photo.height / photo.width)),
        )

    def get_fields(self, request, obj=None):
        return ("thumbnail", "alt", "caption", "credit", "rights") if obj else PhotoForm.Meta.fields

    def get_readonly_fields(self, request, obj=None):
        return ("thumbnail",) if obj else ()

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj:
            kwargs["form"] = forms.ModelForm
        return super().get_form(request, obj, change, **kwargs)

    def has_change_permission(self, request, obj=None):
        """A writer's own pictures, until readers have seen them; the rest is an editor's."""
        if not super().has_change_permission(request, obj):
            return False
        if obj is None or request.user.has_perm("articles.publish_article"):
            return True
        return obj.uploaded_by_id == request.user.pk and not Article.everything.opened().filter(lead_photo=obj).exists()

    def save_model(self, request, obj, form, change):
        if change:
            with transaction.atomic():
                obj.save()
                used = Article.everything.filter(lead_photo=obj).values_list("pk", flat=True)
                pages.touched(pages.FRONT, *(pages.article(pk) for pk in used))
            return
        try:
            kept = keeping.keep_drawn(form.data_of_file, form.drawn, by=request.user, **_words(obj))
        except Refused:  # pressed twice: the other press was faster
            kept = Photo.objects.get(checksum=sha256(form.data_of_file).hexdigest())
        obj.pk, obj.original, obj.rendition = kept.pk, kept.original, kept.rendition
        obj.checksum, obj.width, obj.height, obj.created_at = kept.checksum, kept.width, kept.height, kept.created_at
        obj._state.adding = False


def _words(photo: Photo) -> dict[str, str]:
    return {name: getattr(photo, name) for name in ("alt", "caption", "credit", "rights")}
