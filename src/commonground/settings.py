"""One file of settings for a town, the demo and the tests; everything that differs comes from the environment.

COMMONGROUND_HOME   folder of the embedded database, the keys and the collected styles (default: ./var)
COMMONGROUND_KEYS   folder of the keys, where a town keeps them off the database's disk (default: HOME/keys)
COMMONGROUND_MODE   "town" (default) or "demo"; only the demo may walk in as a persona or shift the clock
COMMONGROUND_HOSTS  names the site answers to, separated by commas (default: localhost and 127.0.0.1)
COMMONGROUND_SOURCE where this installation's source code is offered, as the licence asks (a link in the footer)
COMMONGROUND_HTTPS  "yes" once a certificate stands in front: cookies become Secure and HSTS is sent
DATABASE_URL        a PostgreSQL; without it, SQLite in HOME
"""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.csp import CSP

from commonground.kernel.keys import Keyring

PACKAGE = Path(__file__).parent
HOME = Path(os.environ.get("COMMONGROUND_HOME", "var")).resolve()
KEYS = Path(os.environ.get("COMMONGROUND_KEYS", HOME / "keys")).resolve()
MODE = os.environ.get("COMMONGROUND_MODE", "town")
DEMO = MODE == "demo"
HTTPS = os.environ.get("COMMONGROUND_HTTPS", "no") == "yes"

SECRET_KEY = Keyring(KEYS, create=DEMO).text("cookies")
DEBUG = False
ALLOWED_HOSTS = os.environ.get("COMMONGROUND_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_tasks_db",
    "commonground.kernel",
    "commonground.ui",
    "commonground.people",
    "commonground.listen",
    "commonground.agree",
    "commonground.act",
    "commonground.measure",
    "commonground.tell",
    "commonground.web",
    "commonground.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "commonground.ui.middleware.SameOrigin",
    "commonground.ui.middleware.PublicCache",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "commonground.people.middleware.ActorOfRequest",
]

ROOT_URLCONF = "commonground.urls"
WSGI_APPLICATION = "commonground.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "commonground.ui.context.everywhere",
            ],
            "builtins": ["commonground.ui.templatetags.ui"],
        },
    }
]

AUTH_USER_MODEL = "people.Person"
LOGIN_URL = "people:sign-in"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

SQLITE: dict[str, Any] = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    # FULL: an acknowledged vote survives a power cut. secure_delete: an erased value leaves no copy on a free page.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}
DATABASES: dict[str, Any] = {
    "default": dj_database_url.config(default=f"sqlite:///{HOME / 'commonground.sqlite3'}", conn_max_age=600)
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [PACKAGE / "locale"]
SOURCE_URL = os.environ.get("COMMONGROUND_SOURCE", "")
TIME_ZONE = os.environ.get("COMMONGROUND_TIME_ZONE", "America/Toronto")
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_NAME = "seat"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "commonground.kernel.logs.Plain"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
