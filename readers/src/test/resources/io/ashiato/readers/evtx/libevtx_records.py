"""Prints each record of an event log as libevtx reads it: its id, a tab, and its XML or "failed", on one line."""

import sys

import pyevtx

log = pyevtx.file()
log.open(sys.argv[1])
for index in range(log.number_of_records):
    try:
        record = log.get_record(index)
        line = f"{record.identifier}\t{record.get_xml_string()}"
    except OSError:
        line = f"{index}\tfailed"
    sys.stdout.buffer.write(line.strip("\0\n\r ").replace("\r", "&#13;").replace("\n", "&#10;").encode("utf-8", "replace") + b"\n")
