from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from comments.models import Comment
from humas.accounts.models import User
from humas.operations.demo.fill import fill


class Command(BaseCommand):
    help = "Mengisi redaksi kosong dengan contoh: akun, berita, komentar. Hanya dengan DEBUG=1."

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError(_("The demo has public passwords, so it is only made with DEBUG=1."))
        if User.objects.exists() or Article.everything.exists() or Comment.objects.exists():
            raise CommandError(_("This newsroom is not empty; the demo is only put into an empty one."))
        self.stdout.write(_("Filling the newsroom with examples …"))
        with transaction.atomic():
            fill()
        counts = {"stories": Article.objects.count(), "comments": Comment.objects.count()}
        self.stdout.write(_("The demo is ready: %(stories)d stories, %(comments)d comments.") % counts)
