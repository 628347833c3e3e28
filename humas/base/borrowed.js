// Words that the text editor (django-prose-editor) asks `gettext` for and brings no Indonesian of its own.
// Named here so that `make messages` keeps them; no page loads this file.

gettext("Update");
gettext("Cancel");
gettext("URL");
gettext("Title");
gettext("Open in new window");
gettext("Edit Link");
gettext("List properties");
gettext("List type");
gettext("Start at");
gettext("Bullets");
gettext("Decimal numbers");
gettext("Lowercase letters");
gettext("Uppercase letters");
gettext("Lowercase Roman numerals");
gettext("Uppercase Roman numerals");
gettext("Toggle fullscreen");
