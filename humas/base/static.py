"""Where finished static files come from."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed, in the demo as for readers; imports between our ES modules follow the hashed names."""

    support_js_module_import_aggregation = True
    manifest_name = "static.json"

    def __init__(self, *args, **kwargs):
        # The list of all files is nobody's to fetch: it lies beside the folder that is served.
        super().__init__(*args, manifest_storage=FileSystemStorage(settings.DATA_DIR), **kwargs)

    def url(self, name, force=True):
        return super().url(name, force=True)
