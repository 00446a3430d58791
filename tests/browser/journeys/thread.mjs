// One thread through all of it: what is late comes onto the agenda, a promise comes of it, is accepted from
// a mail, kept, moves its goal, and the story tells it in order.
import { PHONE, WIDE } from "../lib/browser.mjs";
import { mails } from "../lib/server.mjs";
import { holds, same, until } from "../lib/suite.mjs";

export default function thread(suite, world) {
  for (const look of [WIDE, PHONE]) {
    suite.test(`what is late is talked about, promised anew, accepted by mail, kept, and told (${look.name})`, () => carried(world, look));
  }
}

async function carried(world, look) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  const title = `Bring the keys to the shelter (${look.name})`;

  // What is late proposes itself for the agenda of the next meeting.
  const meeting = await plan(grace, `What is late (${look.name})`);
  const late = grace.page.locator("li", { hasText: "and it has not come" }).first();
  const subject = (await late.locator("h4").innerText()).trim();
  await late.getByRole("button", { name: /^Take it/ }).click();
  await grace.notice("It is on the agenda");

  // It is talked about, and a new promise comes of it.
  await grace.open(`${meeting}/begin`);
  await grace.press("Open the meeting");
  await grace.at(/\/minutes\b/);
  await grace.page.getByLabel(/^Notes/).first().fill("It will not come. Housing brings keys instead.");
  await grace.page.getByRole("button", { name: /^Save notes/ }).first().click();
  await grace.page.waitForLoadState();
  const before = mails(`${world.county.data}/mail`).length;
  await alicia.open(`${meeting}/minutes`);
  await alicia.page.getByRole("link", { name: /^Make a promise/ }).first().click();
  await alicia.fill("What will be there?", title);
  await alicia.page.getByLabel("By when").fill(dayFromNow(10));
  await alicia.choose("The other partner", "Harbor House");
  await alicia.press("Save");
  await alicia.notice("The promise went out to be accepted.");
  await grace.open(meeting);
  await grace.page.getByRole("main").getByRole("link", { name: title }).first().click();
  await grace.headed(title);
  const promise = new URL(grace.page.url()).pathname;

  // It carries a goal, which stands still until it is kept.
  const goal = await begin(grace, `People sleep inside (${look.name})`);
  await grace.open(`${goal}/attach`);
  const choice = grace.page.getByLabel("Commitment").locator("option", { hasText: title });
  await grace.page.getByLabel("Commitment").selectOption(await choice.getAttribute("value"));
  await grace.press("Attach a commitment");
  await grace.notice("It is attached.");
  await grace.reads("Waits for an answer");
  await grace.reads("is linked yet.");

  // The other agency accepts it from the mail, without signing in.
  const link = await until("a mail that asks Harbor House", () => {
    const all = mails(`${world.county.data}/mail`);
    const fresh = all.slice(0, all.length - before);
    return fresh.map((mail) => mail.match(/Accept:\s+(http\S+\/answers\/\S+)/)?.[1]).find(Boolean);
  });
  const nobody = await world.browser.visit(look);
  await nobody.open(new URL(link).pathname);
  await nobody.headed("Accept");
  await nobody.press("Accept");
  await nobody.reads("Done. Thank you.");

  // It is done, and confirmed by the one who waited.
  await alicia.open(promise);
  await alicia.follow("Mark as done");
  await alicia.fill("What was done", "Ten keys, on Tuesday.");
  await alicia.press("It is done");
  await alicia.notice("Marked as done");
  await tom.open(promise);
  await tom.follow("Confirm it was kept");
  await tom.press("It was kept");
  await tom.notice("Kept. Thank you.");
  await grace.open(goal);
  await grace.reads("All the work that is linked is done.");

  // The story tells it in order, from what was late to what was kept.
  await grace.follow("Read the whole story");
  await grace.headed(`People sleep inside (${look.name})`);
  const told = await grace.page.getByRole("main").innerText();
  const [led, happened] = [told.indexOf("What led to it"), told.indexOf("What happened")];
  for (const name of [subject, `What is late (${look.name})`]) {
    const at = told.indexOf(name);
    holds(led >= 0 && at > led && at < happened, `${name} stands in what led to it`);
  }
  const steps = ["offered", "accepted", "done", "kept"].map((word) => {
    const lines = told.slice(happened).split("\n");
    return lines.findIndex((line) => line.includes(title) && line.includes(word));
  });
  holds(steps.every((step) => step >= 0), `all is told: ${steps}`);
  same([...steps].sort((one, other) => one - other).join(), steps.join(), "the order of what happened");
  same(JSON.stringify(await grace.audit()), "[]", "axe on the story");
  same(await grace.overflow(), 0, "the story sticks out");
}

/** Plans a meeting of the board for tomorrow; its address. */
async function plan(grace, title) {
  await grace.open("/p/riverbend/meetings/new");
  await grace.choose("Body", "Partnership board");
  await grace.fill("Name of the meeting", title);
  await grace.page.getByLabel("When").fill(dayFromNow(1));
  await grace.page.getByLabel("Time", { exact: true }).fill("10:00");
  await grace.page.getByLabel("How many minutes").fill("60");
  await grace.press("Save");
  await grace.reads(title);
  return new URL(grace.page.url()).pathname;
}

/** A goal of the coordinator's organization; its address. */
async function begin(grace, title) {
  await grace.open("/p/riverbend/goals/new?layer=goal");
  await grace.page.getByLabel("Title").fill(title);
  await grace.choose("Who answers for it", "Riverbend Housing Authority");
  await grace.page.getByRole("main").locator("label").filter({ hasText: /^Short/ }).first().click();
  await grace.press("Add to the plan");
  await grace.notice("It is in the plan now.");
  return new URL(grace.page.url()).pathname;
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
