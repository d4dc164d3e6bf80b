"""What was measured on: enough to judge the figures, nothing that names the machine."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from deploy.local.tree import Tree


def describe(tree: Tree) -> str:
    """Processor, cores, memory and the versions that matter beside Rasa."""
    return f"{hardware()}, {_rasa_versions(tree)}"


def hardware() -> str:
    """Processor, cores, memory, system and this Python."""
    processor = _first(r"^model name\s*:\s*(.+)$", "/proc/cpuinfo") or platform.machine()
    gigabytes = int(_first(r"^MemTotal:\s+(\d+)", "/proc/meminfo") or 0) / 1024**2
    return (
        f"{processor}, {os.cpu_count()} cores, {gigabytes:.0f} GB; {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def versions(*packages: str) -> str:
    """The installed versions of these packages."""
    return ", ".join(f"{name} {version(name)}" for name in packages)


def load() -> str:
    """The load average of the last minute: beyond what we start ourselves it should be near 0."""
    return f"{os.getloadavg()[0]:.1f}"


def _first(pattern: str, path: str) -> str | None:
    try:
        found = re.search(pattern, Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return None
    return found.group(1).strip() if found else None


def _rasa_versions(tree: Tree) -> str:
    script = (
        "import platform; from importlib.metadata import version as v; "
        'print(f\'Rasa {v("rasa")} and TensorFlow {v("tensorflow")} on Python {platform.python_version()}\')'
    )
    done = subprocess.run([tree.rasa_python, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.strip()
