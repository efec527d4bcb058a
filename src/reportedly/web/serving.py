"""The web page on a port of this machine, until it is stopped."""

import contextlib
import errno
import socket
from collections.abc import Callable, Sequence

import uvicorn
from starlette.applications import Starlette

from reportedly.records import BadRequest
from reportedly.web.app import LOCAL_HOSTS, create_app
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.source_questions import SourceQuestions
from reportedly.web.watching import WatchPages, WatchTold

LAST_PORT = 65_535
"""The highest port TCP has."""

STOP_SECONDS = 5
"""How long requests under way may take to finish once the server is told to stop."""


def serve(
    desk: DeskQuestions,
    host: str = "127.0.0.1",
    port: int = 8765,
    *,
    names: Sequence[str] = (),
    on_ready: Callable[[str], None] | None = None,
    watch: WatchTold | None = None,
    sources: SourceQuestions | None = None,
) -> None:
    """Serve the desk until Ctrl-C, then return once the requests under way are answered.

    `names` are further host names the page may be asked under. `on_ready` is told the address once
    the port is held; port 0 takes any free one. Raises `BadRequest` where the port cannot be had.
    """
    shown = f"[{host}]" if ":" in host else host
    app = create_app(desk, allowed_hosts=(*LOCAL_HOSTS, shown, *names), watch=watch, sources=sources)
    _serve(app, host, port, on_ready)


def serve_watch(
    watch: WatchTold, *, host: str, port: int, on_ready: Callable[[str], None] | None = None
) -> None:
    """Serve /healthz and /metrics of a watch until Ctrl-C; raises `BadRequest` as `serve` does."""
    _serve(Starlette(routes=WatchPages(watch).routes()), host, port, on_ready)


def _serve(app: Starlette, host: str, port: int, on_ready: Callable[[str], None] | None) -> None:
    listening = listen(host, port)
    with listening:
        shown = f"[{host}]" if ":" in host else host
        if on_ready is not None:
            on_ready(f"http://{shown}:{listening.getsockname()[1]}/")
        # uvicorn stops cleanly on Ctrl-C and then raises it once more for whoever started it.
        with contextlib.suppress(KeyboardInterrupt):
            _server(app).run(sockets=[listening])


def _server(app: Starlette) -> uvicorn.Server:
    """Return the server: quiet, without its name in the answers, patient with requests under way."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    return uvicorn.Server(config)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that holds the port; raises `BadRequest` saying which option to use instead."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    about = f"{host}:{port}"
    if not 0 <= port <= LAST_PORT:
        raise BadRequest(
            f"{port} is not a port.", next_step=f"Give --port a number from 0 to {LAST_PORT}.", about=about
        )
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise _unheard(error, host, port) from error


def _unheard(error: OSError, host: str, port: int) -> BadRequest:
    """Return what to tell somebody whose port could not be had."""
    about = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        other = f"Choose another with --port, such as --port {port + 1}, or stop what runs there."
        return BadRequest(f"Port {port} on {host} is in use.", next_step=other, about=about)
    if error.errno == errno.EACCES:
        return BadRequest(
            f"Port {port} may not be used by this account.",
            next_step="Choose one above 1023 with --port.",
            about=about,
        )
    return BadRequest(
        f"{host} is no address of this machine ({error.strerror or error}).",
        next_step="Leave --host out to serve this machine only, or give one of its own addresses.",
        about=about,
    )
