"""Where finished static files come from."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed, in the demo as for readers; imports between our ES modules follow the hashed names."""

    support_js_module_import_aggregation = True

    def url(self, name, force=True):
        return super().url(name, force=True)
