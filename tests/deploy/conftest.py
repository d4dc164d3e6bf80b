"""A checkout in a temporary folder, and a uv in it that only pretends."""

import sys
from pathlib import Path

import pytest
from stand_ins import FAKE_UV, write_program

from deploy.local.stamps import digest, write_stamp
from deploy.local.tree import Tree


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A checkout with pinned files and nothing installed."""
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for name in ("app", "dev", "rasa", "bootstrap"):
        (requirements / f"{name}.txt").write_text(f"{name}==1\n")
    made = Tree(tmp_path)
    made.make_folders()
    return made


class Uv:
    """The stand-in for uv: what it was called with, and how its next installation goes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def calls(self) -> list[str]:
        path = self.folder / "calls"
        return path.read_text().splitlines() if path.exists() else []

    def behave(self, how: str) -> None:
        (self.folder / "behaviour").write_text(how)

    def work(self) -> None:
        (self.folder / "behaviour").unlink()


@pytest.fixture
def uv(tree: Tree) -> Uv:
    folder = tree.var / "bootstrap"
    write_program(folder / "bin/uv", FAKE_UV)
    pins = digest(tree.root, ["requirements/bootstrap.txt"])
    write_stamp(folder / "wenkao-stamp.json", {"pins": pins, "python": sys.version})
    return Uv(folder / "bin")
