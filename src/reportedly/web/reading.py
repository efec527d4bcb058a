"""Adding to the record: pasted text, an address to fetch, or a saved page."""

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest, PageError
from reportedly.store import Kept
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import Frame
from reportedly.web.safety import UPLOAD_BYTES
from reportedly.web.wording import is_web_address


class AddForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed or chosen; `body` is the bytes of the saved page, None where none was chosen."""

    text: str = ""
    url: str = ""
    body: bytes | None = None
    file_name: str = ""


class ReadingPages:
    """The page that adds to the record."""

    def __init__(self, desk: DeskQuestions, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the address of the form and of what it sends."""
        return [
            Route("/read", self._form, methods=["GET"], name="add"),
            Route("/read", self._read, methods=["POST"], name="read"),
        ]

    def _form(self, _request: Request) -> Response:
        return self._shown(AddForm())

    async def _read(self, request: Request) -> Response:
        async with request.form(max_files=1, max_fields=10, max_part_size=UPLOAD_BYTES) as sent:
            form = await filled_in(sent)
        return await run_in_threadpool(self._answer, form)

    def _answer(self, form: AddForm) -> Response:
        """Return the way to the article, or the form again with what stands against it."""
        try:
            kept = keep(self._desk, form)
        except (BadRequest, PageError) as error:
            return self._shown(form, trouble=str(error))
        if kept.article_id is None:
            reason = kept.refusal.words if kept.refusal else "No article was found on this page."
            return self._shown(form, trouble=reason, is_kept=True)
        return RedirectResponse(f"/articles/{kept.article_id}?outcome={kept.outcome}", status_code=303)

    def _shown(self, form: AddForm, *, trouble: str | None = None, is_kept: bool = False) -> Response:
        status = 422 if trouble else 200
        return self._frame.page(
            "read.html", status=status, here="add", form=form, trouble=trouble, is_kept=is_kept
        )


async def filled_in(sent: FormData) -> AddForm:
    """Return the form as it was sent."""
    file, text, url = sent.get("file"), sent.get("text"), sent.get("url")
    is_chosen = isinstance(file, UploadFile) and bool(file.filename)
    return AddForm(
        # Browsers send line ends as CR LF whatever was pasted; the record keeps what was pasted.
        text=text.replace("\r\n", "\n") if isinstance(text, str) else "",
        url=url.strip() if isinstance(url, str) else "",
        body=await file.read() if isinstance(file, UploadFile) and is_chosen else None,
        file_name=(file.filename or "") if isinstance(file, UploadFile) else "",
    )


def keep(desk: DeskQuestions, form: AddForm) -> Kept:
    """Return what became of the form's text, saved page or address; raises `BadRequest` without any."""
    url = form.url or None
    if url and not is_web_address(url):
        raise BadRequest("This is not a web address.", next_step="Begin it with https:// or http://.")
    if form.body is not None and form.text.strip():
        raise BadRequest("There is a text and a saved page.", next_step="Send one of them at a time.")
    if form.body is not None:
        return desk.read_bytes(form.body, url=url)
    if form.text.strip():
        return desk.read_text(form.text, url=url)
    if url:
        return desk.read_url(url)
    raise BadRequest("There is nothing to read.", next_step="Paste a text, give an address or choose a page.")
