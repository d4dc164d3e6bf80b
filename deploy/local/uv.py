"""Gets uv and says how it is to be called here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from deploy.local.commands import Command, Failed, run_logged
from deploy.local.console import Problem, tail
from deploy.local.stamps import digest, read_stamp, write_stamp
from deploy.local.tree import Tree

_PINS = "requirements/bootstrap.txt"


def get_uv(tree: Tree, log: Path) -> Path:
    """Return a uv: the pinned one, by pip in an environment of its own, or one that is installed already."""
    folder = tree.var / "bootstrap"
    uv, stamp = folder / "bin/uv", folder / "wenkao-stamp.json"
    wanted = {"pins": digest(tree.root, [_PINS]), "python": sys.version}
    if uv.exists() and read_stamp(stamp) == wanted:
        return uv
    pip: Command = [folder / "bin/python", "-m", "pip", "--disable-pip-version-check", "install", "-r", _PINS]
    try:
        run_logged(
            tree, "bootstrap environment / 引导环境", [sys.executable, "-m", "venv", "--clear", folder], log
        )
        run_logged(tree, "uv", pip, log)
    except Failed as failed:
        return _installed_uv(tree, failed)
    write_stamp(stamp, wanted)
    return uv


def _installed_uv(tree: Tree, failed: Failed) -> Path:
    """Return the machine's own uv where pip cannot bring ours."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    if "ensurepip" in tail(failed.log):
        raise Problem(
            "This Python cannot make environments: run `apt-get install python3-venv`, then repeat.",
            "此 Python 缺少 venv 模块：请运行 `apt-get install python3-venv` 后重试。",
        )
    raise explain(tree, failed, "uv")


def explain(tree: Tree, failed: Failed, what: str) -> Problem:
    """Return the sentence for an installation that failed, with the reason read from its log."""
    log, ending = tree.short(failed.log), tail(failed.log, 40)
    if disk_is_full(ending):
        return Problem(
            f"The disk is full, {what} is not installed: free some space and repeat; log: {log}.",
            f"磁盘已满，{what} 未装好：请清理空间后重试；日志：{log}。",
        )
    if re.search(r"dns error|error sending request|[Ff]ailed to (fetch|download)|timed out|onnection", ending):
        return Problem(
            f"A download for {what} failed: check the network and repeat; log: {log}.",
            f"{what} 下载失败：请检查网络后重试；日志：{log}。",
        )
    return Problem(
        f"{what} could not be installed; log: {log}.", f"{what} 安装失败；日志：{log}。", tail(failed.log, 6)
    )


def disk_is_full(log: str) -> bool:
    """Tell whether a log speaks of a full disk."""
    return "No space left on device" in log or "os error 28" in log


def uv_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for uv, which by itself reads neither pip's settings nor the system's certificates."""
    env = {**os.environ, "UV_SYSTEM_CERTS": "1"}
    env.pop("UV_NATIVE_TLS", None)  # the older name: uv warns of it
    index = settings.get("index-url")
    if index and not env.get("UV_DEFAULT_INDEX") and not env.get("UV_INDEX_URL"):
        env["UV_DEFAULT_INDEX"] = index
    return env


def pip_settings(tree: Tree) -> dict[str, str]:
    """Return what pip is told on this machine (`find-links`, `index-url`), by file or by `PIP_…` variable."""
    python = tree.var / "bootstrap/bin/python"
    settings = {}
    if python.exists():
        command = [str(python), "-m", "pip", "config", "list"]
        listing = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        for key, value in re.findall(r"^(?:global|user|site|install|:env:)\.([\w-]+)=(.*)$", listing, re.M):
            # Values are quoted; the variables come last and win, as they do for pip.
            settings[key] = value.strip("'\"").replace(r"\n", " ")
    for name in ("find-links", "index-url"):
        variable = os.environ.get(f"PIP_{name.upper().replace('-', '_')}")
        if variable:
            settings[name] = variable
    return settings


def torch_options(requirements: str, minor: int, settings: Mapping[str, str]) -> list[str]:
    """Return uv's options for a torch without CUDA: several GB less than the default one on Linux.

    A folder of pip's `find-links` that holds the pinned wheel is taken; otherwise uv's own knowledge of where
    CPU builds are, which needs no address in our files.
    """
    pinned = re.search(r"^torch==([\w.]+)", requirements, re.M)
    if not pinned:
        return []
    for folder in shlex.split(settings.get("find-links", "")):
        if any(Path(folder.removeprefix("file://")).glob(f"torch-{pinned[1]}*-cp3{minor}-*.whl")):
            return ["--find-links", folder]
    return ["--torch-backend=cpu"]
