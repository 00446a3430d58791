// Every page, in both languages, wide and narrow: axe finds nothing, nothing sticks out sideways,
// and the browser has nothing to complain about.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { crawl, inSpanish, kindOf } from "../lib/crawl.mjs";
import { holds } from "../lib/suite.mjs";

const LANGUAGES = [["English", (path) => path], ["Spanish", inSpanish]];

/** Who reaches pages that the coordinator does not: those kinds are looked at as well. */
const SHARED = ["agreements/people", "requests/", "receipts/"];
const OTHERS = [
  { role: "front-line worker", parts: ["/commitments/"] },
  { role: "agency lead", parts: SHARED },
  { role: "data steward", parts: SHARED },
  { role: "community stakeholder", parts: ["/risks/", "/ideas/", "/roadmap"] },
];

/** What a visitor asks the search: something that is found, and something that is not. */
const SEARCHES = ["/search?q=landlord", "/search?q=landlord&kind=idea", "/search?q=qqqqqq"];

/** Pages for nobody in particular. */
const OUTSIDE = [
  ["/", 200], ["/sign-in", 200], ["/sign-in?next=/me", 200], ["/recover", 200], ["/demo", 200], ["/demo/mail", 200], ["/public/riverbend", 200],
  ["/nothing/here", 404], ["/invitations/not-a-real-one", 404],
  ["/public/riverbend/log", 200], ["/public/riverbend/log/check?receipt=evt_0", 200],
  ["/sign-in/link/not-a-real-one", 404], ["/recover/not-a-real-one", 404],
  ["/public/riverbend/documents", 200], ["/public/no-such-place/documents", 404],
  ["/public/riverbend/meetings", 404], ["/public/no-such-place/meetings", 404],
];

/** Forms that are refused when they are sent as they stand, and the button that sends them. */
const FORMS = [
  "/p/riverbend/commitments/new", "/p/riverbend/commitments/ask", "/p/riverbend/invitations",
  "/p/riverbend/organizations/new", "/p/riverbend/bodies/new", "/p/riverbend/roles/new",
  "/p/riverbend/retention", "/p/riverbend/measures/new", "/p/riverbend/measures/import",
  "/p/riverbend/risks/new", "/p/riverbend/ideas/new", "/p/riverbend/goals/new?layer=strategy",
  "/p/riverbend/announcements/new", "/p/riverbend/drafts/new",
  "/p/riverbend/meetings/new", "/p/riverbend/meetings/series/new", "/p/riverbend/events/new",
  "/me/security/password", "/me/security/tokens/new", "/me/account/address",
];

export default function pages(suite, world) {
  for (const [language, address] of LANGUAGES) {
    const looked = new Set();
    suite.test(`axe finds nothing on the pages of the coordinator in ${language}`, () => inside(world, looked, address), 1800);
    for (const other of OTHERS) {
      suite.test(`axe finds nothing on the own pages of the ${other.role} in ${language}`, () => own(world, other, looked, address), 900);
    }
    suite.test(`axe finds nothing before signing in, and on pages that say no, in ${language}`, () => outside(world, address), 600);
    suite.test(`axe finds nothing on refused forms in ${language}`, () => refusals(world, address), 600);
  }
  suite.test("axe finds nothing with the phone's menu open", () => menu(world));
  suite.test("the keyboard reaches the content first, and shows where it is", () => keyboard(world));
  suite.test("on paper there are no menus and no buttons", () => paper(world));
  suite.test("a switch of language stays on the page", () => switched(world));
  suite.test("without scripts the menu is open in place", () => bareMenu(world));
}

async function inside(world, looked, address) {
  const found = await reached(world, "coordinator");
  return looks(world, "coordinator", [...found, ...SEARCHES], looked, address);
}

async function own(world, { role, parts }, looked, address) {
  const found = await reached(world, role);
  for (const part of parts) {
    holds(found.some((path) => path.includes(part)), `the ${role} reaches no page of ${part}`);
  }
  return looks(world, role, found.filter((path) => !looked.has(kindOf(path))), looked, address);
}

/** The pages that somebody reaches: the same in both languages. */
async function reached(world, role) {
  const visit = await world.browser.visitAs(world.county.links.get(role));
  world.reached ??= new Map();
  if (!world.reached.has(role)) world.reached.set(role, await crawl(visit));
  return world.reached.get(role);
}

/** Looks at pages, two at a time. */
async function looks(world, role, found, looked, address) {
  const [wrong, waiting] = [[], [...found]];
  // The same page in other words is looked at where there is the least room for them.
  const views = address("/me") === "/me" ? [WIDE, PHONE] : [PHONE];
  const look = async () => {
    const visit = await world.browser.visitAs(world.county.links.get(role));
    while (waiting.length > 0) {
      const path = waiting.shift();
      looked.add(kindOf(path));
      wrong.push(...await audit(visit, address(path), 200, views));
    }
  };
  await Promise.all([look(), look()]);
  holds(wrong.length === 0, report(wrong));
  return `${found.length} pages at ${views.map((view) => view.name).join(" and ")}; 0 violations; none moves sideways at 320 px`;
}

