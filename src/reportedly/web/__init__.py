"""The desk on a web page: parses the request, asks the desk, renders the answer."""

from reportedly.web.app import create_app
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.serving import serve, serve_watch

__all__ = ["DeskQuestions", "create_app", "serve", "serve_watch"]
