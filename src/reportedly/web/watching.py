"""How a watch fares, for those who keep machines running: /healthz and /metrics."""

from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route


class WatchTold(Protocol):
    """What is told of a watch; `reportedly.desk.DeskWatch` tells it."""

    def metrics(self) -> str:
        """Return the figures in Prometheus' text format."""
        ...

    def trouble(self) -> str | None:
        """Return what keeps a running watch from its work, None where nothing does."""
        ...


class WatchPages:
    """The two addresses; `watch` is None where there is nothing to tell of."""

    def __init__(self, watch: WatchTold | None) -> None:
        self._watch = watch

    def routes(self) -> list[BaseRoute]:
        """Return both addresses."""
        return [Route("/healthz", self._health), Route("/metrics", self._metrics)]

    async def _health(self, _request: Request) -> Response:
        """Say that the server answers, 503 where a watch beside it cannot work; asks the record nothing."""
        trouble = self._watch.trouble() if self._watch else None
        return PlainTextResponse(
            trouble or "ok", status_code=503 if trouble else 200, headers={"cache-control": "no-store"}
        )

    async def _metrics(self, _request: Request) -> Response:
        figures = await run_in_threadpool(self._watch.metrics) if self._watch else ""
        return PlainTextResponse(
            figures, media_type="text/plain; version=0.0.4", headers={"cache-control": "no-store"}
        )
