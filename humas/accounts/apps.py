from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "humas.accounts"
    label = "accounts"
    verbose_name = _("People")

    def ready(self):
        from humas.accounts.groups import ensure

        post_migrate.connect(ensure, dispatch_uid="humas.accounts.groups")
