"""
Sentences of Django that we say in other words: its Indonesian keeps English in them, says something else, or stumbles.

Named here so that `make messages` keeps them; our catalogue is asked before Django's. Nothing imports this module.
"""

from django.utils.translation import gettext_noop

DESK = (
    gettext_noop("Breadcrumbs"),
    gettext_noop("Home"),  # "Beranda" is the readers' front page
    gettext_noop("Go"),
    gettext_noop("Change history: %s"),
    gettext_noop("Enter a whole number."),
    gettext_noop("This field cannot be blank."),
    gettext_noop("Null characters are not allowed."),
    gettext_noop("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
)

SIGNING_IN = (
    gettext_noop("Thanks for spending some quality time with the web site today."),
    gettext_noop(
        "Please enter the correct %(username)s and password for a staff account. "
        "Note that both fields may be case-sensitive."
    ),
    gettext_noop("Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only."),
    gettext_noop("Enabled"),
    gettext_noop("Disabled"),
    gettext_noop("Password-based authentication"),
    gettext_noop("Enable password-based authentication"),
    gettext_noop("Disable password-based authentication"),
    gettext_noop("Enable password-based authentication for this user by setting a password."),
    gettext_noop("This action will <strong>enable</strong> password-based authentication for this user."),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to "
        "authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    gettext_noop("Password-based authentication was disabled."),
)
