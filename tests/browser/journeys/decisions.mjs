// A question from the first draft to the promise that carries its answer out.
import { PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

export default function decisions(suite, world) {
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(
      `a question is put, an objection is met, and the answer becomes a promise (${look.name})`,
      () => decided(world, look),
    );
  }
}

async function decided(world, look) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  const group = `Key group (${look.name})`;
  await seats(grace, group, [
    [alicia, "Riverbend Housing Authority", "Alicia Moreno"],
    [tom, "Harbor House", "Tom Reyes"],
  ]);

  // Propose and put.
  const title = `Who keeps the spare keys? (${look.name})`;
  await alicia.open("/p/riverbend/decisions");
  await alicia.follow("Ask a question");
  await alicia.follow("Consent");
  await alicia.fill("Question", title);
  await alicia.fill("Proposal", "The Housing Authority keeps all spare keys.");
  await tick(alicia, "Each seat of a group");
  await alicia.choose("Group (optional)", group);
  await alicia.choose("How many must answer", "Everybody");
  await alicia.press("Save the draft");
  await alicia.notice("The draft is saved.");
  const address = new URL(alicia.page.url()).pathname;
  await alicia.follow("Put the question");
  await alicia.reads("Harbor House");
  await alicia.page.getByLabel("Positions due").fill(dayFromNow(7));
  await alicia.press("Put the question");
  await alicia.notice("The question is put.");

  // Tom objects; what he said is hidden until Alicia has said hers.
  await tom.open("/me");
  await tom.page.getByRole("link", { name: title, exact: true }).first().waitFor();
  await tom.open(address);
  await tom.follow("Give a position");
  await tick(tom, "Object");
  await tom.press("Give a position");
  await tom.reads("Error: Fill this in");
  await tom.page.getByLabel("Why").fill("At night nobody at the Housing Authority opens the door.");
  await tom.press("Give a position");
  await tom.notice("Your position is given.");
  await alicia.open(address);
  await alicia.reads("Positions are hidden until you have given yours.");
  holds(await alicia.page.getByText("opens the door").count() === 0, "his position is hidden");
  await grace.open(address);
  await grace.reads("Positions are hidden until the question is closed.");
  await position(alicia, address, "Support");
  await alicia.reads("At night nobody at the Housing Authority opens the door.");

  // An amendment meets the objection; everybody answers again.
  await alicia.follow("Change the proposal");
  await alicia.page.getByLabel("Proposal").fill("The Housing Authority keeps the spare keys by day, Harbor House at night.");
  await alicia.page.getByLabel("What changed, and why").fill("Harbor House is open at night.");
  await alicia.page.getByLabel("Positions due").fill(dayFromNow(9));
  await alicia.press("Change the proposal");
  await alicia.notice("A new round has begun.");
  await alicia.reads("Harbor House is open at night.");
  await position(tom, address, "Can live with it");
  await position(alicia, address, "Support");

  // Consent, and what follows from it.
  await alicia.follow("Close the question");
  await alicia.page.getByLabel("What was agreed").fill("We look at it again in spring.");
  await alicia.press("Close the question");
  await alicia.notice("The question is closed.");
  await alicia.reads("The proposal is adopted.");
  await grace.open(address);
  await grace.reads("We look at it again in spring.");
  await grace.reads("Can live with it");

  await alicia.follow("Promise something");
  const promise = `Copy all keys for the night desk (${look.name})`;
  await alicia.fill("What will be done", promise);
  await alicia.page.getByLabel("By when").fill(dayFromNow(20));
  await alicia.choose("Who waits for it", "Harbor House");
  await alicia.press("Send the offer");
  await alicia.notice("Your offer is sent");
  await alicia.reads(title);
  await tom.open("/me");
  await tom.page.getByRole("link", { name: `Answer: ${promise}`, exact: true }).first().click();
  await tom.follow("Accept");
  await tom.press("Accept");
  await tom.notice("Accepted. It is a promise now.");
  await tom.open(address);
  await tom.reads(promise);
}

async function position(visit, address, words) {
  await visit.open(`${address}/position`);
  await tick(visit, words);
  await visit.press("Give a position");
  await visit.notice("Your position is given.");
}

/** Presses the label of a radio button: the button itself is drawn by its label. */
async function tick(visit, words) {
  await visit.page.getByRole("main").locator("label").filter({ hasText: new RegExp(`^${words}$`) }).click();
}

/** A group in which each of these holds a seat. */
async function seats(grace, group, holders) {
  await grace.open("/p/riverbend/bodies/new");
  await grace.page.getByLabel("Name").fill(group);
  await tick(grace, "Work group");
  await grace.press("Save");
  await grace.notice("The group is formed.");
  const body = new URL(grace.page.url()).pathname;
  for (const [visit, organization, person] of holders) {
    const seat = `Seat for ${organization}`;
    await grace.open(body);
    await grace.follow("Open a seat");
    await grace.page.getByLabel("Name of the seat").fill(seat);
    await grace.choose("For which organization", organization);
    await grace.press("Open a seat");
    await grace.notice("The seat is open.");
    await grace.page.getByRole("link", { name: new RegExp(`^Ask somebody ?: ${seat}$`) }).click();
    await grace.choose("Who", person);
    await grace.press("Ask somebody");
    await grace.notice("They were asked.");
    await visit.open(body);
    await visit.page.getByRole("button", { name: new RegExp(`^Take this seat ?: ${seat}$`) }).click();
    await visit.notice("The seat is yours.");
  }
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
