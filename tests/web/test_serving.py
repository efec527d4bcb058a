"""Serving the page on a port."""

import os
import signal
import threading

import httpx
import pytest

from reportedly.records import BadRequest
from reportedly.web import create_app, serve
from reportedly.web.serving import listen

from .fake_desk import FakeDesk
from .server import running


def test_a_port_in_use_names_the_option_to_use_instead() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadRequest, match=f"--port {port + 1}"):
            listen("127.0.0.1", port)


def test_a_number_that_is_no_port_is_told() -> None:
    with pytest.raises(BadRequest, match="0 to 65535"):
        listen("127.0.0.1", 70_000)


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(BadRequest, match="no address of this machine"):
        listen("192.0.2.1", 0)


def test_a_head_request_gets_no_body_over_the_wire() -> None:
    with running(create_app(FakeDesk())) as address:
        answer = httpx.head(f"{address}/articles/harbour")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) > 1000


def test_ctrl_c_stops_the_server_cleanly() -> None:
    answers: list[int] = []

    def visit(address: str) -> None:
        answers.append(httpx.get(address + "healthz", timeout=10).status_code)
        os.kill(os.getpid(), signal.SIGINT)

    serve(
        FakeDesk(),
        port=0,
        on_ready=lambda address: threading.Thread(target=visit, args=(address,), daemon=True).start(),
    )
    assert answers == [200]
