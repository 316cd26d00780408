"""Find a Chromium for the tests, or fetch one; never do without.

Looks at $CHROMIUM, then at the path, then in .tools. `python -m scripts.browser` fetches one when none is there:
with apt as root, else the npm package @sparticuz/chromium.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
FOLDER = ROOT / ".tools" / "chromium"
UNPACK = (
    'import("@sparticuz/chromium").then(async (m) => {'
    " const from = await m.default.executablePath();"
    ' require("node:fs").copyFileSync(from, "chromium"); require("node:fs").chmodSync("chromium", 0o755); });'
)


class NoBrowser(Exception):
    """No Chromium on this machine; says how to get one."""

    def __init__(self, tried: str = "") -> None:
        super().__init__(
            "The browser tests need Chromium and none was found. Install it (`apt-get install chromium`), or set "
            f"CHROMIUM to the path of a Chrome or Chromium.{tried}"
        )


def find() -> Path:
    """The browser's executable. Raises NoBrowser."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not os.access(named, os.X_OK):
            raise NoBrowser(f" CHROMIUM names {named}, which cannot be run.")
        return Path(named)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    if os.access(FOLDER / "chromium", os.X_OK):
        return FOLDER / "chromium"
    raise NoBrowser


def _from_apt() -> None:
    silent = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=silent, check=True)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], env=silent, check=True)


def _from_npm() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["npm", "install", "--silent", "--no-save", "--prefix", ".", "@sparticuz/chromium"], cwd=FOLDER, check=True
    )
    subprocess.run(["node", "-e", UNPACK], cwd=FOLDER, check=True)


def provide() -> Path:
    """The browser's executable, fetched when there is none. Raises NoBrowser."""
    ways = []
    if os.geteuid() == 0 and shutil.which("apt-get"):
        ways.append(_from_apt)
    if shutil.which("npm"):
        ways.append(_from_npm)
    failed = ""
    while True:
        try:
            return find()
        except NoBrowser as error:
            if os.environ.get("CHROMIUM"):
                raise
            if not ways:
                raise NoBrowser(failed) from error
        way = ways.pop(0)
        try:
            way()
        except (OSError, subprocess.CalledProcessError) as error:
            failed += f" Fetching it failed: {error}."


if __name__ == "__main__":
    try:
        print(f"Browser: {provide()}")
    except NoBrowser as error:
        sys.exit(str(error))
