// What others do shows by itself, when the reader wants it.
import { PHONE, WIDE } from "../lib/browser.mjs";
import { holds, same } from "../lib/suite.mjs";

export default function live(suite, world) {
  for (const [path, look] of [["/p/riverbend/commitments?view=table&q=meter", WIDE], ["/p/riverbend", PHONE]]) {
    suite.test(`a colleague's step shows within a second on ${path} (${look.name})`, () => shows(world, path, look));
  }
  suite.test("a paused page tells nothing, and all of it when it goes on", () => paused(world));
  suite.test("without scripts the page has no live bar that does nothing", () => bare(world));
}

async function shows(world, path, look) {
  const reader = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const actor = await world.browser.visitAs(world.county.links.get("agency lead"));
  await reader.open(path);
  const before = await reader.heading();
  const took = await newsAfter(reader, () => step(actor, "Read the meter in unit 12"));
  same(await news(reader), "1 new change", "the news");
  same(await reader.heading(), before, "nothing moved");
  await reader.link("Show them").click();
  await reader.page.waitForLoadState();
  await reader.reads(/Read the meter in unit 12/);
  holds(took <= 1000, `the news came after ${took} ms`);
  return `${took} ms`;
}

async function paused(world) {
  const reader = await world.browser.visitAs(world.county.links.get("coordinator"));
  const other = await world.browser.visitAs(world.county.links.get("program manager"));
  const actor = await world.browser.visitAs(world.county.links.get("agency lead"));
  await reader.open("/p/riverbend/commitments");
  await other.open("/p/riverbend/commitments");
  await reader.button("Pause").click();
  await reader.page.getByText("Updates are paused").waitFor();
  await newsAfter(other, () => step(actor, "Oil the hinges of the side door"));
  same(await news(reader), "", "news on a paused page");
  await reader.button("Start again").click();
  await reader.page.getByText("1 new change").waitFor();
}

async function bare(world) {
  const link = world.county.links.get("coordinator");
  const visit = await world.browser.visitAs(link, { ...WIDE, scripts: false });
  await visit.open("/p/riverbend/commitments");
  holds(!(await visit.page.locator("[data-live]").isVisible()), "the bar is hidden");
}

async function news(visit) {
  return (await visit.page.locator("[data-live-count]").innerText()).trim();
}

/** Acts, and says how many milliseconds after the act was answered the reader's page told of it. */
export async function newsAfter(reader, act) {
  await reader.page.evaluate(() => {
    globalThis.told = new Promise((done) => {
      const count = document.querySelector("[data-live-count]");
      new MutationObserver(() => done(Date.now())).observe(count, { childList: true, characterData: true, subtree: true });
    });
  });
  const answered = await act();
  const told = await reader.page.evaluate(() => globalThis.told);
  return Math.max(0, told - answered);
}

/** Offers something, and says when the server had taken it. */
export async function step(actor, title) {
  await actor.open("/p/riverbend/commitments/new");
  await actor.fill("What will be done", title);
  await actor.page.getByLabel("By when").fill(new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10));
  await actor.choose("Who waits for it", "Harbor House");
  const taken = actor.page.waitForResponse((response) => response.request().method() === "POST");
  await actor.press("Send the offer");
  await taken;
  const answered = Date.now();
  await actor.notice("Your offer is sent");
  return answered;
}
