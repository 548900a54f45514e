"""`python -m dashboard`: import figures, print them, explain them."""

import sys

from dashboard.command_line.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
