// An agreement from its first draft to the request that a withdrawn consent stops; a person releases in between.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

const P = "/p/riverbend";
const HOUSING = "Riverbend Housing Authority";
const SOCIAL = "Riverbend Department of Social Services";
const HARBOR = "Harbor House";
const LIVED = "Lived Experience Council";
const TREATMENT = "In treatment for substance use";
const CONTACT = "Phone and address";
const RELATED = true;
const NOT_RELATED = false;

export default function sharing(suite, world) {
  for (const look of [WIDE, PHONE, PHONE_BARE]) {
    suite.test(
      `an agreement is talked over and signed by four; what it lets go is asked for, released by a person, and stopped by the client (${look.name})`,
      () => told(world, look),
      600,
    );
  }
}

async function told(world, look) {
  const as = (role) => world.browser.visitAs(world.county.links.get(role), look);
  const [grace, alicia, tom] = [await as("coordinator"), await as("agency lead"), await as("front-line worker")];
  const [sam, marcus] = [await as("data steward"), await as("community stakeholder")];
  const leads = [
    [alicia, HOUSING, "Alicia Moreno"],
    [tom, HARBOR, "Tom Reyes"],
    [sam, SOCIAL, "Sam Whitaker"],
    [marcus, LIVED, "Marcus Hill"],
  ];
  for (const lead of leads.slice(1)) await leadFor(grace, lead);

  const page = await signed(sam, grace, leads, look);
  await tested(sam, page);
  await shared(tom, alicia, look);
}

/** The paper: a law on the data, a draft, its answers, a change that a party proposes, four signatures. */
async function signed(sam, grace, leads, look) {
  // Harbor House keeps records of treatment; the law on them wants the person's own word.
  await sam.open(`${P}/agreements/names`);
  await sam.choose("Who has it?", HARBOR);
  await sam.page.locator('select[name="class"]').selectOption({ label: TREATMENT });
  await tick(sam, "Substance use treatment (Part 2)");
  await sam.press("Say what a party keeps");
  await sam.notice("It is saved.");

  const page = await drafted(sam, look);
  await answered(sam, page);
  await sam.open(page);
  await sam.follow("Ask the parties to read it");
  await sam.press("Ask the parties to read it");
  await sam.notice("The parties can read it now.");

  // Harbor House wants copies gone sooner; the change is taken, and everybody reads again.
  const tom = leads[1][0];
  await tom.open(page);
  await tom.follow("Propose a change");
  await tom.choose("For which party", HARBOR);
  await tom.choose("What would change", "Days that a copy is kept");
  await tom.page.getByLabel("What would stand there").fill("60");
  await tom.page.getByLabel("Why?").fill("Two months are enough to find a home.");
  await tom.press("Propose a change");
  await tom.notice("Your change was proposed.");
  await sam.open(page);
  await sam.follow("Decide");
  await tick(sam, "Accept the change");
  await sam.press("Save the decision");
  await sam.notice("The change was accepted");
  await sam.follow("Ask the parties to read it");
  await sam.press("Ask the parties to read it");

  await sentOut(sam, page, leads);
  for (const [visit] of leads) {
    await visit.open(`${page}/sign`);
    await audited(visit);
    await tick(visit, "I have read this version, and I sign it");
    await tick(visit, "I agree to sign electronically");
    await visit.press("Read and sign");
    await visit.notice("You signed it.");
  }
  await grace.open(page);
  await grace.reads("In force");
  await audited(grace);
  return page;
}

/** A test of a request says what it would take, and keeps nothing. */
async function tested(sam, page) {
  await sam.open(`${page}/test`);
  await sam.headed(/Test a request/);
  await audited(sam);
  await sam.page.locator('select[name="to"]').selectOption({ label: HOUSING });
  await sam.page.locator('select[name="from"]').selectOption({ label: HARBOR });
  await tick(sam, TREATMENT);
  await sam.page.locator('select[name="purpose"]').selectOption({ label: "finding a home" });
  await tick(sam, "No, or not yet");
  await sam.press("Test it");
  await sam.reads("Stopped");
  await sam.reads("42 CFR");
  await audited(sam);
}

