"""Quality and speed, measured from outside."""
