"""How the knowledge base of actors in the package is made; the package never imports this."""
