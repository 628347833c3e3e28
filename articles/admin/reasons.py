"""Why a line of a manuscript is in no field, as the editor reads it."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "letterhead": _("Letterhead"),
    "release_label": _("Only says that it is a press release"),
    "letter_number": _("Number or subject of the letter"),
    "embargo_note": _("Says when it may be published"),
    "greeting": _("Greeting or thanks to the press"),
    "contact": _("Contact for the press"),
    "photo_note": _("About the photo"),
    "hashtags": _("Hashtags"),
    "emoji_tail": _("Emoji around the text"),
    "chat_stamp": _("Time and sender of a chat"),
    "forwarded": _("Added by a chat that forwards"),
    "form_words": _("Words of a web form"),
    "separator": _("Line between pieces"),
    "end_mark": _("Mark of the end"),
    "part_mark": _("Mark of the part, read into its number"),
    "dateline_note": _("Stood with the place"),
}
