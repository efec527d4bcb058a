"""How the weights of the room `read` were made."""
