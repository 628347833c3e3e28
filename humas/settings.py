"""
Settings of a newsroom, production rules first.

Everything that differs between two newsrooms comes from the environment and is
read in the one block below: environment, then `.env`, then, outside production,
`DATA_DIR/dev.env`. Nothing set is a start that stops with one sentence.
"""

import gettext
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from humas.base import connections

BASE_DIR = Path(__file__).resolve().parent.parent

# Django's own catalogue cannot be asked before the settings are there.
_ = gettext.translation("django", BASE_DIR / "humas" / "locale", languages=["id"], fallback=True).gettext

# --- The environment: read here and nowhere else --------------------------------------------------

env = environ.Env()
ENV = env.str("ENV", default="")  # "production" (make serve), "test", or empty
if ENV != "test":
    env.read_env(BASE_DIR / ".env")
DATA_DIR = (BASE_DIR / env.str("DATA_DIR", default="data")).resolve()
if ENV not in ("test", "production"):
    env.read_env(DATA_DIR / "dev.env")


def required(name: str) -> str:
    value = env.str(name, default="")
    if not value:
        setup = "ENV=production make setup" if ENV == "production" else "make setup"
        raise ImproperlyConfigured(
            _("%(name)s is not set. Run “%(setup)s” once, or write it to .env (see .env.example).")
            % {"name": name, "setup": setup}
        )
    return value


DEBUG_WORD = env.str("DEBUG", default="0")
SECRET_KEY = required("SECRET_KEY")
FIELD_KEYS = [key.strip() for key in required("FIELD_KEYS").split(",") if key.strip()]
DIGEST_KEY = required("DIGEST_KEY")
SITE_URL = required("SITE_URL").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(SITE_URL).hostname or ""])
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
DATABASE_URL = env.str("DATABASE_URL", default="")
CACHE_URL = env.str("CACHE_URL", default="")
EMAIL_URL = env.str("EMAIL_URL", default="")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"humas@{urlsplit(SITE_URL).hostname}")
MEDIA_STORAGE_URL = env.str("MEDIA_STORAGE_URL", default="")
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=[])
REPLY_LIMIT_WRITER = env.str("REPLY_LIMIT_WRITER", default="5/10")
REPLY_LIMIT_NETWORK = env.str("REPLY_LIMIT_NETWORK", default="100/10")
TASKS_MODE = env.str("TASKS", default="immediate")
PAGES = env.str("PAGES", default="on")
SENTRY_DSN = env.str("SENTRY_DSN", default="")
PORT = env.str("PORT", default="8000")
WORKERS = env.str("WORKERS", default="2")
# All that a tool of the system is started with: neither keys nor passwords.
_KNOWN_TO_COMMANDS = ("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "TZ")
COMMAND_ENVIRONMENT = {name: env.str(name) for name in _KNOWN_TO_COMMANDS if name in env}

# --- What follows from it -------------------------------------------------------------------------

try:
    DATABASES = {"default": connections.database(DATABASE_URL, DATA_DIR)}
    CACHES = {"default": connections.cache(CACHE_URL, DATA_DIR)}
    MEDIA_ROOT = connections.media_root(MEDIA_STORAGE_URL, DATA_DIR)
    globals().update(connections.email(EMAIL_URL, DATA_DIR))
    REPLY_LIMIT_WRITER = connections.limit("REPLY_LIMIT_WRITER", REPLY_LIMIT_WRITER)
    REPLY_LIMIT_NETWORK = connections.limit("REPLY_LIMIT_NETWORK", REPLY_LIMIT_NETWORK)
    PORT, WORKERS = connections.whole("PORT", PORT, 65535), connections.whole("WORKERS", WORKERS, 64)
    DEBUG = connections.switch("DEBUG", DEBUG_WORD)
    connections.check(SITE_URL, TIME_ZONE, FIELD_KEYS, TRUSTED_PROXIES, TASKS_MODE, PAGES)
    if DEBUG and ENV == "production":
        raise connections.Unusable(connections.gettext_noop("DEBUG must be off where readers are served."))
except connections.Unusable as problem:
    raise ImproperlyConfigured(_(problem.msgid) % problem.params) from None

IS_HTTPS = SITE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_SSL_HOST = urlsplit(SITE_URL).netloc if IS_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
# Only what a trusted proxy says is left by then; see humas/base/network.py.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
X_FRAME_OPTIONS = "DENY"

# Readers never carry a cookie: both live under the desk's own path.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "meja", "meja_csrf"
SESSION_ENGINE = "humas.desk.sitting"  # eight hours without an act, seven days in all
SESSION_COOKIE_AGE = 7 * 24 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "humas.desk.resend.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

INSTALLED_APPS = [
    "humas.operations",
    "humas.desk",
    "comments",
    "articles",
    "humas.accounts",
    "humas.base",
    "humas.admin.HumasAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sites",
    "django.contrib.redirects",
    "django.contrib.staticfiles",
    *([] if find_spec("django.tasks") else ["django_tasks"]),  # Django has them built in since 6.0
    "django_tasks_db",
    "django_prose_editor",
    "taggit",
]

MIDDLEWARE = [
    "humas.operations.health.HealthMiddleware",
    "humas.base.network.ProxyMiddleware",
    "humas.base.delivery.DeliveryMiddleware",
    "humas.base.readers.NoCookiesMiddleware",
    "humas.base.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "humas.base.errors.OwnNotFoundMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "humas.desk.sitting.SittingMiddleware",
    "django.middleware.common.CommonMiddleware",
    "humas.desk.limits.LimitsMiddleware",
    "humas.base.readers.DeskCsrfMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "humas.desk.resend.ResendMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "articles.site.moved.MovedMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "humas.base.context_processors.newsroom",
            ],
        },
    },
]

ROOT_URLCONF = "humas.urls"
WSGI_APPLICATION = "humas.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
SITE_ID = 1
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
LOCALE_PATHS = [BASE_DIR / "humas" / "locale"]
FORMAT_MODULE_PATH = ["humas.formats"]
USE_I18N = USE_TZ = True

TASKS = {"default": {"BACKEND": connections.tasks(TASKS_MODE)}}

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        # Tests run on the sources; everybody else on collected, hashed and compressed copies.
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENV == "test"
        else "humas.base.static.HashedStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# A story of a million characters, each of them twelve bytes on its way (%F0%9F%8E%89): it is the form that refuses it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = False

TAGGIT_CASE_INSENSITIVE = True
TAGGIT_TAGS_FROM_STRING = "articles.tags.names_from_text"
TAGGIT_STRING_FROM_TAGS = "articles.tags.text_from_tags"
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = True

# Addresses of readers stay out of every log: no request bodies, no local variables, warnings and up.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A reader who mistypes, or opens a withdrawn story, is no event; and addresses of receipts stay out of logs.
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["console"], "level": "CRITICAL", "propagate": False},
        "humas": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # Whoever turns "django" up to DEBUG must not get this: a missing variable prints the whole context of a page.
        "django.template": {"level": "INFO"},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "humas.base.errors.DiscreetReporterFilter"
if SENTRY_DSN:
    try:
        import sentry_sdk
    except ImportError:
        raise ImproperlyConfigured(_("SENTRY_DSN is set, but the package sentry-sdk is not installed.")) from None
    sentry_sdk.init(SENTRY_DSN, send_default_pii=False, max_request_body_size="never", include_local_variables=False)
