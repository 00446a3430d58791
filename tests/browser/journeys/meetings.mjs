// A body meets: a series, an agenda that proposes itself, minutes of two hands, a promise, approval; and an event.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds, same, until } from "../lib/suite.mjs";

export default function meetings(suite, world) {
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(`a body meets, and a promise comes of it (${look.name})`, () => met(world, look));
    suite.test(`people register for an event, wait, are checked in (${look.name})`, () => registered(world, look));
  }
  suite.test("two browsers write the same minutes at once, and no word is lost", () => together(world));
  suite.test("a posted meeting stands on the public page, for nobody in particular", () => posted(world));
  suite.test("the pages of a meeting and of an event are sound at both widths", () => sound(world));
}

async function met(world, look) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const title = `Night desk meeting (${look.name})`;
  await plan(grace, title);
  const address = new URL(grace.page.url()).pathname;

  // The agenda: one item that the program proposes, one of one's own.
  const proposed = grace.page.getByRole("button", { name: /^Take it/ });
  holds(await proposed.count() > 0, "the program proposes something");
  await proposed.first().click();
  await grace.notice("It is on the agenda");
  await alicia.open(address);
  await alicia.follow("Add an item");
  await alicia.fill("What do you want to talk about?", "Who opens the door at night");
  await alicia.press("Save");
  await alicia.reads("Who opens the door at night");

  // The minutes, and a promise that comes of the item.
  await grace.open(address);
  await grace.follow("Open the meeting");
  await grace.press("Open the meeting");
  await grace.at(/\/minutes(\?|$)/);
  const notes = grace.page.getByLabel(/^Notes.*Who opens the door at night/);
  await notes.fill("Housing opens until ten.");
  await grace.page.getByRole("button", { name: /^Save notes.*Who opens the door at night/ }).click();
  await grace.page.waitForLoadState();
  await alicia.open(`${address}/minutes`);
  await alicia.page.getByRole("link", { name: /^Make a promise.*Who opens the door at night/ }).click();
  await alicia.fill("What will be there?", `A key for the night desk (${look.name})`);
  await alicia.page.getByLabel("By when").fill(dayFromNow(20));
  await alicia.choose("The other partner", "Harbor House");
  await alicia.press("Save");
  await alicia.notice("The promise went out to be accepted.");
  await grace.open(address);
  await grace.reads(`A key for the night desk (${look.name})`);
  await grace.reads("Housing opens until ten.");
  await grace.follow("End the meeting");
  await grace.press("End the meeting");
  await grace.reads("Minutes to be given out");
  await grace.follow("Give the minutes out");
  await grace.press("Give the minutes out");
  await alicia.open(address);
  await alicia.fill("What should be changed in these minutes?", "It was until eleven.");
  await alicia.press("Send");
  await alicia.reads("It was until eleven.");
}

async function together(world) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), WIDE);
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), PHONE);
  await plan(grace, "Writing together");
  const address = new URL(grace.page.url()).pathname;
  await grace.follow("Add an item");
  await grace.fill("What do you want to talk about?", "One text");
  await grace.press("Save");
  await grace.reads("One text");
  await grace.open(`${address}/begin`);
  await grace.press("Open the meeting");
  await grace.at(/\/minutes(\?|$)/);
  await alicia.open(`${address}/minutes`);
  const [hers, others] = [grace, alicia].map((visit) => visit.page.getByLabel(/^Notes.*One text/));

  // Both type at once, at the two ends of one text, through several rounds of saving.
  await hers.fill("top\n\nbottom");
  await until("the text on the other screen", async () => (await others.inputValue()).includes("bottom"));
  const [mine, theirs] = await Promise.all([typing(grace, hers, "grace", "Home"), typing(alicia, others, "alicia", "End")]);
  const words = [...mine, ...theirs];
  const last = [mine.at(-1), theirs.at(-1)];
  await until("the same text on both screens", async () => {
    const [one, other] = [await hers.inputValue(), await others.inputValue()];
    return one.trim() === other.trim() && last.every((word) => one.includes(word));
  });
  const text = await hers.inputValue();
  const lost = words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text));
  same(lost.join(" "), "", "words that were lost");
  same(text.split("\n").length, 3, "lines");
  // What both see is what is kept.
  await grace.open(address);
  for (const word of last) await grace.reads(word);
  return `${words.length} words by two hands, all kept`;
}

