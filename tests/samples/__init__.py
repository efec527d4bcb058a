"""The sample world, and the readings of it made by hand."""
