"""Nothing is made twice, and one task at a time makes it."""

import threading

from deploy.local.stamps import digest, read_stamp, setup_lock, write_stamp


def test_the_hash_changes_with_content_name_and_number_of_files(tmp_path):
    seen = [digest(tmp_path, ["data/**/*"])]
    first = tmp_path / "data/nlu/fees.yml"
    first.parent.mkdir(parents=True)
    first.write_text("费用")
    seen.append(digest(tmp_path, ["data/**/*"]))
    first.write_text("补考费")
    seen.append(digest(tmp_path, ["data/**/*"]))
    first.rename(first.with_name("retake.yml"))
    seen.append(digest(tmp_path, ["data/**/*"]))
    (tmp_path / "data/more.yml").write_text("补考费")
    seen.append(digest(tmp_path, ["data/**/*"]))
    assert len(set(seen)) == len(seen)


def test_what_python_compiles_on_the_way_does_not_count(tmp_path):
    (tmp_path / "bot/__pycache__").mkdir(parents=True)
    (tmp_path / "bot/a.py").write_text("1")
    before = digest(tmp_path, ["bot/**/*"])
    (tmp_path / "bot/__pycache__/a.cpython-311.pyc").write_text("2")
    assert digest(tmp_path, ["bot/**/*"]) == before


def test_the_order_of_patterns_and_a_file_named_twice_do_not_matter(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    assert digest(tmp_path, ["a", "b"]) == digest(tmp_path, ["*", "b", "a"])


def test_a_damaged_stamp_says_nothing(tmp_path):
    stamp = tmp_path / "stamp.json"
    assert read_stamp(stamp) == {}
    write_stamp(stamp, {"sources": "1"})
    assert read_stamp(stamp) == {"sources": "1"}
    stamp.write_text('{"sources": ')
    assert read_stamp(stamp) == {}


def test_a_second_make_waits_and_says_so(tree, capsys):
    second_is_in = threading.Event()

    def second() -> None:
        with setup_lock(tree):
            second_is_in.set()

    thread = threading.Thread(target=second)
    with setup_lock(tree):
        thread.start()
        said = ""
        while "waiting" not in said:
            said += capsys.readouterr().err
        assert not second_is_in.is_set()
    thread.join()
    assert second_is_in.is_set()
