from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "humas.base"
    label = "base"
    verbose_name = _("Newsroom")

    def ready(self):
        from humas.base.foundation import lay

        post_migrate.connect(lay, sender=self, dispatch_uid="humas.base.foundation")
