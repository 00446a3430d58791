// A question on the page of a promise: somebody is named, answers, and a message is hidden and shown again.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";
import { newsAfter, step } from "./live.mjs";

export default function talk(suite, world) {
  for (const look of [WIDE, PHONE, PHONE_BARE]) {
    suite.test(`partners talk on the page of a promise, and a coordinator rules (${look.name})`, () => talked(world, look));
  }
  suite.test("a reply shows within a second to whoever reads the discussion", () => live(world));
}

async function talked(world, look) {
  const grace = await world.browser.visitAs(world.county.links.get("coordinator"), look);
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  const title = `Paint the door of unit 7 (${look.name})`;
  await step(alicia, title);
  const promise = new URL(alicia.page.url()).pathname;

  // Asked on the page of the promise; the one who is named finds it under My work.
  const question = `Is **blue** fine, @Tom Reyes? (${look.name})`;
  await say(alicia, promise, question);
  await alicia.notice("Your message is posted.");
  holds(await alicia.page.getByRole("main").locator("strong", { hasText: "blue" }).count() > 0, "bold is bold");
  await clean(alicia);
  await tom.open("/me");
  await tom.page.getByRole("link", { name: `Alicia Moreno named you: ${title}` }).first().click();
  await clean(tom);
  await tom.page.getByLabel("Write a message").fill("Yes. Sam Client likes it.");
  await tom.press("Post message");
  await tom.notice("Your reply is posted.");
  const thread = new URL(tom.page.url()).pathname;
  await tom.open("/me");
  holds(await tom.page.getByText(`named you: ${title}`).count() === 0, "whoever answered is asked no more");

  // Hidden with a reason, seen by its writer, shown again.
  await grace.open(thread);
  await grace.page.getByRole("link", { name: /^Hide/ }).last().click();
  await grace.press("Hide");
  await grace.reads("Error: Fill this in");
  await clean(grace);
  await grace.page.getByLabel("Why").fill("It names a client.");
  await grace.press("Hide");
  await grace.notice("The message is hidden.");
  await alicia.open(thread);
  await alicia.reads("It names a client.");
  holds(await alicia.page.getByText("Sam Client").count() === 0, "nobody else reads it");
  await tom.open(thread);
  await tom.page.getByRole("link", { name: /^Ask for another look/ }).first().click();
  await tom.page.getByLabel("Why it should be shown").fill("Sam Client is the name of a paint.");
  await tom.press("Ask for another look");
  await tom.notice("We told the coordinators.");
  await grace.open("/p/riverbend/discussions/rulings");
  await grace.reads("Tom Reyes asked for another look");
  await clean(grace);
  await grace.open(thread);
  await grace.page.getByRole("link", { name: /^Look at it again/ }).first().click();
  await grace.page.getByRole("main").locator("label").filter({ hasText: "Show it again" }).click();
  await grace.page.getByLabel("Why").fill("It is a paint.");
  await grace.press("Look at it again");
  await grace.notice("The writer was told.");
  await alicia.open(thread);
  await alicia.reads("Sam Client likes it.");

  // Found by its words, and settled.
  await alicia.press("It is settled");
  await alicia.notice("The discussion is settled.");
  await alicia.open("/p/riverbend/discussions?show=closed&q=paint");
  await alicia.reads(title);
  await clean(alicia);
}

async function live(world) {
  const reader = await world.browser.visitAs(world.county.links.get("coordinator"));
  const actor = await world.browser.visitAs(world.county.links.get("agency lead"));
  await step(actor, "Order new mail boxes");
  await say(actor, new URL(actor.page.url()).pathname, "Which colour?");
  await actor.notice("Your message is posted.");
  await actor.open("/p/riverbend/discussions?q=colour");
  await actor.page.getByRole("main").getByRole("link", { name: /Which colour/ }).first().click();
  const thread = new URL(actor.page.url()).pathname;
  await reader.open(thread);
  const took = await newsAfter(reader, async () => {
    await actor.page.getByLabel("Write a message").fill("Green, if nobody minds.");
    const taken = actor.page.waitForResponse((response) => response.request().method() === "POST");
    await actor.press("Post message");
    await taken;
    return Date.now();
  });
  await reader.link("Show them").click();
  await reader.reads("Green, if nobody minds.");
  holds(took <= 1000, `the news came after ${took} ms`);
  return `${took} ms`;
}

/** Writes below a record, on its page. */
async function say(visit, address, words) {
  await visit.open(address);
  await visit.page.getByLabel("Write a message").last().fill(words);
  await visit.page.getByRole("main").getByRole("button", { name: "Post message", exact: true }).last().click();
}

/** Fails when axe finds something, which takes scripts, or the page can be moved sideways. */
export async function clean(visit) {
  // A link was followed: the new page is measured when its style sheets are there.
  await visit.page.waitForLoadState();
  const found = visit.look.scripts ? await visit.audit() : [];
  holds(found.length === 0, `${visit.page.url()}: ${JSON.stringify(found, null, 2)}`);
  const over = await visit.overflow();
  holds(over <= 0, `${visit.page.url()} is ${over} px too wide`);
}
