"""Reports about people and places that do not exist, and what others might make of them."""

import datetime

from reportedly.copies import Printed, printed
from reportedly.records import Article, Field, Span, Timestamp
from reportedly.text import paragraphs_of

NOON = datetime.datetime(2031, 4, 9, 12, 0, tzinfo=datetime.UTC)

WALL = """The council of Lindholm voted on Tuesday to rebuild the oldest pier of its harbour.
The work begins in May and will close the port to large ships for a year, the harbour office said.
“We have waited too long,” Mayor Ilse Brandvik told reporters. “The pier moves when a tram goes by.”
Fishermen gathered in front of the town hall before the vote and read out the names of their boats.
Oskar Renn, who leads their guild, said that nobody had asked them, and that the season would be lost.
The state will pay for two thirds of the stone, which comes from the quarries above the lake of Thorn.
Engineers first warned of cracks in the foundations eleven years ago, when a storm took the lighthouse.
Since then the pier has been propped with timber every autumn at the expense of the merchants’ fund.
A report of the university counted forty places in which the wall has sunk by more than a hand.
The opposition left the hall before the count and promised to bring the matter before the court.
Brandvik said the court was welcome to come and to stand on the pier while a tram goes by.
The next session of the council, on the price of herring, is set for the first Friday in June."""

ORCHARD = """Growers in the valley of Anselm expect the smallest harvest of pears in thirty years.
Frost came back in the second week of April, when the trees of the lower slopes stood in bloom.
“I lit four hundred fires and saved nine trees,” said Tove Aspen, who farms by the river.
The cooperative has asked for a delay of the water fee, which falls due at midsummer.
A spokesman of the province answered that the fee keeps the canals open for everybody.
Bees from the south are to be brought in earlier next year, if the roads over the pass allow it.
The price of a crate rose by half within a week and is thought to rise again before the fair."""


def report(
    article_id: str,
    text: str,
    outlet: str | None = "Tidewater Post",
    *,
    at: datetime.datetime | None = NOON,
    credited: tuple[str, ...] = (),
) -> Printed:
    """Return a report as the room compares it; every line is a paragraph."""
    return printed(
        article_id,
        Article(
            page_sha256="",
            text=text,
            outlet=Field(value=outlet, markup="meta") if outlet else None,
            published=Field(value=Timestamp.of(at), markup="meta") if at else None,
            credits=tuple(Field(value=name, markup="p") for name in credited),
            body=paragraphs_of(text),
        ),
    )


def lines(text: str, first: int, end: int) -> str:
    """Return some lines of a text, the first one's number being 0."""
    return "\n".join(text.split("\n")[first:end])


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
