"""`session list | import`."""

import argparse
import json
from pathlib import Path
from typing import Any

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import now, opened
from dcm_desktop.cli.passphrase import text_file
from dcm_desktop.cli.words import Words
from dcm_desktop.errors import InputRefused
