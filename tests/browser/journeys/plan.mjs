// The plan in hand: work that waits for other work and is moved, a part that a partner takes, a risk
// that is looked at in time, and an idea from its first day to what came of it.
import { PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

const LEAD = "Riverbend Housing Authority";

export default function plan(suite, world) {
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(`a moved date says what it pushes before it moves (${look.name})`, () => moved(world, look));
    suite.test(`a partner takes part once it agrees (${look.name})`, () => taken(world, look));
    suite.test(`a risk is looked at and closed (${look.name})`, () => watched(world, look));
    suite.test(`an idea is tried, and what was learned stays (${look.name})`, () => learned(world, look));
  }
}

async function moved(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const first = await work(alicia, `Sign the leases (${look.name})`, 10, 40);
  const second = await work(alicia, `Move people in (${look.name})`, 41, 70);

  // The second waits for the first, with two days between.
  await alicia.open(`${second}/waits`);
  const before = alicia.page.getByLabel("Waits for");
  const choice = before.locator("option", { hasText: `Strategy: Sign the leases (${look.name})` }).last();
  await before.selectOption(await choice.getAttribute("value"));
  await alicia.page.getByLabel("Days between").fill("2");
  await alicia.press("Say what it waits for");
  await alicia.notice("It waits for that now.");

  // Moving the first shows what has to move with it, and changes nothing yet.
  await alicia.open(`${first}/dates`);
  await alicia.page.getByLabel("By when").fill(dayFromNow(60));
  await alicia.press("Move dates");
  await alicia.reads("Error: Fill this in");
  await alicia.page.getByLabel("Why", { exact: true }).fill("The lawyer is away.");
  await alicia.press("Move dates");
  await alicia.reads("1 other waits for this and would have to move");
  await clean(alicia);
  await tick(alicia, "Move them too");
  await alicia.press("Move dates");
  await alicia.notice("The dates were moved.");
  await alicia.open(second);
  await alicia.reads(`Sign the leases (${look.name})`);

  // The roadmap shows both, as a picture on a wide screen and in words everywhere.
  await alicia.open("/p/riverbend/roadmap?partner=" + encodeURIComponent(await partner(alicia)));
  await alicia.page.getByRole("main").getByText(`Move people in (${look.name})`).locator("visible=true").first().waitFor();
  await clean(alicia);
}

async function taken(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const item = await work(grace, `One list of open beds (${look.name})`, 5, 90);
  await grace.open(`${item}/roles/new`);
  await grace.choose("Who", LEAD);
  await tick(grace, "Leads");
  await grace.press("Send");
  await grace.notice("It is sent.");
  await alicia.open("/me");
  await alicia.page.getByRole("main").getByRole("link", { name: `One list of open beds (${look.name})` }).first().click();
  await alicia.follow("Agree");
  await alicia.press("Agree");
  await alicia.notice("Agreed. It stands in the plan now.");
  await clean(alicia);
  await grace.open(item);
  await grace.reads(LEAD);
  await grace.open("/p/riverbend/responsibilities");
  await clean(grace);
  await grace.open("/p/riverbend/responsibilities/load");
  await clean(grace);
}

async function watched(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const title = `The elevator stands still (${look.name})`;
  await alicia.open("/p/riverbend/risks");
  await alicia.follow("Write down a risk or an issue");
  await alicia.page.getByLabel("What may happen, or has").fill(title);
  await alicia.choose("How likely", "4: likely");
  await alicia.choose("How bad", "4: heavy");
  await tick(alicia, "Reduce: make it less likely or less bad");
  await alicia.press("Save");
  await alicia.reads("Error: Fill this in");
  await alicia.page.getByLabel("Next look").fill(dayFromNow(7));
  await alicia.press("Save");
  await alicia.notice("It is written down.");
  await alicia.reads("Likely 4 of 5, effect 4 of 5");
  await clean(alicia);
  await alicia.follow("It has happened");
  await alicia.press("It has happened");
  await alicia.notice("It is an issue now.");
  await alicia.open("/me");
  await alicia.page.getByRole("main").getByRole("link", { name: title }).first().waitFor();
  await alicia.page.getByRole("main").getByRole("link", { name: title }).first().click();
  await alicia.follow("Close");
  await alicia.page.getByLabel("What you want to say").fill("It runs again, and the contract has a deadline now.");
  await alicia.press("Close");
  await alicia.notice("It is closed.");
  await clean(alicia);
}

async function learned(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  await alicia.open("/p/riverbend/ideas");
  await alicia.follow("Write down an idea or a recommendation");
  await alicia.page.getByLabel("What could be done").fill(`Keys by mail (${look.name})`);
  await alicia.press("Save");
  await alicia.notice("It is written down.");
  await alicia.follow("Try it");
  await alicia.page.getByLabel("What it is to show").fill("Do people move in sooner?");
  await alicia.page.getByLabel("What tells whether it works").fill("Days from lease to key, for 20 people.");
  await alicia.page.getByLabel("Starts").fill(dayFromNow(0));
  await alicia.page.getByLabel("Last day").fill(dayFromNow(30));
  await alicia.press("Try it");
  await alicia.notice("The pilot stands here now.");
  await clean(alicia);
  await alicia.follow("Say what came of it");
  await tick(alicia, "We drop it");
  await alicia.page.getByLabel("What was learned").fill("Three keys were lost in the mail.");
  await alicia.press("Say what came of it");
  await alicia.notice("The result is written down.");
  await alicia.open("/p/riverbend/ideas?q=keys+lost");
  await alicia.reads(`Keys by mail (${look.name})`);
  await clean(alicia);
}

/** A strategy of the visitor's organization; its address. */
async function work(visit, title, from, to) {
  await visit.open("/p/riverbend/goals/new?layer=strategy");
  await visit.page.getByLabel("Title").fill(title);
  if (await visit.page.getByLabel("Who answers for it").count() > 0) await visit.choose("Who answers for it", LEAD);
  await visit.page.getByLabel("Starts").fill(dayFromNow(from));
  await visit.page.getByLabel("By when").fill(dayFromNow(to));
  await visit.press("Add to the plan");
  await visit.notice("It is in the plan now.");
  return new URL(visit.page.url()).pathname;
}

/** The identifier by which filters know the visitor's organization. */
async function partner(visit) {
  await visit.open("/p/riverbend/roadmap");
  return visit.page.locator(`select[name=partner] option`, { hasText: LEAD }).first().getAttribute("value");
}

/** Axe finds nothing here, and nothing sticks out sideways. */
async function clean(visit) {
  holds(await visit.overflow() <= 0, `${visit.page.url()} sticks out sideways`);
  if (!visit.look.scripts) return;
  const found = await visit.audit();
  holds(found.length === 0, `${visit.page.url()}: ${JSON.stringify(found)}`);
}

async function tick(visit, words) {
  await visit.page.getByRole("main").locator("label").filter({ hasText: new RegExp(`^${words}`) }).first().click();
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