/** The sharing: refused, allowed by the client, released by a person, taken back, refused again. */
async function shared(tom, alicia, look) {
  const file = `HH-${look.width}${look.scripts ? "" : "-bare"}`;
  const person = await kept(tom, file);

  // Without the client's word nothing goes, and not even that there is something is told.
  await asked(alicia, file, NOT_RELATED);
  await alicia.reads("Stopped");
  await audited(alicia);

  const consent = await allowed(tom, person);

  // Whoever is close to the client does not get it from the rules alone.
  await asked(alicia, file, RELATED);
  await alicia.reads("Stopped");
  await tom.open(`${P}/requests`);
  await tom.reads("These wait for a person of your agency");
  await audited(tom);
  await tom.page.getByRole("region", { name: "These wait for a person of your agency" })
    .getByRole("rowheader").getByRole("link").first().click();
  await tom.reads("I am related or close to this person");
  await audited(tom);
  await tom.follow("Decide");
  await tom.press("Decide");
  await tom.reads(/^(Error: )?(Choose one|Fill this in)/);
  await audited(tom);
  await tick(tom, "Share what no rule stops");
  await tom.page.getByLabel("Reason").fill("Her sister asked for her help with the move, at our desk.");
  await tom.page.getByLabel("Law or paper that it rests on").fill("Policy 4 of Harbor House");
  await tom.press("Decide");
  await tom.notice("It is decided.");
  await tom.reads("Her sister asked for her help");
  await audited(tom);

  // Whoever asked reads who let it go, what went and why.
  await alicia.open(`${P}/requests`);
  await alicia.page.getByRole("region", { name: "Your requests" }).getByRole("row")
    .filter({ hasText: "Shared by a person" }).first().getByRole("link").click();
  await alicia.follow("See the receipt");
  const receipt = new URL(alicia.page.url()).pathname;
  await alicia.reads("Allowed in part");
  await alicia.reads("Decided by Tom Reyes");
  // The agreement of an earlier look may be the one that lets it go.
  await alicia.reads("A home after treatment");
  await alicia.reads("42 CFR 2.31");
  await audited(alicia);
  await alicia.open(`/es${receipt}`);
  await alicia.reads("Permitido en parte");
  await audited(alicia);
  await alicia.open(receipt);
  await alicia.follow("Open what was shared");
  await alicia.reads("In treatment since May");
  await alicia.reads("42 CFR part 2");
  holds(!(await alicia.page.content()).includes("By way of the front desk"), "what the agreement does not name went");
  await audited(alicia);

  // The client takes it back: the same request is stopped at once, and what was shared opens no more.
  await tom.open(consent);
  await audited(tom);
  await tom.follow("Take it back");
  await audited(tom);
  await tom.press("Take it back");
  await tom.notice("It is taken back.");
  await asked(alicia, file, NOT_RELATED);
  await alicia.reads("Stopped");
  holds(new URL(alicia.page.url()).pathname !== receipt, "a request of its own has a receipt of its own");
  await alicia.open(`${receipt}/shared`);
  await alicia.reads("This cannot be opened any more");
  await audited(alicia);
}

/** What axe finds where scripts run. */
async function audited(visit) {
  if (!visit.look.scripts) return;
  const found = await visit.audit();
  holds(found.length === 0, `${visit.page.url()}: ${JSON.stringify(found)}`);
}

/** The coordinator offers somebody the lead of their organization, once. */
async function leadFor(grace, [visit, organization, name]) {
  await grace.open(`${P}/roles/new`);
  await grace.choose("Who", name);
  await grace.choose("For which organization", organization);
  await tick(grace, "Lead");
  await grace.press("Offer a role");
  // An offer may wait from before, or they lead since an earlier look: then the form says so.
  await grace.page.locator(".pw-notice, [data-errors]").first().waitFor();
  await visit.open(`${P}/roles`);
  const take = visit.page.getByRole("button", { name: new RegExp(`^Take this role ?: Lead, ${organization}$`) });
  if (await take.count() === 0) return;
  await take.click();
  await visit.notice("The role is yours.");
}

