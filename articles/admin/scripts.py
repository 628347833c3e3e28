"""What a form of the desk need not carry over a slow line."""

from js_asset import Media

OF_SLUGS = {"urlify.js", "prepopulate.js", "xregexp.js", "xregexp.min.js"}
SHORT = {"jquery.js": "jquery.min.js", "select2.full.js": "select2.full.min.js", "select2.css": "select2.min.css"}


def lean(media, *, writes_slugs: bool) -> Media:
    """
    Leave out 53 kB that only slugs typed in the browser need, and take the short spellings of Django's libraries.

    Django takes those unless DEBUG is on, which the demo's is.
    """
    kept = Media.from_media(media)
    left_out = set() if writes_slugs else OF_SLUGS
    kept._js_lists = [[_short(path) for path in paths if _name(path) not in left_out] for paths in media._js_lists]
    kept._css_lists = [{to: [_short(path) for path in paths] for to, paths in css.items()} for css in media._css_lists]
    return kept


def _name(path) -> str:
    return path.rpartition("/")[2] if isinstance(path, str) else ""


def _short(path):
    name = _name(path)
    return path.removesuffix(name) + SHORT[name] if name in SHORT else path
