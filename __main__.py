"""``python -m notice_parse``: the command line without the script that pip installs."""

from .cli.main import run

if __name__ == "__main__":
    run()
