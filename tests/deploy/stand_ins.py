"""Small programs that stand in for uv and the interpreters."""

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# Writes its arguments down; `venv` makes a folder like uv's; `pip install` does what `behaviour` says.
FAKE_UV = """\
import os, pathlib, signal, sys
here = pathlib.Path(__file__).parent
with open(here / "calls", "a") as calls:
    print(*sys.argv[1:], file=calls)
if sys.argv[1] == "venv":
    folder = pathlib.Path(sys.argv[-1])
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    for leftover in folder.glob("wenkao-*"):
        leftover.unlink()
    minor = 10 if "rasa" in folder.name else 11
    (folder / "pyvenv.cfg").write_text(f"version_info = 3.{minor}.7\\n")
    python = folder / "bin/python"
    python.unlink(missing_ok=True)
    python.symlink_to(sys.executable)
if sys.argv[1:3] == ["python", "find"]:
    sys.exit(1)
behaviour = here / "behaviour"
if sys.argv[1] == "pip" and behaviour.exists():
    text = behaviour.read_text()
    if text == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    sys.exit(text)
"""


def write_program(path: Path, text: str, interpreter: str = sys.executable) -> Path:
    """Write an executable script."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{interpreter}\n{text}")
    path.chmod(0o755)
    return path
