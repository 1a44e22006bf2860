"""`python -m dcm_desktop.projector`."""

import sys

from dcm_desktop.projector.process import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
