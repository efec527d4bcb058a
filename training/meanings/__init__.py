"""How the vectors of word pieces were made that say what sentences mean across languages."""
