// Numbers from a file: sent, read, looked at, taken, and then seen on the measure's page.
import { PHONE, PHONE_BARE, WIDE, WIDE_BARE } from "../lib/browser.mjs";
import { holds, same, until } from "../lib/suite.mjs";

const WIDE_FILE = "place,name,2021,2022,2023,2024,2025\nriverbend,Riverbend County,41,44,52,61,58\n";
const WRONG_FILE = "place,name,2021,2022\nriverbend,Riverbend County,41,many\n";

export default function measures(suite, world) {
  for (const look of [WIDE, PHONE, WIDE_BARE, PHONE_BARE]) {
    suite.test(`a file is mapped, looked at and taken, and chart and table show its numbers (${look.name})`, () => taken(world, look));
  }
  suite.test("a number that can't be read is named with its row and column, and nothing is taken", () => wrong(world));
  suite.test("a number that is entered by hand shows, and its correction keeps the old one", () => byHand(world));
  suite.test("each measure's chart says its finding in words and has its table", () => charts(world));
}

async function taken(world, look) {
  const visit = await world.browser.visitAs(world.county.links.get("program manager"), look);
  const name = `Beds open all winter (${look.name})`;
  await send(visit, "beds.csv", WIDE_FILE);
  await visit.reads("Nothing is taken yet");
  await visit.reads(/It is not said what is measured/);
  await map(visit, name);
  same(await fact(visit, "New numbers"), "5", "numbers that would come in");
  await take(visit);
  same(await fact(visit, "New numbers"), "5", "numbers that came in");

  await visit.open(`/p/riverbend/measures?q=${encodeURIComponent(name)}`);
  await visit.page.locator("tbody th a").first().click();
  await visit.reads(/58 beds/);
  const chart = visit.page.locator(".pw-fig svg[role=img]").filter({ visible: true }).first();
  holds((await chart.textContent()).includes("58"), "the chart shows the last number");
  same(await visit.page.locator("tbody tr").count(), 5, "rows of the table");
  holds((await visit.page.locator("tbody").innerText()).includes("58"), "the table shows the last number");

  // A second run of the same file changes nothing.
  await send(visit, "beds.csv", WIDE_FILE);
  await map(visit, name);
  same(await fact(visit, "The same as before"), "5", "numbers that stay");
  same(await fact(visit, "New numbers"), "0", "numbers that would come in again");
}

async function wrong(world) {
  const visit = await world.browser.visitAs(world.county.links.get("program manager"));
  await send(visit, "wrong.csv", WRONG_FILE);
  await map(visit, "Beds with a wrong number");
  const row = visit.page.locator("main tr", { hasText: "many" }).first();
  await row.waitFor();
  holds((await row.innerText()).includes("2022"), `the row names its column: ${await row.innerText()}`);
  holds(await visit.page.getByRole("button", { name: "Take these numbers" }).count() === 0, "it can't be taken");
  await visit.press("Drop the file");
  await visit.notice("Nothing was taken");
}

async function byHand(world) {
  const visit = await world.browser.visitAs(world.county.links.get("agency lead"));
  await visit.open("/p/riverbend/measures?q=Landlords");
  await visit.page.locator("tbody th a").first().click();
  const title = await visit.heading();
  const newest = visit.page.locator("tbody tr").first();
  await newest.getByRole("link").click();
  await visit.page.locator("#f-value").fill("271");
  await visit.page.locator("#f-why").fill("Three landlords signed on the last day.");
  await visit.page.locator("main form.pw-form button[type=submit]").click();
  await visit.page.locator(".pw-notice").waitFor();
  await visit.open("/p/riverbend/measures?q=Landlords");
  await visit.link(title).click();
  holds((await visit.page.locator("tbody tr").first().innerText()).includes("271"), "the table shows the corrected number");
  await visit.page.locator("tbody tr").first().getByRole("link").click();
  await visit.reads(/Three landlords signed/);
  holds(await visit.page.locator(".pw-feed li").count() >= 2, "the old number stays in its history");
}

async function charts(world) {
  const visit = await world.browser.visitAs(world.county.links.get("community stakeholder"));
  await visit.open("/p/riverbend/measures");
  const links = await visit.page.locator("tbody th a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  holds(links.length > 10, "measures");
  for (const href of links.slice(0, 8)) {
    await visit.open(href);
    const picture = visit.page.locator(".pw-fig svg[role=img]").first();
    holds(await picture.locator("title").count() === 1 && await picture.locator("desc").count() === 1, `${href}: words for the picture`);
    holds(await visit.page.locator("tbody tr").count() > 1, `${href}: rows of the table`);
  }
}

async function send(visit, name, text) {
  await visit.open("/p/riverbend/measures");
  await visit.follow("Bring in numbers from a file");
  await visit.page.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await visit.press("Send the file");
  await visit.headed(name);
}

/** Says how the file is to be read, and looks at what would come of it. */
async function map(visit, name) {
  await visit.page.locator("#f-measure").fill(name);
  await visit.choose("Who answers for it", "Riverbend Department of Social Services");
  await visit.choose("What the numbers count", "Beds");
  await visit.choose("What it tells about", "How much we did");
  await visit.choose("Which way is better?", "Higher is better");
  await visit.press("Look again");
  await visit.at(/layout=wide/);
}

async function take(visit) {
  await visit.press("Take these numbers");
  await visit.page.waitForLoadState();
  await until("the file to be taken", async () => {
    const again = visit.page.getByRole("main").getByRole("link", { name: "Check again" });
    if (await again.count() === 0) return true;
    await again.click();
    return false;
  }, 60);
}

async function fact(visit, label) {
  const name = visit.page.locator("main dt", { hasText: new RegExp(`^${label}$`) }).first();
  return (await name.locator("xpath=following-sibling::dd[1]").innerText()).trim();
}
