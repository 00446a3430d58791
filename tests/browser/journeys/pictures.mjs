// The pictures of the documents. Made in every run; kept in docs/images when asked for.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

import { PHONE, WIDE } from "../lib/browser.mjs";
import { folder } from "../lib/server.mjs";

const KEPT = fileURLToPath(new URL("../../../docs/images", import.meta.url));

/** Name, who looks, address, and how much of the page. */
const PICTURES = [
  ["sign-in", null, "/sign-in"],
  ["my-work", "agency lead", "/me"],
  ["overview", "coordinator", "/p/riverbend"],
  ["overview-es", "coordinator", "/es/p/riverbend"],
  ["commitments", "agency lead", "/p/riverbend/commitments"],
  ["commitments-table", "program manager", "/p/riverbend/commitments?view=table"],
  ["follow-through", "coordinator", "/p/riverbend/follow-through"],
  ["stuck", "coordinator", "/p/riverbend/commitments/stalled"],
  ["people", "front-line worker", "/p/riverbend/people"],
  ["groups", "coordinator", "/p/riverbend/bodies"],
  ["invitations", "coordinator", "/p/riverbend/invitations"],
  ["goals", "coordinator", "/p/riverbend/goals"],
  ["roadmap", "coordinator", "/p/riverbend/roadmap"],
  ["decisions", "coordinator", "/p/riverbend/decisions"],
  ["meetings", "coordinator", "/p/riverbend/meetings"],
  ["agreements", "data steward", "/p/riverbend/agreements"],
  ["receipts", "data steward", "/p/riverbend/receipts?view=got"],
  ["measures", "community stakeholder", "/p/riverbend/measures"],
  ["measure", "community stakeholder", "first measure"],
  ["commitment", "agency lead", "first commitment"],
];

export default function pictures(suite, world) {
  for (const look of [WIDE, PHONE]) {
    suite.test(`the pictures of the documents can be taken (${look.name})`, () => taken(world, look), 600);
  }
}

async function taken(world, look) {
  const into = world.pictures ? KEPT : folder();
  mkdirSync(into, { recursive: true });
  for (const [name, role, address] of PICTURES) {
    const visit = role ? await world.browser.visitAs(world.county.links.get(role), look) : await world.browser.visit(look);
    await visit.open(await find(visit, address));
    await visit.page.evaluate(() => document.fonts.ready);
    const file = join(into, `${name}${look === PHONE ? "-phone" : ""}.png`);
    // `initial`: the usual way to hide the caret is an inline style, which the pages forbid.
    await visit.page.screenshot({ path: file, caret: "initial", scale: "css", fullPage: world.whole ?? false });
  }
  return `${PICTURES.length} pictures`;
}

async function find(visit, address) {
  if (address.startsWith("/")) return address;
  const [list, links] = address === "first measure"
    ? ["/p/riverbend/measures", "main a[href*='/measures/']:not([href$='/new']):not([href$='/import'])"]
    : ["/p/riverbend/commitments", ".pw-board h4 a"];
  await visit.open(list);
  return visit.page.locator(links).first().getAttribute("href");
}
