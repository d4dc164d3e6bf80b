"""Where the programs listen, and what is said when they cannot."""

import socket
from collections.abc import Iterator

import pytest

from deploy.local.console import Problem
from deploy.local.listen import Listen, choose


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.fixture
def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_taken_port_is_one_sentence_that_says_what_to_type(taken, host):
    with pytest.raises(Problem) as raised:
        choose({"HOST": host, "PORT": str(taken)})
    english, chinese = str(raised.value).split(" / ")
    assert english.startswith(f"Port {taken} is taken: set PORT ")
    assert chinese.startswith(f"端口 {taken} 已被占用")
    assert all(f"PORT={taken + 10} make serve" in half for half in (english, chinese))


def test_a_taken_inner_port_that_was_asked_for_is_named_by_its_variable(taken, free):
    with pytest.raises(Problem, match=f"Port {taken} is taken: set RASA_PORT"):
        choose({"PORT": str(free), "RASA_PORT": str(taken)})


def test_a_taken_inner_port_that_nobody_asked_for_is_avoided(taken):
    where = choose({"PORT": str(taken - 1)})
    assert where.rasa_port != taken
    assert len({where.port, where.rasa_port, where.actions_port}) == 3


def test_the_programs_are_told_where_each_other_is(free):
    environment = choose({"PORT": str(free)}).environment()
    assert environment["HOST"] == "127.0.0.1"
    assert environment["PORT"] == str(free)
    assert environment["RASA_URL"].startswith("http://127.0.0.1:")
    assert environment["ACTIONS_URL"].startswith("http://127.0.0.1:")


@pytest.mark.parametrize("text", ["0", "65536", "http", "-1", "８０００"])
def test_what_is_no_port_is_refused_with_what_is(text):
    with pytest.raises(Problem, match="is not a port: a number from 1 to 65535"):
        choose({"PORT": text})


def test_an_address_of_another_machine_is_refused(free):
    with pytest.raises(Problem, match=r"HOST=192\.0\.2\.1 is not an address of this machine"):
        choose({"HOST": "192.0.2.1", "PORT": str(free)})


def test_one_port_for_two_programs_is_refused(free):
    with pytest.raises(Problem, match="must differ"):
        choose({"PORT": str(free), "RASA_PORT": str(free)})


@pytest.mark.parametrize(
    ("host", "url"),
    [("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://[::1]:8000"), ("localhost", "http://localhost:8000")],
)
def test_the_printed_address_can_be_opened_here(host, url):
    assert Listen(host, 8000, 8001, 8002).url == url
