// Prints the instances of a calendar as JSON, read with the package ical.js.

import { readFileSync } from "node:fs";

import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}

/** An instant in universal time, or a day. */
function told(time) {
  return time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");
}

const events = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
const instances = [];
for (const event of events.filter((one) => !one.isRecurrenceException())) {
  if (event.component.getFirstPropertyValue("status") === "CANCELLED") continue;
  for (const other of events) {
    if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
  }
  if (!event.isRecurring()) {
    instances.push([told(event.startDate), event.summary]);
    continue;
  }
  const times = event.iterator();
  for (let time = times.next(); time && instances.length < 10000; time = times.next()) {
    const one = event.getOccurrenceDetails(time);
    instances.push([told(one.startDate), one.item.summary]);
  }
}
const order = (one, other) => (one.join("\n") < other.join("\n") ? -1 : 1);
process.stdout.write(JSON.stringify(instances.sort(order)));
