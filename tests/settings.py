"""The settings of a town, with keys of its own in a temporary folder: tests never touch an installation.

Types are checked against these settings too, so that a bare clone needs no keys.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from commonground.kernel.keys import NAMES, Keyring


def _home() -> Path:
    """One folder per run: the first process makes and removes it, parallel workers inherit its name."""
    inherited = os.environ.get("COMMONGROUND_TEST_HOME")
    if inherited:
        return Path(inherited)
    made = Path(tempfile.mkdtemp(prefix="commonground-tests-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    os.environ["COMMONGROUND_TEST_HOME"] = str(made)
    return made


TEST_HOME = _home()
for name in NAMES:
    Keyring(TEST_HOME / "keys").make(name)
(TEST_HOME / "static").mkdir(exist_ok=True)
os.environ["COMMONGROUND_HOME"] = str(TEST_HOME)
os.environ["COMMONGROUND_KEYS"] = str(TEST_HOME / "keys")
os.environ["COMMONGROUND_MODE"] = "town"
os.environ["COMMONGROUND_HTTPS"] = "no"
os.environ.pop("COMMONGROUND_HOSTS", None)
os.environ.pop("COMMONGROUND_TIME_ZONE", None)

from commonground.settings import *  # noqa: E402, F403
from commonground.settings import DATABASES, INSTALLED_APPS, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: the live server and other processes open it by name, as in a town.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_HOME / "test.sqlite3")}
    # No test can cut the power, so no test needs to wait for the disk.
    DATABASES["default"]["OPTIONS"] = DATABASES["default"]["OPTIONS"] | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"
    }
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
INSTALLED_APPS = [*INSTALLED_APPS, "tests.kernel.trial"]
