"""How the weights and counts of the room `stories` were made."""
