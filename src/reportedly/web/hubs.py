"""Where hubs reach the desk: they confirm a subscription here, and tell of news."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.web.source_questions import SourceQuestions

LONGEST_LEASE_SECONDS = 90 * 86_400
"""The longest promise that is believed; past it a hub that died would be trusted for a season."""


class HubPages:
    """One address a subscription; what is sent there is believed only with its token and signature."""

    def __init__(self, sources: SourceQuestions) -> None:
        self._sources = sources

    def routes(self) -> list[BaseRoute]:
        """Return the address that hubs are given."""
        return [
            Route("/hub/{token}", self._confirm, methods=["GET"], name="hub-confirms"),
            Route("/hub/{token}", self._tell, methods=["POST"], name="hub-tells"),
        ]

    def _confirm(self, request: Request) -> Response:
        """Return the hub's challenge where this desk wanted the subscription, else 404."""
        asked = request.query_params
        lease = asked.get("hub.lease_seconds", "")
        seconds = min(int(lease), LONGEST_LEASE_SECONDS) if lease.isdecimal() and len(lease) < 12 else None
        mode, topic = asked.get("hub.mode", ""), asked.get("hub.topic", "")
        if not self._sources.hub_confirms(request.path_params["token"], mode, topic, seconds):
            return PlainTextResponse("This desk did not ask for that.", status_code=404)
        return PlainTextResponse(asked.get("hub.challenge", ""), headers={"cache-control": "no-store"})

    async def _tell(self, request: Request) -> Response:
        """Take notice of news; what is not signed as agreed is taken and ignored, as WebSub has it."""
        body = await request.body()
        signature = request.headers.get("x-hub-signature", "")
        await run_in_threadpool(self._sources.hub_tells, request.path_params["token"], body, signature)
        return Response(status_code=202)
