"""How records look on a terminal and as JSON."""

import sys
from collections.abc import Iterable

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.records import Article, field_lines
from reportedly.store import ArticleLine, BrokenEvidence, Kept, KeptArticle, StatementLine

_LONGEST_WORDS = 160


def print_json(value: object) -> None:
    """Print a record, or several as a list, as JSON with the records' own names."""
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")


def article_table(lines: Iterable[ArticleLine]) -> Table:
    """Return articles as a table."""
    table = Table("id", "published", "outlet", "headline", "from", "statements", title="Articles")
    for line in lines:
        table.add_row(
            line.id[:8],
            (line.published or "–")[:16].replace("T", " "),
            Text(line.outlet or "–"),
            Text(line.headline or "(no headline)"),
            Text(", ".join(line.credits)),
            str(line.statement_count),
        )
    return table


def statement_table(lines: Iterable[StatementLine], total: int) -> Table:
    """Return statements as a table; `total` is how many there are in all."""
    table = Table("id", "published", "who", "act", "what", title=f"Statements ({total})")
    for line in lines:
        published = (line.published or "–")[:10]
        table.add_row(line.id[:8], published, _who(line), _act(line), _what(line))
    return table


def _who(line: StatementLine) -> Text:
    """Return the speaker, behind those who pass it on: "AVA › citing Tide News › Ana Torv – “she”"."""
    who = Text("".join(f"{relay.shown} › " for relay in line.beside.chain), style="dim")
    name = shown_speaker(line)
    who.append(name or "(nobody named)", style="not dim")
    if line.speaker_mention and line.speaker_mention != name:
        who.append(f" – “{line.speaker_mention}”")
    return who


def shown_speaker(line: StatementLine) -> str | None:
    """Return whom a line names: as the article does, else, or where a person ruled, as the record does."""
    if line.actor is not None and (line.actor.is_ruled or line.speaker is None):
        return line.actor.name
    return line.speaker


def _act(line: StatementLine) -> Text:
    """Return what is done by it, with the cue, the kind and the words that negate or hedge it below."""
    act = Text(line.act)
    below = [f"“{line.cue}”"] if line.cue else []
    below += [line.kind]
    below += [f"negated: {words}" for words in line.beside.negations]
    below += [f"hedged: {words}" for words in line.beside.hedges]
    below += ["not in the next version"] if line.dropped_in else []
    return act.append("\n" + "\n".join(below), style="dim")


def _what(line: StatementLine) -> Text:
    """Return what was said, with where it stands before it and to whom it was said below."""
    what = Text(f"[{line.found_in}] " if line.found_in != "text" else "", style="dim")
    what.append(_short(line.words, _LONGEST_WORDS), style="not dim")
    beside = line.beside
    told = [f"{line.source_kind}"] if line.source_kind not in (None, "person") else []
    told += [f"for {beside.on_behalf_of}"] if beside.on_behalf_of else []
    told += [f"to {beside.addressee}"] if beside.addressee else []
    told += [f"topic: {beside.about}"] if beside.about else []
    return what.append(f"\n({', '.join(told)})") if told else what


def print_article(console: Console, kept: KeptArticle) -> None:
    """Print what an article says of itself: each field with where it stands and how sure it is."""
    table = Table("field", "reads", "where", "sure", box=None)
    for line in field_lines(kept.article):
        sure = "" if line.confidence is None else f"{line.confidence:.2f}"
        words = Text(_short(line.words, _LONGEST_WORDS))
        table.add_row(Text(line.name, style="bold"), words, Text(line.place, style="dim"), sure)
    table.add_row(Text("paragraphs", style="bold"), str(len(kept.article.body)), _stretch(kept.article))
    table.add_row(Text("id", style="bold"), kept.id)
    console.print(table)


def _stretch(article: Article) -> Text:
    """Return where the body begins and ends."""
    body = article.body
    return Text(f"{body[0].start}–{body[-1].end}" if body else "", style="dim")


def print_address(url: str) -> None:
    """Say where the desk is served, at once."""
    sys.stdout.write(f"The desk is at {url} (Ctrl-C stops it).\n")
    sys.stdout.flush()


def print_verified(article_count: int, statement_count: int, broken: list[BrokenEvidence]) -> None:
    """Print each span that no longer holds, and how much was looked at."""
    for item in broken:
        sys.stdout.write(broken_sentence(item) + "\n")
    verdict = f"{_count(len(broken), 'span')} no longer hold" if broken else "all evidence holds"
    looked_at = f"{_count(article_count, 'article')}, {_count(statement_count, 'statement')}"
    sys.stdout.write(f"{looked_at}: {verdict}.\n")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def kept_sentence(name: str, kept: Kept) -> str:
    """Return what became of a page, in a sentence."""
    if kept.refusal is not None:
        return f"{name}: no article. {kept.refusal.words}"
    known = {"unchanged": "already in the record", "changed": "a new version of a page in the record"}
    state = known.get(kept.outcome, "new")
    return (
        f"{name}: {state}, {_count(kept.statement_count, 'statement')}, article {(kept.article_id or '')[:8]}"
    )


def broken_sentence(broken: BrokenEvidence) -> str:
    """Return a broken piece of evidence in a sentence."""
    evidence = broken.evidence
    place = f"{evidence.span.start}-{evidence.span.end}"
    return (
        f"{evidence.record} {evidence.record_id[:16]} ({evidence.role}, {place}) of article "
        f"{evidence.article_id[:8]}: kept “{_short(evidence.words)}”, "
        f"the page now has “{_short(broken.found)}”"
    )


def _short(words: str, longest: int = 60) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"
