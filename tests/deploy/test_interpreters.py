"""Which Python is found, and what is said when none is."""

from pathlib import Path

from stand_ins import write_program

from deploy.local.interpreters import find, missing


def fake_python(path: Path, minor: int = 10, implementation: str = "cpython") -> Path:
    return write_program(path, f"echo 3 {minor} {implementation} {path}\n", "/bin/sh")


def environ(tmp_path: Path, *folders: Path) -> dict[str, str]:
    return {"PATH": ":".join(map(str, folders)), "HOME": str(tmp_path)}


def test_a_shim_that_fails_does_not_hide_the_interpreter_behind_it(tmp_path):
    write_program(tmp_path / "shims/python3.10", "echo 'pyenv: command not found' >&2; exit 127\n", "/bin/sh")
    real = fake_python(tmp_path / "bin/python3.10")
    found = find((10,), environ=environ(tmp_path, tmp_path / "shims", tmp_path / "bin"))
    assert found is not None
    assert found.path == real


def test_pyenvs_newest_version_is_found_although_no_shim_enables_it(tmp_path):
    for patch in (9, 13):
        newest = fake_python(tmp_path / f".pyenv/versions/3.10.{patch}/bin/python3.10")
    found = find((10,), environ=environ(tmp_path))
    assert found is not None
    assert found.path == newest


def test_uvs_own_interpreter_is_asked_for_last(tmp_path):
    managed = fake_python(tmp_path / "managed/python3.10")
    uv = write_program(tmp_path / "uv", f"echo {managed}\n", "/bin/sh")
    found = find((10,), uv, environ(tmp_path))
    assert found is not None
    assert found.path == managed


def test_a_program_of_that_name_that_is_another_python_is_not_taken(tmp_path):
    fake_python(tmp_path / "a/python3.10", minor=9)
    fake_python(tmp_path / "b/python3.10", implementation="pypy")
    assert find((10,), environ=environ(tmp_path, tmp_path / "a", tmp_path / "b")) is None


def test_the_first_wanted_version_wins(tmp_path):
    for minor in (19, 20):
        fake_python(tmp_path / f"bin/python3.{minor}", minor)
    found = find((20, 19), environ=environ(tmp_path, tmp_path / "bin"))
    assert found is not None
    assert found.minor == 20


def test_the_sentence_for_a_missing_python_names_the_command_in_both_languages():
    sentence = str(missing((10,), "why", "原因", "var/bootstrap/bin/uv"))
    english, chinese = sentence.split(" / ")
    assert "Python 3.10 is missing (why)" in english
    assert "缺少 Python 3.10（原因）" in chinese
    assert all("`var/bootstrap/bin/uv python install 3.10`" in half for half in (english, chinese))
    assert "\n" not in sentence
