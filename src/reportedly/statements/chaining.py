"""Reports inside reports: who passes a statement on, and whose words they are in the end.

"AVA, citing Tasnim, said that the Leader said …": the Leader speaks, and AVA and Tasnim are the chain.
"""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from reportedly.records import Relay, Span, Statement
from reportedly.statements.citing import cited, quoted, relays_beside
from reportedly.statements.nesting import Chaining, Inner, inner_reports, is_outlet
from reportedly.statements.scenes import Scene
from reportedly.statements.setting import Setting

# Reports: deeper nestings are read as the third.
_DEEPEST = 3
# Cues in a sentence: one with more is no sentence but a list, and nobody passes on anything in it.
_MOST_CUES = 8


def with_chains(statements: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Return the statements in reading order, those that others pass on with their innermost speaker.

    A report that is wholly somebody else's report becomes a link of its chain; one that says more
    stays, and the report in it is added. Each content stands once.
    """
    tools = Chaining(setting)
    sourced = [each for each in statements if not _is_citation(each, tools)]
    cues = {each.cue for each in sourced}
    found: dict[tuple[Span, ...], Statement] = {}
    for statement in sourced:
        for each in _unfolded(statement, cues, tools):
            before = found.get(each.content)
            if before is None or (each.chain and not before.chain):
                found[each.content] = each
    return sorted(found.values(), key=lambda each: each.content)


def _is_citation(statement: Statement, tools: Chaining) -> bool:
    """Return whether all that a find reports is the source that a reporter cites ("citing two officials")."""
    scene = tools.scenes.of(statement)
    if scene is None or scene.cue is None or len(scene.content) != 1:
        return False
    if _says_who_stays_unnamed(scene, tools):
        return True
    bare = msgspec.structs.replace(scene, content=())
    found = cited(tools.text, bare, tools.known, tools.lexicon)
    return found is not None and found.cue == statement.cue and found.source.overlaps(statement.content[0])


def _says_who_stays_unnamed(scene: Scene, tools: Chaining) -> bool:
    """Return whether cue and content say that a source withholds the name ("declined" "to be named")."""
    start = scene.cue[0] if scene.cue else 0
    last = scene.content[0][1]
    return any(
        first <= start < stop and last <= stop + 1
        for first, stop in tools.known.anonymous.all_in(scene.words, max(0, start - 1), len(scene.words))
    )


def _unfolded(statement: Statement, cues: Collection[Span | None], tools: Chaining) -> Iterator[Statement]:
    """Yield a statement with its chain, or the report that it passes on, or both."""
    scene = tools.scenes.of(statement)
    if scene is None or len(tools.groups(scene.words)) > _MOST_CUES:
        yield statement
        return
    as_quoted = quoted(tools.text, scene, statement, tools.marks, tools.lexicon, tools.known)
    if as_quoted is not None:
        yield as_quoted
        return
    beside = _beside(statement, scene, cues, tools)
    if beside and _leans(statement, beside[0], tools):
        link = Relay(source=statement.speaker or beside[0].source, cue=statement.cue)
        yield msgspec.structs.replace(statement, speaker=beside[0].source, cue=beside[0].cue, chain=(link,))
        return
    source = cited(tools.text, scene, tools.known, tools.lexicon) if statement.speaker else None
    inner = list(inner_reports(statement, tools))
    if statement.speaker is None or not inner:
        yield _with_source(statement, source, beside)
        return
    links = (*beside, Relay(source=statement.speaker, cue=statement.cue), *((source,) if source else ()))
    if not any(each.is_whole for each in inner):
        yield _with_source(statement, source, beside)
    for each in inner:
        yield from _passed_on(each, links, tools, _DEEPEST)


def _leans(statement: Statement, other: Relay, tools: Chaining) -> bool:
    """Return whether the speaker is an outlet and the other is none: it passes on the other's words."""
    return is_outlet(statement.speaker, tools) and not is_outlet(other.source, tools)


def _passed_on(inner: Inner, links: tuple[Relay, ...], tools: Chaining, depth: int) -> Iterator[Statement]:
    """Yield an inner report behind its links, or what is in turn reported in it."""
    statement = msgspec.structs.replace(inner.statement, chain=links)
    deeper = list(inner_reports(statement, tools)) if depth > 0 and statement.speaker is not None else []
    if not any(each.is_whole for each in deeper):
        yield statement
        return
    for each in deeper:
        if statement.speaker is not None:
            link = Relay(source=statement.speaker, cue=statement.cue)
            yield from _passed_on(each, (*links, link), tools, depth - 1)


def _with_source(statement: Statement, source: Relay | None, beside: tuple[Relay, ...]) -> Statement:
    """Return a statement whose reporter leans on a source as that source's own."""
    if source is None or statement.speaker is None:
        return msgspec.structs.replace(statement, chain=beside) if beside else statement
    link = Relay(source=statement.speaker, cue=statement.cue)
    return msgspec.structs.replace(statement, speaker=source.source, cue=source.cue, chain=(*beside, link))


def _beside(
    statement: Statement, scene: Scene, cues: Collection[Span | None], tools: Chaining
) -> tuple[Relay, ...]:
    """Return the outlets that the same sentence names as reporting all of it ("…, AVA reported")."""
    found = relays_beside(tools.text, scene, tools.groups(scene.words), tools.known, tools.lexicon)
    return tuple(each for each in found if each.cue not in cues and each.source != statement.speaker)
