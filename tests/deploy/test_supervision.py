"""What supervisord is told."""

import configparser
import shlex
from pathlib import Path

import pytest

from deploy.local.listen import Listen
from deploy.local.serve import programs
from deploy.local.supervision import Program, Supervisor
from deploy.local.tree import Tree

WHERE = Listen("127.0.0.1", 8000, 8001, 8002)


def parsed(supervisor: Supervisor) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, inline_comment_prefixes=(";",))
    parser.read_string(supervisor.config_text())
    return parser


@pytest.fixture
def supervisor(tree):
    return Supervisor(tree, "8000", programs(tree, WHERE), {})


def test_each_program_is_run_by_its_own_python_at_its_own_port(supervisor):
    config = parsed(supervisor)
    commands = {name: shlex.split(config[f"program:{name}"]["command"]) for name in ("rasa", "actions", "api")}
    # The first three words are the leash.
    assert commands["rasa"][3] == ".venv-rasa/bin/python"
    assert commands["rasa"][commands["rasa"].index("-p") + 1] == "8001"
    assert commands["rasa"][commands["rasa"].index("-i") + 1] == "127.0.0.1"
    assert commands["actions"][3:] == [".venv/bin/python", "-m", "bot.actions", "--port", "8002"]
    assert commands["api"][3:] == [".venv/bin/python", "-m", "api"]


def test_every_program_comes_back_at_once_and_ends_with_all_it_started(supervisor):
    config = parsed(supervisor)
    sections = [config[name] for name in config.sections() if name.startswith("program:")]
    assert len(sections) == 3
    for section in sections:
        assert section["autorestart"] == "true"
        assert section["startsecs"] == "0"
        assert section["stopasgroup"] == section["killasgroup"] == "true"
        assert section["stdout_logfile"].startswith("var/log/")
        assert section["stdout_logfile_maxbytes"] == "10MB"


def test_no_path_of_the_machine_stands_in_the_file(supervisor, tree):
    assert str(tree.root) not in supervisor.config_text()


def test_a_percent_sign_in_a_command_stays_one(tree):
    text = Supervisor(tree, "1", [Program("one", ["echo", "%(x)s; #"])], {}).config_text()
    assert "'%%(x)s; #'" in text


def test_a_socket_whose_path_is_too_long_for_the_kernel_moves(tmp_path):
    deep = Tree(tmp_path / ("问" * 30))
    supervisor = Supervisor(deep, "8000", [], {})
    assert not supervisor.socket.is_relative_to(deep.root)
    assert len(bytes(supervisor.socket)) < 100
    folder = supervisor.socket.parent
    assert folder.is_dir()
    supervisor.stop()
    assert not folder.exists()


def test_a_socket_lies_in_the_checkout_where_it_fits(supervisor, tree):
    short = Supervisor(Tree(Path("/w")), "8000", [], {})
    assert short.socket == Path("/w/var/run/supervisord-8000.sock")
