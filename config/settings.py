"""All settings, read from the environment. docs/operations/settings.md shows the table of names."""

from pathlib import Path

from csp.constants import NONE, SELF
from environs import Env, validate

BASE = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(BASE / ".env", recurse=False)

DATA = Path(env.str("KHEO_DATA", str(BASE / "var")))
DATA.mkdir(parents=True, exist_ok=True)
DEBUG = env.bool("KHEO_DEBUG", False)
DEMO = env.bool("KHEO_DEMO", False)
# The empty default is only for the demo and the tests: a real server must name its own.
SECRET_KEY = env.str("KHEO_SECRET_KEY", "khong-bi-mat-chi-de-dung-thu" if DEBUG or DEMO else "")
ALLOWED_HOSTS = env.list("KHEO_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("KHEO_ORIGINS", [])
BEHIND_HTTPS = env.bool("KHEO_HTTPS", False)

INSTALLED_APPS = [
    "kheo.demo",
    "kheo.portal",
    "kheo.reports",
    "kheo.appraisal",
    "kheo.movement",
    "kheo.documents",
    "kheo.polls",
    "kheo.visits",
    "kheo.notices",
    "kheo.accounts",
    "kheo.units",
    "kheo.audit",
    "kheo.core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "treebeard",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "kheo.visits.middleware.count",
    "kheo.core.pagecache.middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kheo.core.middleware.explain_not_allowed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kheo.accounts.middleware.change_password_first",
    "django_htmx.middleware.HtmxMiddleware",
    "kheo.portal.middleware.newsroom",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kheo.core.context.house",
                "kheo.accounts.rail.context",
                "kheo.portal.context.frame",
            ],
            "builtins": ["kheo.core.templatetags.vietnamese", "kheo.accounts.templatetags.accounts"],
        },
    },
]

# PostgreSQL serves a province; SQLite serves a learner or one commune (decision 0009).
SQLITE = f"sqlite:///{DATA / 'kheo.sqlite3'}"
DATABASES = {"default": env.dj_db_url("DATABASE_URL", SQLITE)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # WAL alone gives "database is locked" under four writers; IMMEDIATE gives none.
    # FULL: records must survive a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-65536;",
    }
    # A file, not memory: there the threads of a live server share no connection and locks are the real ones.
    DATABASES["default"]["TEST"] = {"NAME": DATA / "test.sqlite3"}
    # The counter writes with every page that is read: in a file of its own, so that a long import makes no reader wait
    # (decision 0023). NORMAL: a power cut may take its last instants, a killed process takes nothing.
    DATABASES["visits"] = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "visits.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA wal_autocheckpoint=10000;"
            "PRAGMA secure_delete=ON;",
        },
        "TEST": {"NAME": DATA / "test-visits.sqlite3"},
        "CONN_MAX_AGE": None,
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["visits"] = {
        **DATABASES["default"],
        "OPTIONS": {**DATABASES["default"].get("OPTIONS", {}), "options": "-c synchronous_commit=off"},
    }
DATABASE_ROUTERS = ["kheo.visits.router.Router"]

CACHES = {"default": env.dj_cache_url("CACHE_URL", "locmem://")}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["kheo.accounts.backends.NameOrPhone"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "movement:my_work"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "kheo.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
# Failures count by name and address together (kheo/accounts/adapter.py makes the key so), and by address. The address
# of an office, or of a whole province behind one gateway, holds many people: those limits are wide.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "100/m/ip,10/5m/key",
    "change_password": "10/m/user",
    "reauthenticate": "10/m/user",
}
ACCOUNT_FORMS = {
    "login": "kheo.accounts.forms.sign_in.SignInForm",
    "change_password": "kheo.accounts.forms.sign_in.OwnPasswordForm",
    "reauthenticate": "kheo.accounts.forms.sign_in.ConfirmForm",
}
# How many proxies of our own stand in front; only what the outermost of them saw is believed.
KHEO_PROXIES = env.int("KHEO_PROXIES", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = KHEO_PROXIES
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Khéo"
MFA_FORMS = {
    "authenticate": "kheo.accounts.forms.sign_in.CodeForm",
    "reauthenticate": "kheo.accounts.forms.sign_in.ConfirmCodeForm",
    "activate_totp": "kheo.accounts.forms.sign_in.FirstCodeForm",
}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["config.formats"]
LOCALE_PATHS = [BASE / "locale"]
FIRST_DAY_OF_WEEK = 1

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(DATA / "media")}},
    # Smaller copies of the portal's photos: not secret, but each is handed out by a view that asks (portal:picture).
    "renditions": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA / "renditions"), "base_url": "/anh-bai/"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG
# Evidence is private: files are handed out by views that ask for permission, never by address.
MEDIA_ROOT = DATA / "media"
# Keys that sign certificates (docs/operations/backup.md): made when first needed, kept for good.
CERTIFICATE_KEYS = DATA / "certificate-keys"
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# Whole public pages as files; the web server in front may hand them out by itself (docs/operations/install.md).
PAGES_FOLDER = DATA / "pages"

SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_HTTPS
SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_HSTS_SECONDS = 31536000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Without a server for mail nothing is sent, and notices stay in the app.
EMAIL_HOST = env.str("KHEO_MAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'dummy'}.EmailBackend"
EMAIL_PORT = env.int("KHEO_MAIL_PORT", 587)
EMAIL_HOST_USER = env.str("KHEO_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.str("KHEO_MAIL_PASSWORD", "")
MAIL_SECURITY = env.str("KHEO_MAIL_SECURITY", "starttls", validate=validate.OneOf(["starttls", "ssl", "none"]))
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SECURITY == "starttls", MAIL_SECURITY == "ssl"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("KHEO_MAIL_FROM", "kheo@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
# Subdomains and browsers' preload lists belong to whoever owns the domain, not to this application.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# The newsroom (Wagtail). Its pages are Vietnamese, its doors are ours, and it asks nobody outside.
WAGTAIL_SITE_NAME = "Dân vận khéo"
WAGTAILADMIN_BASE_URL = env.str("KHEO_URL", "http://127.0.0.1:8000")
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_DATE_FORMAT, WAGTAIL_DATETIME_FORMAT, WAGTAIL_TIME_FORMAT = "%d/%m/%Y", "%d/%m/%Y %H:%M", "%H:%M"
WAGTAILIMAGES_IMAGE_MODEL = "portal.Photo"
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_IMAGE_FORM_BASE = "kheo.portal.forms.photos.PhotoForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# Only what can be looked into for stamps of secrecy and for macros.
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "kheo.portal.forms.documents.DocumentForm"
WAGTAILEMBEDS_FINDERS = []
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = True
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": True}}
TAGGIT_CASE_INSENSITIVE = True
