"""Prints the instances of a calendar as JSON, read with the package icalendar."""

import json
import sys
from datetime import date, datetime, timezone

from dateutil.rrule import rrulestr
from icalendar import Calendar

HORIZON = datetime(2030, 1, 1)


def told(start):
    """An instant in universal time, or a day."""
    if isinstance(start, datetime):
        return start.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return start.isoformat()


def listed(event, name):
    """The dates of all lines of a name."""
    lines = event.get(name, [])
    lines = lines if isinstance(lines, list) else [lines]
    return [one.dt for line in lines for one in line.dts]


def starts(event, moved):
    """The starts of an event: of each time of its rule on the walls of its zone."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start]
    zone = start.tzinfo
    rule = event["RRULE"].to_ical().decode()
    parts = dict(part.split("=") for part in rule.split(";"))
    until = parts.pop("UNTIL", None)
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    last = HORIZON if until is None else (
        datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        .astimezone(zone).replace(tzinfo=None))
    walls = rrulestr(rule, dtstart=start.replace(tzinfo=None)).between(
        start.replace(tzinfo=None), last, inc=True)
    out = {one.replace(tzinfo=None) for one in listed(event, "EXDATE") + moved}
    return [wall.replace(tzinfo=zone) for wall in walls if wall not in out]


def main(path):
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    events = list(calendar.walk("VEVENT"))
    instances = []
    for event in events:
        if event.get("STATUS") == "CANCELLED":
            continue
        moved = [other["RECURRENCE-ID"].dt for other in events
                 if other["UID"] == event["UID"] and "RECURRENCE-ID" in other]
        for start in starts(event, moved):
            instances.append([told(start), str(event["SUMMARY"])])
    json.dump(sorted(instances), sys.stdout, ensure_ascii=False, separators=(",", ":"))


main(sys.argv[1])
