// Commitments between two agencies, from the offer to the day they count.
import { LOOKS, WIDE } from "../lib/browser.mjs";
import { holds, same } from "../lib/suite.mjs";

export default function promises(suite, world) {
  for (const look of LOOKS) {
    suite.test(
      `an offer is countered, accepted, done and kept, and follow-through counts it (${look.name})`,
      () => kept(world, look),
    );
  }
  for (const look of LOOKS) {
    suite.test(`a date is moved with a reason, stays visible, and can be undone (${look.name})`, () => moved(world, look));
  }
  suite.test("a refused form keeps what was typed and says what is wrong", () => refused(world));
  suite.test("the list is filtered in place, and Back undoes the filter", () => filtered(world));
  suite.test("one press is one promise, also for a double click", () => pressedTwice(world));
}

async function both(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  return { alicia, tom };
}

async function kept(world, look) {
  const { alicia, tom } = await both(world, look);
  const before = await onTime(alicia);
  const title = `Keep two family units free until Friday (${look.name})`;
  await offer(alicia, title, dayFromNow(6));
  await alicia.notice("Your offer is sent");
  const address = new URL(alicia.page.url()).pathname;

  await tom.open("/me");
  await tom.page.getByRole("link", { name: `Answer: ${title}`, exact: true }).first().click();
  await tom.headed(title);
  await tom.follow("Offer something else");
  const better = title.replace("two", "three");
  await tom.fill("What will be done", better);
  await tom.fill("Why", "A family of six is waiting.");
  await tom.press("Send the other offer");
  await tom.notice("Your offer is sent");

  await alicia.open(address);
  await alicia.headed(better);
  await alicia.reads("A family of six is waiting.");
  await alicia.follow("Accept");
  await alicia.press("Accept");
  await alicia.notice("Accepted. It is a promise now.");

  await alicia.follow("Mark as done");
  await alicia.fill("What was done", "Units 4, 7 and 9 are free.");
  await alicia.fill("What it is called", "Photo of the key board");
  await alicia.page.getByLabel("File").setInputFiles({
    name: "keys.txt", mimeType: "text/plain", buffer: Buffer.from("Units 4, 7 and 9\n"),
  });
  await alicia.press("It is done");
  await alicia.notice("Marked as done");
  await alicia.reads("Photo of the key board");

  await tom.open(address);
  await tom.follow("Confirm it was kept");
  await tom.fill("A word of thanks", "They moved in today.");
  await tom.press("It was kept");
  await tom.notice("Kept. Thank you.");
  await tom.reads("It was kept on time.");
  same(await onTime(alicia), before + 1, "promises on time of the Housing Authority");
}

async function moved(world, look) {
  const { alicia, tom } = await both(world, look);
  const title = `Send the list of open units (${look.name})`;
  await offer(alicia, title, dayFromNow(9));
  const address = new URL(alicia.page.url()).pathname;
  await tom.open(`${address}/accept`);
  await tom.press("Accept");
  await tom.notice("Accepted");
  holds(await tom.link("Change date").count() === 0, "only the maker may move the date");

  await alicia.open(address);
  await alicia.follow("Change date");
  await alicia.fill("New date", dayFromNow(16));
  await alicia.press("Change the date");
  same(await alicia.problemOf("Why"), "Error: Fill this in", "a reason is asked for");
  same(await alicia.page.getByLabel("New date").inputValue(), dayFromNow(16), "the date stays");
  await alicia.fill("Why", "The inspector is ill.");
  await alicia.press("Change the date");
  await alicia.notice("The date is changed.");
  await alicia.reads("Date before");
  await alicia.reads(/The inspector is ill/);

  // The banner stays until the person goes on, and takes the step back.
  await alicia.page.locator(".pw-notice").getByRole("button", { name: "Undo" }).click();
  await alicia.notice("Your last step is taken back.");
  await alicia.reads("(taken back)");
  holds(await alicia.page.getByText("Date before").count() === 0, "the old date counts again");
}

async function refused(world) {
  const { alicia } = await both(world, WIDE);
  await alicia.open("/p/riverbend/commitments/new");
  await alicia.fill("More about it", "Two rooms on the ground floor.");
  await alicia.press("Send the offer");
  await alicia.reads(/There are \d problems/);
  same(await alicia.problemOf("What will be done"), "Error: Fill this in", "the title's message");
  same(await alicia.page.getByLabel("More about it").inputValue(), "Two rooms on the ground floor.", "what was typed");
  // Each line of the summary leads to its field.
  await alicia.page.locator("[data-errors] a").first().click();
  same(await alicia.page.evaluate(() => document.activeElement.name), "title", "the field that has the focus");

  await fillOffer(alicia, "Clear two rooms", "2020-01-01");
  await alicia.press("Send the offer");
  holds((await alicia.problemOf("By when")).includes("or a later date"), "the date's message says which dates do");
  same(await alicia.page.getByLabel("What will be done").inputValue(), "Clear two rooms", "what was typed");
}

async function filtered(world) {
  const { alicia } = await both(world, WIDE);
  await alicia.open("/p/riverbend/commitments?view=table");
  const all = await alicia.page.locator("tbody tr").count();
  await alicia.choose("Status", "Kept");
  await alicia.press("Show");
  await alicia.at(/state=kept/);
  await alicia.page.waitForFunction(() => [...document.querySelectorAll("tbody tr")].every((row) => row.textContent.includes("Kept")));
  await alicia.page.goBack();
  await alicia.at(/\?view=table$/);
  await alicia.page.waitForFunction((rows) => document.querySelectorAll("tbody tr").length === rows, all);
}

async function pressedTwice(world) {
  const { alicia } = await both(world, WIDE);
  await alicia.open("/p/riverbend/commitments/new");
  const title = "Print the winter list once";
  await fillOffer(alicia, title, dayFromNow(8));
  await alicia.page.getByRole("main").getByRole("button", { name: "Send the offer" }).dblclick();
  await alicia.notice("Your offer is sent");
  await alicia.open(`/p/riverbend/commitments?view=table&q=${encodeURIComponent(title)}`);
  same(await alicia.page.locator("tbody tr").count(), 1, "promises after a double click");
}

async function offer(visit, title, due) {
  await visit.open("/p/riverbend/commitments");
  await visit.follow("Make a commitment");
  await fillOffer(visit, title, due);
  await visit.press("Send the offer");
  await visit.notice("Your offer is sent");
}

async function fillOffer(visit, title, due) {
  await visit.fill("What will be done", title);
  await visit.page.getByLabel("By when").fill(due);
  await visit.choose("Who waits for it", "Harbor House");
}

/** How many promises of the Housing Authority were kept on time, as its page says. */
async function onTime(visit) {
  await visit.open("/p/riverbend/follow-through");
  await visit.follow("Riverbend Housing Authority");
  return Number(await visit.page.locator("dt", { hasText: "On time" }).first().locator("xpath=following-sibling::dd[1]").innerText());
}

/** A day of the partnership's calendar, as a date field wants it. */
function dayFromNow(days) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" }).format(Date.now() + days * 86_400_000);
}
