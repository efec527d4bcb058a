"""Scrapy fetches pages to disk, one request a host and a pause between: prints pages a CPU second."""

import json
import sys
import time
from pathlib import Path
from typing import ClassVar

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response

HOSTS = json.loads(Path(sys.argv[1]).read_text())
FOLDER, PAUSE = Path(sys.argv[2]), float(sys.argv[3])


class Pages(scrapy.Spider):
    """Fetches every page."""

    name = "pages"
    start_urls: ClassVar = [host[number] for number in range(len(HOSTS[0])) for host in HOSTS]
    custom_settings: ClassVar = {
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": len(HOSTS),
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": PAUSE,
        "RANDOMIZE_DOWNLOAD_DELAY": False,
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
        "RETRY_ENABLED": False,
        "SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.DownloaderAwarePriorityQueue",
    }
    kept = 0

    def parse(self, response: Response) -> None:
        """Write a page."""
        (FOLDER / response.url.replace("/", "_")).write_bytes(response.body)
        Pages.kept += 1


process = CrawlerProcess()
process.crawl(Pages)
began = time.process_time()
process.start()
print(Pages.kept / (time.process_time() - began))
