// Two people write on one draft at the same time and lose nothing; a line gets a comment, other words are
// proposed and taken in, and one version is published for everybody.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";
import { clean } from "./talk.mjs";

const TEXT = ["# How we work", "We meet on Mondays.", "Each partner has one voice.", "Minutes go out within a week."];

export default function drafts(suite, world) {
  for (const look of [WIDE, PHONE, PHONE_BARE]) {
    suite.test(`two browsers on one draft lose nothing, and it is published (${look.name})`, () => written(world, look));
  }
}

async function written(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  const tom = await world.browser.visitAs(world.county.links.get("front-line worker"), look);
  const title = `Ground rules (${look.name})`;
  await alicia.open("/p/riverbend/drafts");
  await alicia.follow("Start a draft");
  await alicia.page.getByLabel("Title").fill(title);
  await alicia.choose("Kind", "Charter");
  await alicia.page.getByLabel("Text", { exact: true }).fill(TEXT.join("\n"));
  await alicia.press("Start the draft");
  await alicia.notice("The draft is started.");
  await clean(alicia);
  const address = new URL(alicia.page.url()).pathname;

  // Both open the form, both save: what each changed stands in the text.
  await alicia.open(`${address}/edit`);
  await tom.open(`${address}/edit`);
  await clean(tom);
  await rewrite(alicia, "Mondays", "Tuesdays");
  await rewrite(tom, "within a week", "within three days");
  await alicia.press("Save");
  await alicia.notice("Your words are saved.");
  await tom.press("Save");
  await tom.notice("Your words are saved, together with what others saved meanwhile.");
  await tom.reads("We meet on Tuesdays.");
  await tom.reads("Minutes go out within three days.");

  // The same words at once: both stand, and whoever came second is asked to choose.
  await alicia.open(`${address}/edit`);
  await tom.open(`${address}/edit`);
  await rewrite(alicia, "Tuesdays", "Wednesdays");
  await rewrite(tom, "Tuesdays", "Fridays");
  await alicia.press("Save");
  await alicia.notice("Your words are saved.");
  await tom.press("Save");
  await tom.notice("You and others changed the same words.");
  const both = await field(tom).inputValue();
  holds(both.includes("Wednesdays") && both.includes("Fridays"), `both stand in: ${both}`);
  await field(tom).fill(both.split("\n").filter((line) => !line.includes("Fridays")).join("\n"));
  await tom.press("Save");
  await tom.notice("Your words are saved.");

  // A comment on a line, and other words for one.
  await tom.follow("Comment on lines");
  await clean(tom);
  await tom.page.getByRole("link", { name: /^Comment ?: Line 2$/ }).click();
  await tom.reads("We meet on Wednesdays.");
  await tom.page.getByLabel("Write a message").fill("All of us, or those who can?");
  await tom.press("Post message");
  await tom.open(`${address}/lines`);
  await tom.page.getByRole("link", { name: /^1 comment ?: Line 2$/ }).waitFor();
  await tom.page.getByRole("link", { name: /^Propose other words ?: Line 3$/ }).click();
  await tom.page.getByLabel("It should read").fill("Each seat has one voice.");
  await tom.page.getByLabel("Why").fill("Seats stay when people go.");
  await clean(tom);
  await tom.press("Propose other words");
  await tom.notice("Your proposal is on the page.");
  await alicia.open("/me");
  await alicia.page.getByRole("link", { name: `1 proposal: ${title}` }).first().click();
  await alicia.page.getByRole("link", { name: /^Tom Reyes of .* proposes other words/ }).first().click();
  await clean(alicia);
  await alicia.press("Take it in");
  await alicia.notice("It is taken in.");
  await alicia.open(address);
  await alicia.reads("Each seat has one voice.");
  await alicia.follow("Versions");
  await clean(alicia);

  // Published: a stranger reads that version, and no other.
  await alicia.open(address);
  await alicia.follow("Publish");
  await alicia.page.getByRole("main").locator("label").filter({ hasText: "Everybody, without an account" }).click();
  await alicia.press("Publish");
  await alicia.notice("It is published.");
  await tom.open(`${address}/edit`);
  await rewrite(tom, "Wednesdays", "Thursdays");
  await tom.press("Save");
  await tom.notice("Your words are saved.");
  const stranger = await world.browser.visit(look);
  await stranger.open("/public/riverbend/documents");
  await clean(stranger);
  await stranger.follow(title);
  await stranger.reads("We meet on Wednesdays.");
  await clean(stranger);
  await alicia.open(address);
  await alicia.press("Take back what is published");
  await alicia.notice("What was published is taken back.");
  await stranger.open(new URL(stranger.page.url()).pathname, 404);
}

function field(visit) {
  return visit.page.getByRole("textbox", { name: "Text", exact: true });
}

async function rewrite(visit, from, to) {
  const text = await field(visit).inputValue();
  holds(text.includes(from), `${from} is not in ${text}`);
  await field(visit).fill(text.replace(from, to));
}
