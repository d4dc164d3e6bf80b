"""`make test` and `make lint`: what has to hold, in the order in which it is quickest to know."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence

from deploy.local.bootstrap import DEV, RASA, ensure
from deploy.local.build import build
from deploy.local.commands import Failed, run_logged, run_visible
from deploy.local.console import say
from deploy.local.tree import Tree

# Called by the interpreter and not by their own first line, which breaks when a checkout is moved.
STATIC_CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", (".venv/bin/lint-imports",)),
)
_SERVICES = (
    ("PostgreSQL", 5432, "WENKAO_TEST_POSTGRES", "postgresql+asyncpg://postgres@127.0.0.1:5432/test"),
    ("Redis", 6379, "WENKAO_TEST_REDIS", "redis://127.0.0.1:6379/15"),
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def check(tree: Tree) -> int:
    """Run everything; stop at the first that fails and return its status. pytest has the last word."""
    ensure(tree, (DEV, RASA))
    install_browser(tree)
    env = {**os.environ, **find_services()}
    failed = lint(tree)
    if failed:
        return failed
    heading("build")
    build(tree)
    heading("pytest")
    arguments = shlex.split(os.environ.get("ARGS", ""))
    return run_visible(tree, [tree.app_python, "-m", "pytest", *arguments], env)


def lint(tree: Tree, checks: Sequence[tuple[str, Sequence[str]]] = STATIC_CHECKS) -> int:
    """Run the static checks; return the status of the first that fails, or 0."""
    for name, command in checks:
        heading(name)
        started = time.monotonic()
        status = run_visible(tree, [tree.app_python, *command])
        if status != 0:
            say(f"✗ {name}: exit status {status}")
            return status
        print(f"✓ {name}  {time.monotonic() - started:.1f} s", flush=True)
    return 0


def heading(name: str) -> None:
    """Print the heading of a step."""
    print(f"\n━━ {name} ━━", flush=True)


def find_services() -> dict[str, str]:
    """Say which services are there and return the variables by which the tests reach them."""
    heading("services / 服务")
    found = {}
    for name, port, variable, address in _SERVICES:
        if os.environ.get(variable):
            print(f"✓ {name}: {variable} is set / 已由环境变量指定", flush=True)
        elif _answers(port):
            found[variable] = address
            print(f"✓ {name}: found on 127.0.0.1:{port} / 已找到", flush=True)
        else:
            print(f"✗✗ {name}: NOT FOUND on 127.0.0.1:{port}; set {variable} to use another / 未找到", flush=True)
    return found


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=2).close()
    except OSError:
        return False
    return True


def install_browser(tree: Tree) -> None:
    """Install Debian's Chromium and Chinese fonts for the browser tests, or say what to install."""
    packages = []
    if not any(map(shutil.which, _BROWSERS)):
        packages.append("chromium")
    if not _has_chinese_font():
        packages.append("fonts-noto-cjk")
    if not packages:
        return
    names = " ".join(packages)
    advice = f"✗✗ The browser tests need: apt-get install {names} / 浏览器测试需要安装：{names}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(advice)
        return
    log = tree.logs / "apt.log"
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_logged(tree, "package lists / 软件包列表", ["apt-get", "update"], log, env)
        install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
        run_logged(tree, names, install, log, env)
    except Failed:
        say(f"{advice}; log: {tree.short(log)}")


def _has_chinese_font() -> bool:
    """Tell whether fontconfig knows a font for Chinese, or Debian has the package where there is no fontconfig."""
    for command in (
        ["fc-list", ":lang=zh", "family"],
        ["dpkg-query", "-Wf", "${db:Status-Abbrev}", "fonts-noto-cjk"],
    ):
        if shutil.which(command[0]):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            return done.returncode == 0 and bool(done.stdout.strip())
    return False
