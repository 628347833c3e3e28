"""What tests of backups may ask for."""

import pytest

from tests.operations.newsrooms import Newsroom


@pytest.fixture
def ours(transactional_db, settings, tmp_path) -> Newsroom:
    """The newsroom this test fills through the factories, with a folder of its own."""
    newsroom = Newsroom.of_the_test(tmp_path / "redaksi-uji")
    newsroom.media.mkdir(parents=True)
    settings.DATA_DIR, settings.MEDIA_ROOT = newsroom.home, newsroom.media
    return newsroom
