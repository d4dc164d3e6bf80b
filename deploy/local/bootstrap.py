"""Makes the two Python environments, from pinned files, once."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deploy.local.commands import Command, Failed, run_logged
from deploy.local.console import Problem, tail
from deploy.local.interpreters import find, missing
from deploy.local.stamps import digest, read_stamp, setup_lock, write_stamp
from deploy.local.tree import Tree
from deploy.local.uv import disk_is_full, explain, get_uv, pip_settings, torch_options, uv_environment


@dataclass(frozen=True)
class Environment:
    """One environment as one task needs it.

    `covers` names the environments in the same folder whose pins are all among these pins. `gigabytes` is what
    a fresh installation takes, the downloads in uv's cache included.
    """

    name: str
    folder: str
    minors: tuple[int, ...]
    label: str
    gigabytes: float
    covers: tuple[str, ...] = ()

    @property
    def requirements(self) -> str:
        """The pinned file that it is installed from."""
        return f"requirements/{self.name}.txt"


_APP_MINORS = (11, 12, 13)  # 3.11 first: the pins are compiled for it
APP = Environment("app", ".venv", _APP_MINORS, "app environment / 应用环境 (.venv)", 3.0)
DEV = Environment("dev", ".venv", _APP_MINORS, "app and test environment / 应用与测试环境 (.venv)", 3.0, ("app",))
RASA = Environment("rasa", ".venv-rasa", (10,), "Rasa environment / Rasa 环境 (.venv-rasa)", 3.0)


def ensure(tree: Tree, wanted: Iterable[Environment]) -> None:
    """Install what is missing or outdated; does nothing in a few milliseconds where nothing is."""
    wanted = list(wanted)
    if all(is_current(tree, one) for one in wanted):
        return
    with setup_lock(tree):
        todo = [one for one in wanted if not is_current(tree, one)]  # another make may have done it meanwhile
        if todo:
            _install_all(tree, todo)


def is_current(tree: Tree, environment: Environment) -> bool:
    """Tell whether an environment is whole and holds what its pinned file says."""
    folder = tree.root / environment.folder
    stamp = read_stamp(_stamp(folder))
    return (
        not needs_new_folder(tree, environment)
        and stamp.get("python") == python_version(folder)
        and stamp.get("installed", {}).get(environment.name) == digest(tree.root, [environment.requirements])
    )


def needs_new_folder(tree: Tree, environment: Environment) -> bool:
    """Tell whether the folder has to be made anew: missing, cut off half-way, or of another Python."""
    folder = tree.root / environment.folder
    version = python_version(folder).split(".")
    wanted = [["3", str(minor)] for minor in environment.minors]
    # `exists` follows the link: an interpreter that was removed counts as missing.
    return _marker(folder).exists() or not (folder / "bin/python").exists() or version[:2] not in wanted


def python_version(folder: Path) -> str:
    """Return the version of the Python that an environment was made with, from its own note."""
    try:
        note = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(r"^version(?:_info)?\s*=\s*([\d.]+)", note, re.M)
    return found[1] if found else ""


def _install_all(tree: Tree, todo: list[Environment]) -> None:
    log = tree.logs / "install.log"
    log.write_text("", encoding="utf-8")
    uv = get_uv(tree, log)
    settings = pip_settings(tree)
    # All that could stop the second environment is asked before the first one is downloaded.
    pythons = {one.name: _python_for(tree, one, uv) for one in todo}
    _check_disk(tree, sum(one.gigabytes if needs_new_folder(tree, one) else 0.2 for one in todo))
    env = uv_environment(settings)
    for one in todo:
        try:
            _install(tree, one, uv, pythons[one.name], settings, env, log)
        except Failed as failed:
            raise explain(tree, failed, one.folder) from None


def _install(
    tree: Tree,
    one: Environment,
    uv: Path,
    python: Path,
    settings: dict[str, str],
    env: dict[str, str],
    log: Path,
) -> None:
    folder = tree.root / one.folder
    if needs_new_folder(tree, one):
        run_logged(tree, f"Python → {one.folder}", [uv, "venv", "--clear", "--python", python, folder], log, env)
    requirements = tree.root / one.requirements
    minor = int(python_version(folder).split(".")[1])
    options = torch_options(requirements.read_text(encoding="utf-8"), minor, settings)
    marker = _marker(folder)
    marker.touch()
    command: Command = [uv, "pip", "install", "--python", folder / "bin/python", "-r", requirements, *options]
    try:
        run_logged(tree, one.label, command, log, env)
    except Failed as failed:
        # uv downloads everything before it changes anything: after a failed download the folder is as it was.
        if failed.status > 0 and not disk_is_full(tail(log, 40)):
            marker.unlink()
        raise
    _remember(tree, one, folder)
    marker.unlink()


def _remember(tree: Tree, one: Environment, folder: Path) -> None:
    installed = read_stamp(_stamp(folder)).get("installed", {})
    for name in (one.name, *one.covers):
        installed[name] = digest(tree.root, [f"requirements/{name}.txt"])
    write_stamp(_stamp(folder), {"python": python_version(folder), "installed": installed})


def _python_for(tree: Tree, one: Environment, uv: Path) -> Path:
    if not needs_new_folder(tree, one):
        return tree.root / one.folder / "bin/python"
    found = find(one.minors, uv)
    if found:
        return found.path
    if one is RASA:
        raise missing(one.minors, "Rasa 3.6 runs on no later one", "Rasa 3.6 不支持更高版本", tree.short(uv))
    raise missing(one.minors, "3.12 and 3.13 do as well", "3.12、3.13 亦可", tree.short(uv))


def _check_disk(tree: Tree, gigabytes: float) -> None:
    free = shutil.disk_usage(tree.root).free / 1e9
    if free < gigabytes:
        raise Problem(
            f"Not enough disk space: {gigabytes:.1f} GB are needed here and {free:.1f} GB are free.",
            f"磁盘空间不足：此处需要 {gigabytes:.1f} GB，仅剩 {free:.1f} GB。",
        )


def _stamp(folder: Path) -> Path:
    return folder / "wenkao-stamp.json"


def _marker(folder: Path) -> Path:
    """Return the file that is there while an installation is under way, and after one that was cut off."""
    return folder / "wenkao-installing"
