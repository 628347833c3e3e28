from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles import publishing
from articles.models import Article
from humas.base.commands import moment, sentence
from humas.base.times import short_time


class Command(BaseCommand):
    help = "Menerbitkan berita sekarang, atau pada waktu yang diberikan (embargo)."

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG", help="ujung alamat berita")
        parser.add_argument("--at", metavar="WAKTU", help="ISO 8601, tanpa zona berarti jam redaksi")

    def handle(self, *, slug, at, **options):
        story = Article.everything.filter(slug=slug).first()
        if story is None:
            raise CommandError(_("There is no story with the slug “%(slug)s”.") % {"slug": slug})
        try:
            story = publishing.publish(story, at=moment(at) if at else None)
        except ValidationError as error:
            raise sentence(error) from None
        words = {"address": story.absolute_url, "time": short_time(story.published_at)}
        template = (
            _("%(address)s opens at %(time)s")
            if story.is_under_embargo
            else _("%(address)s is published since %(time)s")
        )
        self.stdout.write(template % words)
