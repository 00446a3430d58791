// Runs the journeys in a real browser against the invented county.
//
//   node run.mjs                      all
//   node run.mjs --only "axe"         those whose name holds these words
//   node run.mjs --pictures           also renews docs/images
//   node run.mjs --data FOLDER        keeps the county there, and does not make it anew
//
// Needs, in the environment: CONCORD (the built program), CHROMIUM, CONCORD_TEST_POSTGRES.
import { parseArgs } from "node:util";

import { Browser } from "./lib/browser.mjs";
import { begin, end } from "./lib/server.mjs";
import { Suite } from "./lib/suite.mjs";

const JOURNEYS = [
  "sign-in",
  "passkey",
  "promises",
  "decisions",
  "sharing",
  "meetings",
  "plan",
  "thread",
  "log",
  "measures",
  "talk",
  "drafts",
  "live",
  "servers",
  "newcomer",
  "finding",
  "pages",
  "pictures",
];

const { values: given } = parseArgs({
  options: {
    only: { type: "string" },
    data: { type: "string" },
    pictures: { type: "boolean", default: false },
  },
});

for (const name of ["CONCORD", "CHROMIUM", "CONCORD_TEST_POSTGRES"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set; run \`cargo xtask test\`, which sets it`);
    process.exit(2);
  }
}

const suite = new Suite(given.only);
const world = { pictures: given.pictures };
let failed = true;
try {
  world.county = await begin(given.data);
  world.browser = await Browser.launch(world.county.address);
  for (const name of JOURNEYS) {
    const { default: journey } = await import(`./journeys/${name}.mjs`);
    journey(suite, world);
  }
  failed = await suite.run(world);
} catch (problem) {
  console.error(problem);
} finally {
  await world.browser?.close();
  await end();
}
process.exit(failed ? 1 : 0);