/** A draft with one clause: Harbor House tells the Housing Authority of treatment. */
async function drafted(sam, look) {
  await sam.open(`${P}/agreements/starts`);
  await sam.page.getByRole("link", { name: /^Use this text ?: Working together on services$/ }).click();
  await sam.page.getByLabel("Name", { exact: true }).fill(`A home after treatment (${look.name})`);
  await sam.page.locator('select[name="upper"]').selectOption({ label: "Charter: Partnership charter" });
  for (const party of [HOUSING, SOCIAL, HARBOR, LIVED]) {
    await sam.page.locator("fieldset").filter({ hasText: "Parties" }).first()
      .locator("label").filter({ hasText: new RegExp(`^${party}$`) }).click();
  }
  await sam.page.locator('[name="effective"]').fill(dayFromNow(0));
  await sam.page.locator('[name="ends"]').fill(dayFromNow(300));
  await sam.page.locator('select[name="gives"]').selectOption({ label: HARBOR });
  await sam.page.locator('select[name="gets"]').selectOption({ label: HOUSING });
  await tick(sam, TREATMENT);
  await tick(sam, "finding a home");
  const training = sam.page.locator('[name="wants_training"]');
  if (await training.isChecked()) await sam.page.locator(`label[for="${await training.getAttribute("id")}"]`).click();
  await sam.press("Save");
  await sam.notice("The draft is saved.");
  return new URL(sam.page.url()).pathname;
}

async function answered(sam, page) {
  for (const question of ["legal", "ethical", "good_idea", "how_we_know"]) {
    await sam.open(`${page}/questions/${question}`);
    await sam.page.getByLabel("Your answer").fill("We asked counsel, and twelve people who went through it.");
    await sam.page.getByLabel("Who decided this").fill("Dana Whitfield, county counsel");
    await sam.press("Sign the answer");
    await sam.notice("Your answer was signed.");
  }
}

async function sentOut(sam, page, leads) {
  await sam.open(page);
  await sam.follow("Send out for signature");
  for (const [, organization, person] of leads) {
    const party = sam.page.locator("fieldset").filter({ hasText: organization }).first();
    await party.getByLabel("Who signs").selectOption({ label: person });
    await party.getByLabel("Office").fill("Director");
    await party.getByLabel("On whose authority").fill("The board's resolution of this spring");
  }
  await sam.press("Send out for signature");
  await sam.notice("It is out for signature.");
}

/** A file number with what is kept under it. */
async function kept(tom, file) {
  await tom.open(`${P}/clients/new`);
  await tom.page.locator('select[name="holder"]').selectOption({ label: HARBOR });
  await tom.page.getByLabel("File number", { exact: true }).fill(file);
  await tom.press("Save");
  await tom.notice("The file number is added.");
  const person = new URL(tom.page.url()).pathname;
  for (const [kind, words] of [[TREATMENT, "In treatment since May"], [CONTACT, "By way of the front desk"]]) {
    await tom.open(`${person}/records/new`);
    await tom.page.locator('select[name="class"]').selectOption({ label: kind });
    await tom.page.getByLabel("What it says").fill(words);
    await tom.press("Save");
    await tom.notice("It is kept.");
  }
  return person;
}

async function allowed(tom, person) {
  await tom.open(`${person}/consents/new`);
  await tom.page.locator('select[name="form"]').selectOption({ label: "For named recipients (42 CFR Part 2)" });
  const group = (legend) => tom.page.locator("fieldset").filter({ hasText: legend }).first();
  await tick(tom, HARBOR, group("Who gives"));
  await tick(tom, HOUSING, group("Who gets"));
  await tick(tom, TREATMENT);
  await tick(tom, "finding a home");
  await tom.page.locator('[name="signed_on"]').fill(dayFromNow(-1));
  await tick(tom, "It is in writing and signed");
  await tick(tom, "Nothing that the form needs is missing");
  await tom.press("Save");
  await tom.notice("It is written down.");
  await tom.reads("Your consent");
  return new URL(tom.page.url()).pathname;
}

async function asked(alicia, file, related) {
  await alicia.open(`${P}/requests/new`);
  await alicia.choose("Who has it?", HARBOR);
  await alicia.page.getByLabel("Their file number for the person").fill(file);
  await tick(alicia, TREATMENT);
  await tick(alicia, CONTACT);
  await alicia.page.locator('select[name="purpose"]').selectOption({ label: "finding a home" });
  if (related) await tick(alicia, "I am related or close to this person");
  await alicia.press("Ask");
  await alicia.notice("You have the answer.");
}

/** Sees that a box is ticked: the box itself is drawn by its label, and some are ticked already. */
async function tick(visit, words, within = visit.page.getByRole("main")) {
  const plain = words.replace(/[().]/g, "\\$&");
  const label = within.locator("label").filter({ hasText: new RegExp(`^${plain}$`) }).first();
  const box = visit.page.locator(`[id="${await label.getAttribute("for")}"]`);
  if (!(await box.isChecked())) await label.click();
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
