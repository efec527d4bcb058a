"""A moment and a page of an outlet that does not exist."""

import datetime

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
_WORDS = "“The ferry sails on,” Mayor Ana Torv of Lindholm said on Friday. The council agreed with her. " * 4
PAGE = f"<html lang=en><h1>Ferry stays in town</h1><p>{_WORDS}</p><p>{_WORDS}</p></html>".encode()
