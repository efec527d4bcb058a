"""The error that igzip raises over bytes it cannot unpack; its stubs take the class for an object."""

from typing import Final, cast

from isal import isal_zlib

GARBLED: Final = cast("type[Exception]", isal_zlib.error)