async function outside(world, address) {
  const wrong = [];
  const stranger = await world.browser.visit();
  for (const [path, status] of OUTSIDE) wrong.push(...await audit(stranger, address(path), status));
  await stranger.open("/public/riverbend");
  const stories = stranger.page.locator("a[href^='/public/riverbend/stories/']");
  const story = await stories.first().getAttribute("href");
  wrong.push(...await audit(stranger, address(story), 200));
  const member = await world.browser.visitAs(world.county.links.get("front-line worker"));
  for (const [path, status] of [["/p/riverbend/settings", 403], ["/p/no-such-place", 404]]) {
    wrong.push(...await audit(member, address(path), status));
  }
  holds(wrong.length === 0, report(wrong));
  return `${OUTSIDE.length + 3} pages`;
}

async function refusals(world, address) {
  const wrong = [];
  const visit = await world.browser.visit();
  await visit.open(world.county.links.get("coordinator").address);
  for (const path of FORMS) {
    await visit.page.setViewportSize(WIDE);
    await visit.open(address(path));
    const form = visit.page.locator("main form:has(.pw-actions), main form.pw-form").first();
    await form.locator("button[type=submit]").first().click();
    await visit.page.locator("[data-errors]").waitFor().catch(() => {
      throw new Error(`${address(path)}: sent as it stands, it is not refused; now at ${visit.page.url()}`);
    });
    wrong.push(...await auditHere(visit, `${address(path)}, refused`));
  }
  holds(wrong.length === 0, report(wrong));
  return `${FORMS.length} forms`;
}

async function menu(world) {
  const visit = await world.browser.visitAs(world.county.links.get("coordinator"), PHONE);
  await visit.open("/p/riverbend");
  await visit.button("Menu").click();
  await visit.page.locator(".usa-nav.is-visible").waitFor();
  const found = await visit.audit();
  holds(found.length === 0, report(found.map((one) => ({ at: "/p/riverbend with its menu", ...one }))));
}

async function keyboard(world) {
  const visit = await world.browser.visitAs(world.county.links.get("coordinator"));
  await visit.open("/p/riverbend/commitments");
  await visit.page.keyboard.press("Tab");
  const first = await visit.page.evaluate(() => document.activeElement.textContent.trim());
  holds(first === "Skip to main content", `the first stop is ${first}`);
  for (let stop = 0; stop < 12; stop += 1) {
    const shown = await visit.page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    });
    holds(shown, `stop ${stop} of the keyboard shows no outline`);
    await visit.page.keyboard.press("Tab");
  }
  await visit.page.evaluate(() => document.activeElement.blur());
  await visit.page.keyboard.press("g");
  await visit.page.keyboard.press("h");
  await visit.headed("My work");
}

async function paper(world) {
  const visit = await world.browser.visitAs(world.county.links.get("coordinator"));
  await visit.open("/p/riverbend/commitments");
  await visit.page.emulateMedia({ media: "print" });
  for (const part of [".usa-nav", ".pw-subnav", "[data-live]", ".pw-filters"]) {
    holds(!(await visit.page.locator(part).first().isVisible()), `${part} is printed`);
  }
  holds(await visit.page.locator("h1").isVisible(), "the heading is printed");
}

async function switched(world) {
  const visit = await world.browser.visitAs(world.county.links.get("coordinator"));
  await visit.open("/p/riverbend/commitments?view=table");
  await visit.link("Español").click();
  await visit.at(/^\/es\/p\/riverbend\/commitments\?view=table$/);
  holds(await visit.page.locator("html").getAttribute("lang") === "es", "the page says that it is Spanish");
  await visit.link("English").click();
  await visit.at(/^\/p\/riverbend\/commitments\?view=table$/);
}

async function bareMenu(world) {
  const visit = await world.browser.visitAs(world.county.links.get("coordinator"), PHONE_BARE);
  await visit.open("/p/riverbend");
  await visit.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Plan" }).click();
  await visit.headed("Goals");
}

async function audit(visit, path, status, views) {
  await visit.page.setViewportSize(WIDE);
  await visit.open(path, status);
  return auditHere(visit, path, views);
}

async function auditHere(visit, at, views = [WIDE, PHONE]) {
  const wrong = [];
  for (const look of views) {
    await visit.page.setViewportSize(look);
    for (const one of await visit.audit()) wrong.push({ at: `${at} (${look.name})`, ...one });
  }
  await visit.page.setViewportSize({ width: 320, height: 800 });
  const over = await visit.overflow();
  if (over > 0) wrong.push({ at, id: "sideways", help: `${over} px wider than a window of 320 px`, nodes: [] });
  return wrong;
}

function report(wrong) {
  return wrong.map(({ at, id, help, nodes }) => [`${at}: ${id}: ${help}`, ...nodes.map((node) => `  ${node}`)].join("\n")).join("\n");
}
