"""The watch measured against servers on the loopback: `python -m benchmarks.watching`."""
