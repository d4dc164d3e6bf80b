"""The dialogue model is trained when something it is made from has changed, and only then."""

import pytest
from stand_ins import write_program

from deploy.local.build import MODEL, build_index, train
from deploy.local.console import Problem

# Both stand-ins write their arguments down. The export writes the names that the notice holds.
APP = 'echo "$2" >> var/calls; cp knowledge/notice.md "$3"; touch var/build/sounds.json\n'
RASA = 'echo "$3" >> var/calls; test ! -e fails && touch var/models/wenkao.tar.gz\n'


@pytest.fixture
def project(tree):
    write_program(tree.app_python, APP, "/bin/sh")
    write_program(tree.rasa_python, RASA, "/bin/sh")
    for name in ("knowledge/notice.md", "bot/domain.yml", "bot/data/nlu.yml", "bot/components/tokenizer.py"):
        path = tree.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tree


def calls(tree):
    path = tree.var / "calls"
    made = path.read_text().split() if path.exists() else []
    path.unlink(missing_ok=True)
    return made


def test_the_second_time_nothing_is_trained(project):
    train(project)
    assert calls(project) == ["bot.lexicon_export", "train"]
    train(project)
    assert calls(project) == []


@pytest.mark.parametrize("changed", ["bot/domain.yml", "bot/data/nlu.yml"])
def test_changed_training_data_is_trained(project, changed):
    train(project)
    calls(project)
    (project.root / changed).write_text("changed")
    train(project)
    assert calls(project) == ["train"]


def test_a_new_component_is_trained(project):
    train(project)
    calls(project)
    (project.root / "bot/components/another.py").touch()
    train(project)
    assert calls(project)[-1] == "train"


def test_a_notice_that_brings_no_new_name_is_read_and_not_trained(project):
    train(project)
    calls(project)
    (project.root / "knowledge/fees.yml").write_text("200")
    train(project)
    assert calls(project) == ["bot.lexicon_export"]


def test_a_notice_that_brings_a_new_name_is_trained(project):
    train(project)
    calls(project)
    (project.root / "knowledge/notice.md").write_text("人工智能训练师")
    train(project)
    assert calls(project) == ["bot.lexicon_export", "train"]


def test_a_failed_training_is_a_sentence_with_the_log_and_is_tried_again(project):
    train(project)
    (project.root / "bot/domain.yml").write_text("broken")
    (project.root / "fails").touch()
    with pytest.raises(Problem, match=r"Training failed; log: var/log/train\.log.*对话模型训练失败"):
        train(project)
    assert not (project.root / MODEL).exists()
    (project.root / "fails").unlink()
    calls(project)
    train(project)
    assert calls(project) == ["train"]


def test_a_training_that_ends_well_but_writes_no_model_has_failed(project):
    write_program(project.rasa_python, "exit 0\n", "/bin/sh")
    with pytest.raises(Problem, match="Training failed"):
        train(project)


def test_an_index_that_cannot_be_built_stops_the_task(project):
    write_program(project.app_python, "echo 'quote not in clause' >&2; exit 1\n", "/bin/sh")
    with pytest.raises(Problem, match="index could not be built"):
        build_index(project)
