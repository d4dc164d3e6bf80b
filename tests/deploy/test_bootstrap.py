"""What is installed when, with a stand-in for uv."""

import pytest
from stand_ins import write_program

from deploy.local.bootstrap import APP, DEV, RASA, ensure, is_current
from deploy.local.console import Problem
from deploy.local.uv import torch_options


@pytest.fixture(autouse=True)
def _interpreters(tmp_path, monkeypatch):
    """Python 3.11 and 3.10 as two scripts on PATH: the stand-in for uv needs no more of them."""
    for minor in (10, 11):
        path = tmp_path / f"bin/python3.{minor}"
        write_program(path, f"echo 3 {minor} cpython {path}\n", "/bin/sh")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)


def test_the_second_run_calls_nothing(tree, uv):
    ensure(tree, (APP, RASA))
    first = uv.calls()
    ensure(tree, (APP, RASA))
    assert uv.calls() == first
    assert [call.split()[0] for call in first] == ["venv", "pip", "venv", "pip"]


def test_what_the_tests_need_covers_what_the_service_needs(tree, uv):
    ensure(tree, (DEV,))
    assert is_current(tree, APP)


def test_the_tests_add_to_the_services_environment_without_making_it_anew(tree, uv):
    ensure(tree, (APP,))
    assert not is_current(tree, DEV)
    ensure(tree, (DEV,))
    assert [call.split()[0] for call in uv.calls()] == ["venv", "pip", "pip"]
    assert is_current(tree, APP)


def test_changed_pins_are_installed_into_the_same_folder(tree, uv):
    ensure(tree, (APP, RASA))
    before = len(uv.calls())
    (tree.root / RASA.requirements).write_text("rasa==2\n")
    ensure(tree, (APP, RASA))
    added = uv.calls()[before:]
    assert len(added) == 1
    assert "pip install" in added[0]
    assert added[0].endswith("requirements/rasa.txt")


def test_an_installation_that_was_cut_off_is_made_anew(tree, uv):
    uv.behave("killed")
    with pytest.raises(Problem):
        ensure(tree, (APP,))
    assert not is_current(tree, APP)
    uv.work()
    ensure(tree, (APP,))
    assert is_current(tree, APP)
    assert [call.split()[0] for call in uv.calls()] == ["venv", "pip", "venv", "pip"]


def test_a_failed_download_is_one_sentence_and_spoils_nothing(tree, uv):
    ensure(tree, (APP,))
    uv.behave("error sending request for a wheel")
    with pytest.raises(Problem, match=r"^A download for \.venv failed.*var/log/install\.log") as raised:
        ensure(tree, (DEV,))
    assert "下载失败" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert is_current(tree, APP)


def test_a_full_disk_is_named_and_the_folder_is_made_anew(tree, uv):
    uv.behave("failed to write: No space left on device (os error 28)")
    with pytest.raises(Problem, match=r"The disk is full.*磁盘已满"):
        ensure(tree, (APP,))
    uv.work()
    ensure(tree, (APP,))
    assert [call.split()[0] for call in uv.calls()] == ["venv", "pip", "venv", "pip"]


def test_an_interpreter_that_was_removed_makes_the_environment_anew(tree, uv):
    ensure(tree, (APP,))
    python = tree.app_python
    python.unlink()
    python.symlink_to(tree.root / "gone")
    assert not is_current(tree, APP)
    ensure(tree, (APP,))
    assert is_current(tree, APP)


def test_a_missing_python_is_said_before_anything_is_installed(tree, uv, tmp_path):
    (tmp_path / "bin/python3.10").unlink()
    with pytest.raises(Problem, match=r"Python 3\.10 is missing.*缺少 Python 3\.10"):
        ensure(tree, (APP, RASA))
    assert not [call for call in uv.calls() if not call.startswith("python find")]


@pytest.mark.parametrize(
    ("wheel", "expected"),
    [
        ("torch-2.13.0+cpu-cp311-cp311-linux_x86_64.whl", "--find-links"),
        ("torch-2.13.0+cpu-cp312-cp312-linux_x86_64.whl", "--torch-backend=cpu"),
        ("torch-2.9.0+cpu-cp311-cp311-linux_x86_64.whl", "--torch-backend=cpu"),
        ("numpy-2.4.6-cp311-cp311-linux_x86_64.whl", "--torch-backend=cpu"),
    ],
)
def test_torch_comes_from_pips_own_folder_where_the_right_wheel_lies_there(tmp_path, wheel, expected):
    (tmp_path / wheel).touch()
    options = torch_options("tqdm==4\ntorch==2.13.0\n", 11, {"find-links": f"/nowhere {tmp_path}"})
    assert options[0] == expected


def test_an_environment_without_torch_needs_no_option():
    assert torch_options("rasa==3.6.21\n", 10, {}) == []
