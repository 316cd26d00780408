"""Writes the file of expected cells from the policy as it stands: python -m tests.access.write_expected"""

import os

import django


def main() -> None:
    """Set up a town, read its policy, write the file."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from tests.access.matrix_lines import EXPECTED, lines

    EXPECTED.write_text("\n".join(lines()) + "\n")


if __name__ == "__main__":
    main()
