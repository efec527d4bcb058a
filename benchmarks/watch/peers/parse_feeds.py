"""A peer parses one feed many times: prints the median in CPU milliseconds."""

import importlib
import json
import sys
import time
from pathlib import Path

parser, body = importlib.import_module(sys.argv[1]), Path(sys.argv[2]).read_bytes()
took = []
for _ in range(5):
    began = time.process_time()
    parser.parse(body)
    took.append(time.process_time() - began)
print(json.dumps(sorted(took)[2] * 1000))
