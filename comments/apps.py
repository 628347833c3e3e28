from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self):
        from comments.consent.foundation import lay
        from comments.grounds import lay as lay_grounds
        from comments.queue import counts, index
        from comments.record import install_guards

        post_migrate.connect(install_guards, sender=self, dispatch_uid="comments.record")
        post_migrate.connect(lay, sender=self, dispatch_uid="comments.consent.foundation")
        post_migrate.connect(counts.lay, sender=self, dispatch_uid="comments.queue.counts")
        post_migrate.connect(index.lay, sender=self, dispatch_uid="comments.queue.index")
        post_migrate.connect(lay_grounds, sender=self, dispatch_uid="comments.grounds")
