"""How well translations are found, and stories joined across languages: made reports in seven languages."""
