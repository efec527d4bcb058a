"""Made-up sites on the loopback, and a clock that is moved: for tests and benchmarks of the watch."""
