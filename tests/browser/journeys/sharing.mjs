// An agreement from its first draft to the request that a withdrawn consent stops.
import { PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds, same } from "../lib/suite.mjs";

const P = "/p/riverbend";
const HOUSING = "Riverbend Housing Authority";
const SOCIAL = "Riverbend Department of Social Services";
const HARBOR = "Harbor House";
const LIVED = "Lived Experience Council";
const TREATMENT = "In treatment for substance use";
const CONTACT = "Phone and address";

export default function agreements(suite, world) {
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(
      `an agreement is talked over, signed by four, asked under, and stopped by the person (${look.name})`,
      () => agreed(world, look),
      600,
    );
  }
}

async function agreed(world, look) {
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
  await tom.open(page);
  await tom.follow("Propose a change");
  await tom.choose("What would change", "Days that a copy is kept");
  await tom.page.getByLabel("What would stand there").fill("60");
  await tom.page.getByLabel("Reason").fill("Two months are enough to find a home.");
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
    await tick(visit, "I have read this version, and I sign it");
    await tick(visit, "I agree to sign electronically");
    await visit.press("Read and sign");
    await visit.notice("You signed it.");
  }
  await grace.open(page);
  await grace.reads("In force");
  same(await grace.audit(), [], "what axe finds");

  // A test says what it would take.
  await sam.open(`${page}/test`);
  await sam.reads("Test a request");

  const file = `HH-${look.width}`;
  const person = await kept(tom, file);
  const consent = await allowed(tom, person);

  // The person who asks is entered, asks, and gets a part.
  await alicia.open(`${P}/agreements/people`);
  await alicia.choose("Person", "Alicia Moreno");
  await alicia.page.locator('select[name="organization"]').selectOption({ label: HOUSING });
  await alicia.press("Save");
  await alicia.notice("It is saved.");
  await asked(alicia, file);
  await alicia.reads("Allowed in part");
  const receipt = new URL(alicia.page.url()).pathname;
  await alicia.follow("Open what was shared");
  await alicia.reads("In treatment since May");
  await alicia.reads("42 CFR");
  same(await alicia.audit(), [], "what axe finds");
  await alicia.open(`/es${receipt}`);
  await alicia.reads("Permitido en parte");

  // The person takes it back: the same request is stopped, and what was shared says so.
  await tom.open(consent);
  await tom.follow("Take it back");
  await tom.press("Take it back");
  await tom.notice("It is taken back.");
  await asked(alicia, file);
  await alicia.reads("Stopped");
  const again = new URL(alicia.page.url()).pathname;
  holds(again !== receipt, "a request of its own has a receipt of its own");
  await alicia.open(receipt);
  await alicia.reads("Allowed in part");
}

/** The coordinator offers somebody the lead of their organization, once. */
async function leadFor(grace, [visit, organization, name]) {
  await grace.open(`${P}/roles/new`);
  await grace.choose("Who", name);
  await grace.choose("For which organization", organization);
  await tick(grace, "Lead");
  await grace.press("Offer a role");
  // On the second look they lead already.
  if (await grace.page.locator(".usa-alert--error, .usa-error-message").count() > 0) return;
  await visit.open(`${P}/roles`);
  await visit.press("Take this role");
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
  await tom.choose("Form", "For named recipients (42 CFR Part 2)");
  const group = (legend) => tom.page.locator("fieldset").filter({ hasText: legend }).first();
  const box = (legend, words) => group(legend).locator("label").filter({ hasText: new RegExp(`^${words}$`) }).click();
  await box("Who gives", HARBOR);
  await box("Who gets", HOUSING);
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

async function asked(alicia, file) {
  await alicia.open(`${P}/requests/new`);
  await alicia.choose("Who has it?", HARBOR);
  await alicia.page.getByLabel("Their file number for the person").fill(file);
  await tick(alicia, TREATMENT);
  await tick(alicia, CONTACT);
  await alicia.page.locator('select[name="purpose"]').selectOption({ label: "finding a home" });
  await alicia.press("Ask");
  await alicia.notice("You have the answer.");
}

/** Presses the label of a box: the box itself is drawn by its label. */
async function tick(visit, words) {
  const plain = words.replace(/[().]/g, "\\$&");
  await visit.page.getByRole("main").locator("label").filter({ hasText: new RegExp(`^${plain}$`) }).first().click();
}

function dayFromNow(days) {
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Chicago" });
  return day.format(Date.now() + days * 86_400_000);
}
