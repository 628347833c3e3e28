import random

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.models import Article
from humas.operations.populating import populate

MARK = "Berita uji beban"


class Command(BaseCommand):
    help = "Membuat isi untuk uji beban: berita, komentar tayang, komentar menunggu. Selalu sama untuk benih yang sama."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=50, metavar="N", help="banyaknya berita")
        parser.add_argument(
            "--comments-per-article", type=int, default=20, metavar="M", help="komentar tayang per berita"
        )
        parser.add_argument("--pending", type=int, default=100, metavar="K", help="komentar yang menunggu")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="benih acak")
        parser.add_argument("--force", action="store_true", help="juga bila redaksi sudah berisi")

    def handle(self, *, articles, comments_per_article, pending, seed, force, **options):
        if min(articles, comments_per_article, pending) < 0 or articles == 0:
            raise CommandError(_("Numbers must be positive, and there must be at least one story."))
        if not force and Article.everything.exclude(headline__startswith=MARK).exists():
            raise CommandError(_("This newsroom has content of its own. Use another DATA_DIR, or --force."))
        random_source = random.Random(seed)  # noqa: S311 – text for load tests
        done = populate(random_source, MARK, articles, comments_per_article, pending, self._progress)
        self.stdout.write(_("Made: %(articles)d stories, %(shown)d shown comments, %(pending)d waiting.") % done)

    def _progress(self, done, total):
        self.stderr.write(_("%(done)d of %(total)d") % {"done": done, "total": total})
