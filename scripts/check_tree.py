"""No file of the project may know the machine it was written on.

Reads every file git would take and prints one line for each machine path, private host or foreign package index.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FAULTS = {
    "a path of one machine": re.compile(r"""(?<![\w.:/)}\]-])/(?:work|root|tmp|mnt|home/\w+|Users/\w+)/[\w.-]"""),
    "a file address": re.compile(r"\bfile:///\w"),
    "a private host": re.compile(
        r"https?://(?:[^\s/\"'@]*@)?"
        # A bare private address is a fair example of a refused link; with a port it is somebody's machine.
        r"(?:(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+:\d|[\w.-]+\.(?:internal|local|lan|corp|intranet)\b)"
    ),
    "a package index other than pypi.org": re.compile(
        r"registry = \"(?=\w+:|/)(?!https://pypi\.org/simple\")|https?://(?!pypi\.org/)[^\s\"']+/simple/?(?=[\s\"']|$)",
        re.MULTILINE,
    ),
}


def faults_in(text: str) -> list[str]:
    """What gives the machine away, as `line: what`."""
    found = {
        (text.count("\n", 0, hit.start()) + 1, what)
        for what, pattern in FAULTS.items()
        for hit in pattern.finditer(text)
    }
    return [f"{line}: {what}" for line, what in sorted(found)]


def check(root: Path) -> list[str]:
    """Every fault in the files that git tracks or would add, as `path:line: what`."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
    )
    faults = []
    for name in sorted(filter(None, listed.stdout.decode().split("\0"))):
        path = root / name
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        faults += [f"{name}:{said}" for said in faults_in(text)]
    return faults


if __name__ == "__main__":
    found = check(ROOT)
    print("\n".join(found), end="\n" if found else "")
    sys.exit(bool(found))
