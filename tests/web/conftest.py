"""A fake desk and somebody who visits its page."""

import pytest

from reportedly.web import create_app

from .fake_desk import FakeDesk
from .visitor import Visitor


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def visitor(desk: FakeDesk) -> Visitor:
    return Visitor(create_app(desk))
