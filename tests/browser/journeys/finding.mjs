// Finding something while typing, the story of a goal, the page for everybody, and the bell.
import { PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

const WORD = "landlord";

export default function finding(suite, world) {
  suite.test("the slash key leads to the search, which finds while one types", () => typed(world));
  suite.test("the search works without scripts, and finds nothing for strangers", () => plain(world));
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(`everybody reads how a goal came about, and no name of a person (${look.name})`, () => everybody(world, look));
    suite.test(`the bell leads to what was told, and all of it is read at once (${look.name})`, () => told(world, look));
  }
}

async function typed(world) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), WIDE);
  await grace.open("/p/riverbend");
  await grace.page.keyboard.press("/");
  await grace.page.keyboard.type(WORD);
  await grace.page.keyboard.press("Enter");
  await grace.page.waitForURL(/\/search\?/);
  await grace.page.locator("#found mark").first().waitFor();
  const before = await grace.page.locator("#found-count").innerText();
  // More letters than any word has: nothing is left, and the page was not loaded anew.
  await grace.page.evaluate(() => { window.same = true; });
  await grace.page.getByLabel("Words").fill(`${WORD}qqqq`);
  await grace.page.locator("#found .pw-empty").waitFor();
  await grace.page.getByLabel("Words").fill(WORD);
  await grace.page.locator("#found mark").first().waitFor();
  holds(await grace.page.locator("#found-count").innerText() === before, "as many as before");
  holds(await grace.page.evaluate(() => window.same === true), "the page stayed");
}

async function plain(world) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), PHONE_BARE);
  await grace.open("/search");
  await grace.page.getByLabel("Words").fill(WORD);
  await grace.press("Search");
  await grace.page.locator("#found li a").first().click();
  holds(!grace.page.url().includes("/search"), "a hit leads to its page");
  const stranger = await world.browser.visit(PHONE_BARE);
  await stranger.page.goto(`/search?q=${WORD}`);
  holds(stranger.page.url().includes("/sign-in"), "strangers sign in first");
}

async function everybody(world, look) {
  const stranger = await world.browser.visit(look);
  await stranger.open("/public/riverbend");
  await stranger.reads("Our goals");
  await stranger.page.locator("#stories ~ ul a").first().click();
  await stranger.reads("What happened");
  const text = await stranger.page.getByRole("main").innerText();
  for (const name of ["Grace Chen", "Alicia Moreno", "Jo Lindqvist"]) {
    holds(!text.includes(name), `${name} does not show`);
  }
  await stranger.open("/es/public/riverbend");
  await stranger.reads("Nuestras metas");
}

async function told(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  await alicia.open("/me");
  await alicia.page.locator(".pw-bell").click();
  await alicia.page.waitForURL(/\/me\/notices/);
  const all = alicia.button("Mark all as read");
  if (await all.count() > 0) {
    await all.first().click();
    await alicia.notice("All are marked as read.");
  }
  await alicia.reads("No new notices");
}
