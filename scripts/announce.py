"""Say where the site is, once it really answers; used by `make run`, with the machine's own Python."""

import sys
import time
import urllib.error
import urllib.request

PATIENCE = 120  # seconds


def answers(address: str) -> bool:
    """Whether the page at `address` can be had."""
    try:
        with urllib.request.urlopen(address, timeout=5) as page:
            return bool(page.status == 200)
    except OSError:
        return False


def main(address: str) -> None:
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if answers(address):
            print(f"\n    Commonground is at {address}    (Ctrl+C ends it)\n", flush=True)
            return
        time.sleep(0.25)


if __name__ == "__main__":
    main(sys.argv[1])
