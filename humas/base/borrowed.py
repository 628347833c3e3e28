"""
Sentences that other packages show at our desk and have no Indonesian for, or none that can be read.

Named here so that `make messages` keeps them; our catalogue is asked before theirs. Nothing imports this module.
"""

from django.utils.translation import gettext_noop

DJANGO = (
    gettext_noop("Breadcrumbs"),
    gettext_noop("Home"),
    gettext_noop("None"),
    gettext_noop("Sidebar"),
    gettext_noop("This field cannot be blank."),
    # Signing in with a password, and without: Django's Indonesian keeps English words in them.
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
