"""The Makefile, the tasks behind it and the pinned files agree."""

import os
import re
import subprocess
import sys

import pytest
from stand_ins import REPOSITORY, write_program

from deploy.local.__main__ import TASKS, main
from deploy.local.check import lint
from deploy.local.tree import Tree
from deploy.local.upkeep import strip_local_builds

MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
REQUIREMENTS = sorted((REPOSITORY / "requirements").iterdir())


def test_every_target_of_the_makefile_is_a_task_and_every_task_a_target():
    recipes = re.findall(r"^(\w+):.*\n\t@\$\(RUN\) (\w+)$", MAKEFILE, re.M)
    assert [target for target, _ in recipes] == [task for _, task in recipes] == list(TASKS)


def test_make_alone_lists_every_task(tmp_path):
    # The first python3 on PATH is a shim that fails: make goes on to the next name.
    write_program(tmp_path / "python3", "exit 127\n", "/bin/sh")
    (tmp_path / "python3.11").symlink_to(sys.executable)
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    listing = subprocess.run(
        ["make", "-C", str(REPOSITORY), "--no-print-directory"], env=env, capture_output=True, text=True
    )
    assert re.findall(r"^  make (\w+)", listing.stdout, re.M) == list(TASKS)


def test_the_tasks_run_on_the_older_of_the_two_pythons():
    python = Tree(REPOSITORY).rasa_python
    done = subprocess.run([python, "-m", "deploy.local", "help"], cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_task_is_refused(capsys):
    assert main(["fly"]) == 2
    assert "No such task: fly" in capsys.readouterr().err


def test_continuous_integration_runs_make_test_and_nothing_else():
    lines = (REPOSITORY / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if re.match(r"make|python|\.venv", line)] == ["make test"]
    assert "set -euo pipefail" in lines


def pins(name: str) -> set[str]:
    return set((REPOSITORY / f"requirements/{name}.txt").read_text(encoding="utf-8").split())


def test_the_test_environment_holds_the_services_exact_versions():
    assert pins("app") <= pins("dev")


@pytest.mark.parametrize(
    "path", [path for path in REQUIREMENTS if path.suffix == ".txt"], ids=lambda path: path.name
)
def test_pinned_files_hold_names_and_versions_only(path):
    text = path.read_text(encoding="utf-8")
    assert strip_local_builds(text) == text
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in text.splitlines())


def test_compiled_pins_lose_what_only_this_machine_knows():
    compiled = "--find-links /somewhere\ntorch==2.13.0+cpu\n    # via x\ntqdm==4.70.1\n"
    assert strip_local_builds(compiled) == "torch==2.13.0\ntqdm==4.70.1\n"


def test_the_first_check_that_fails_gives_the_status_and_ends_the_list(tree, capfd):
    tree.app_python.parent.mkdir(parents=True)
    tree.app_python.symlink_to(sys.executable)
    checks = [
        ("one", ("-c", "print('first')")),
        ("two", ("-c", "raise SystemExit(3)")),
        ("three", ("-c", "print('third')")),
    ]
    assert lint(tree, checks) == 3
    output = capfd.readouterr()
    assert "first" in output.out
    assert "third" not in output.out
    assert "two: exit status 3" in output.err
