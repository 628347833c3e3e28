"""The editor of a story's text: what it offers is what the cleaning door lets through."""

from django import forms
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget, importmap, prose_editor_js, prose_editor_presets
from js_asset import Media, Script

from humas.base.cleaning import CleanHtml, from_form

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3, 4]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},  # a beginning or a kind of numbers would be cleaned away
    "ListItem": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
}


class BodyWidget(AdminProseEditorWidget):
    """Without JavaScript a plain field: paragraphs are typed with a blank line between them."""

    @property
    def media(self):
        """The editor's own files but for its font of signs, 129 kB on a slow line; we draw those that are used."""
        return Media(
            importmap=importmap,
            css={
                "all": ["django_prose_editor/editor.css", "django_prose_editor/overrides.css", "css/editor.css"],
            },
            js=[
                Script("js/editor-paste.js", type="module"),  # listens for the editor to be ready
                prose_editor_js,
                *prose_editor_presets()[self.preset],
                Script("js/editor-words.js", type="module"),
                Script("js/editor-tab.js", type="module"),
                Script("js/field-names.js", type="module"),
            ],
        )


class BodyField(ProseEditorFormField):
    """Cleans what comes from the editor or from the plain field; gives a CleanHtml."""

    widget = BodyWidget

    def __init__(self, **kwargs):
        super().__init__(
            extensions=EXTENSIONS, widget=BodyWidget(attrs={"rows": 24, "class": "vLargeTextField"}), **kwargs
        )

    def clean(self, value) -> CleanHtml:
        value = forms.CharField.clean(self, value)
        return from_form(value)
