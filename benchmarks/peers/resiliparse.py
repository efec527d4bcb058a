"""resiliparse's main-content text; it reads no other field."""

from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines


def read(row: Row) -> Row:
    """Return the body alone, without bullets and pictures' alternative texts."""
    return {"body": extract_plain_text(row["html"], main_content=True, list_bullets=False, alt_texts=False)}


if __name__ == "__main__":
    answer_lines(read)
