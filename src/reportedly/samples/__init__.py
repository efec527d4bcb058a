"""A small news world that does not exist, to try Reportedly on before pointing it at the real one."""

from reportedly.samples.sample_page import SamplePage, sample_pages

__all__ = ["SamplePage", "sample_pages"]
