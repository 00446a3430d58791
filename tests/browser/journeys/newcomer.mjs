// What somebody does who has just read the README: the printed links, the first pages, a first promise.
import { readFileSync } from "node:fs";

import { PHONE, WIDE } from "../lib/browser.mjs";
import { run } from "../lib/server.mjs";
import { holds, same } from "../lib/suite.mjs";

export default function newcomer(suite, world) {
  suite.test("the README's command prints a link for each of six people, and each signs in", () => links(world));
  suite.test("the page of people signs in with one click, on a phone without scripts too", () => people(world));
  suite.test("a newcomer finds what is owed, what is late and whether it gets better", () => walk(world));
}

async function links(world) {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  holds(readme.includes("cargo run -- demo"), "the README says how to begin");
  const said = run(["demo", "--data", world.county.data, "--no-serve", "--no-open",
    "--listen", new URL(world.county.address).host.replace("localhost", "127.0.0.1")]);
  const printed = [...said.matchAll(/^ {2}([^:]+): ([^,]+), .+\n {2}(http:\S+)$/gm)];
  same(printed.length, 6, `links in ${said}`);
  for (const [, role, name, address] of printed) {
    const visit = await world.browser.visit();
    await visit.open(address);
    await visit.headed("My work");
    await visit.reads(`Hello, ${name.split(" ")[0]}`);
    holds(readme.includes(role), `the README names the ${role}`);
  }
}

async function people(world) {
  for (const look of [WIDE, { ...PHONE, scripts: false }]) {
    const visit = await world.browser.visit(look);
    await visit.open("/");
    await visit.open("/demo");
    await visit.follow("Sign in as Alicia Moreno");
    await visit.headed("My work");
  }
}

async function walk(world) {
  const visit = await world.browser.visitAs(world.county.links.get("agency lead"));
  await visit.open("/me");
  await visit.page.getByRole("region", { name: "What I owe" }).getByRole("link").first().click();
  await visit.at(/\/p\/[a-z-]+\/(commitments|measures)\//);
  await visit.open("/p/riverbend");
  for (const section of ["Plan", "People"]) {
    await visit.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: section, exact: true }).click();
    await visit.page.getByRole("heading", { level: 1 }).waitFor();
    holds(await visit.page.getByRole("link", { name: section, exact: true }).first().getAttribute("aria-current") !== null, `${section} is marked`);
  }
  await visit.open("/p/riverbend/activity");
  holds(await visit.page.locator("main li").count() > 10, "the activity tells of many steps");
  await visit.open("/demo/mail");
  holds(await visit.page.locator("main article").count() > 0, "mail that was not sent shows");
}
