"""Commands with verbs of their own, and one of them meant where none is named."""

from typing import Any

from typer.core import TyperGroup


class WithDefault(TyperGroup):
    """A command whose first word may be a verb; any other first word is for the first verb listed."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own, private type
        """Return the arguments with the first verb in front where none is named."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)
