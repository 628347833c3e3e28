from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article, Ground
from humas.base.commands import sentence


class Command(BaseCommand):
    help = "Mencabut berita yang sudah terbit; alamatnya menampilkan alasan yang diberikan."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG", help="ujung alamat berita")
        parser.add_argument("--reason", metavar="ALASAN", required=True, help="alasan yang dibaca publik")
        parser.add_argument(
            "--ground", choices=Ground.values, default="", help="dasar menurut Pedoman Media Siber, butir 5"
        )

    def handle(self, *, slug, reason, ground, **options):
        story = Article.everything.filter(slug=slug).first()
        if story is None:
            raise CommandError(_("There is no story with the slug “%(slug)s”.") % {"slug": slug})
        try:
            story = publishing.withdraw(story, reason=reason, ground=ground)
        except ValidationError as error:
            raise sentence(error) from None
        self.stdout.write(_("%(address)s is withdrawn") % {"address": story.absolute_url})