/** Types words without a rest at one end of a text, until it was saved four times; gives the words. */
async function typing(visit, area, who, end) {
  let saved = 0;
  visit.page.on("response", (answer) => { if (answer.request().method() === "PUT" && answer.ok()) saved += 1; });
  await area.focus();
  await visit.page.keyboard.press(`Control+${end}`);
  await visit.page.keyboard.press("End");
  const words = [];
  while (saved < 4) {
    words.push(`${who}${words.length}`);
    await visit.page.keyboard.type(` ${words.at(-1)}`);
  }
  return words;
}

async function registered(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  await alicia.open("/p/riverbend/events/new");
  await alicia.choose("What it is for", "Cross-training");
  await alicia.choose("Host", "Riverbend Housing Authority");
  await alicia.fill("Name of the event", `Learn the waitlist (${look.name})`);
  await alicia.page.getByLabel("When").fill(dayFromNow(0));
  await alicia.page.getByLabel("Time", { exact: true }).fill("23:50");
  await alicia.page.getByLabel("How many minutes").fill("60");
  await alicia.page.getByLabel(/^How many people can come/).fill("1");
  await alicia.press("Save");
  await alicia.notice("The event was planned.");
  const address = new URL(alicia.page.url()).pathname;
  await tom.open(address);
  await tom.press("Register");
  await tom.notice("You are on the list.");
  await grace.open(address);
  await grace.press("Wait for a place");
  await grace.reads("Number 1 in line");
  await tom.press("Give my place back");
  await tom.notice("You gave your place back.");
  await grace.open(address);
  await grace.reads("Registered");
  await alicia.open(`${address}/guests`);
  await alicia.page.getByRole("button", { name: /^Check in.*Grace Chen/ }).click();
  await alicia.notice("Checked in.");
  await grace.open(address);
  await grace.follow("Certificate of attendance");
  await grace.headed("Certificate of attendance");
  await grace.reads("Grace Chen");
}

async function posted(world) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), WIDE);
  await grace.open("/p/riverbend/meetings/public");
  await grace.press("Show open meetings to everybody");
  await grace.notice("Everybody can see your open meetings now.");
  for (const look of [WIDE, PHONE]) {
    const nobody = await world.browser.visit(look);
    await nobody.open("/public/riverbend/meetings?when=past");
    const one = await nobody.page.locator("tbody th a").last().getAttribute("href");
    for (const path of ["/public/riverbend/meetings", one]) {
      await nobody.open(path);
      same(await nobody.overflow(), 0, `${path} sticks out`);
      same(JSON.stringify(await nobody.audit()), "[]", `axe at ${path} (${look.name})`);
    }
    await nobody.reads("Who was there");
    holds(!(await nobody.page.getByRole("main").innerText()).includes("Alicia"), "no person is named");
  }
  await grace.press("Show them no more");
  await grace.notice("Only the partnership sees its meetings now.");
}

async function sound(world) {
  for (const look of [WIDE, PHONE]) {
    const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
    await grace.open("/p/riverbend/meetings?when=past");
    const held = await grace.page.locator("tbody th a").evaluateAll((links) => links.map((link) => link.pathname));
    holds(held.length >= 6, `${held.length} meetings were held`);
    await grace.open("/p/riverbend/meetings");
    // Those that the tests before this one held stand among what is to come.
    const planned = grace.page.locator("tbody tr").filter({ hasNotText: /Night desk|Writing together/ });
    const next = await planned.locator("th a").first().getAttribute("href");
    const pages = [held[0], next, "/p/riverbend/meetings/series", "/p/riverbend/calendar", "/p/riverbend/events",
      "/me/calendars", `${next}/items/new`];
    for (const path of pages) {
      await grace.open(path);
      same(await grace.overflow(), 0, `${path} sticks out`);
      const found = await grace.audit();
      same(JSON.stringify(found), "[]", `axe at ${path} (${look.name})`);
    }
  }
}

/** Plans a meeting of the board for an hour from now, and stays on its page. */
async function plan(grace, title) {
  await grace.open("/p/riverbend/meetings/new");
  await grace.choose("Body", "Partnership board");
  await grace.fill("Name of the meeting", title);
  await grace.page.getByLabel("When").fill(dayFromNow(1));
  await grace.page.getByLabel("Time", { exact: true }).fill("09:00");
  await grace.page.getByLabel("How many minutes").fill("60");
  await grace.press("Save");
  await grace.reads(title);
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
