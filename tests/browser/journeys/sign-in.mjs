// Signing in with a password, being told what is wrong, and signing out.
import { LOOKS, WIDE } from "../lib/browser.mjs";
import { mails } from "../lib/server.mjs";
import { holds, same, until } from "../lib/suite.mjs";

const PASSWORDS = ["otter lantern maple 72", "seven quiet harbors 31", "copper kettle meadow 58", "winter orchard bridge 94"];

export default function signIn(suite, world) {
  LOOKS.forEach((look, at) => suite.test(
    `a wrong password is told beside its field, the right one signs in, and out again (${look.name})`,
    () => withPassword(world, look, PASSWORDS[at]),
  ));
  suite.test("a password that many people use is refused beside its field", () => common(world));
  suite.test("a person who forgot the password gets back in by the mail", () => forgotten(world));
  suite.test("an invitation in the mail brings a new colleague in", () => invited(world));
}

async function withPassword(world, look, password) {
  const link = world.county.links.get("data steward");
  const visit = await world.browser.visit(look);
  await setPassword(visit, link, password);
  await signOut(visit);
  await visit.reads("No account yet?");

  await visit.fill("Email address", link.email);
  await visit.fill("Password", `${password}, but wrong`);
  await visit.press("Sign in");
  same(await visit.page.title().then((title) => title.startsWith("Error:")), true, "the title says Error:");
  same(await visit.page.getByLabel("Email address").inputValue(), link.email, "the address stays");
  same(await visit.page.getByLabel("Password").inputValue(), "", "the password does not stay");
  const told = await visit.problemOf("Password");
  holds(told.includes("not right"), `beside the password stands: ${told}`);
  if (look.scripts) {
    holds(await visit.page.evaluate(() => document.activeElement.matches("[data-errors]")), "the summary has the focus");
  }

  await visit.fill("Password", password);
  await visit.press("Sign in");
  await visit.headed("My work");
  await signOut(visit);
  await visit.open("/me");
  await visit.at(/^\/sign-in\?next=/);
}

async function common(world) {
  const visit = await world.browser.visit(WIDE);
  await visit.open(world.county.links.get("data steward").address);
  await visit.open("/me/security/password");
  await visit.fill("New password", "password12345678");
  await visit.press("Save the password");
  const told = await visit.problemOf("New password");
  holds(told.includes("Many people use"), `beside the password stands: ${told}`);
}

async function forgotten(world) {
  const { email } = world.county.links.get("community stakeholder");
  const visit = await world.browser.visit(WIDE);
  await visit.open("/sign-in");
  await visit.follow("I can't sign in");
  await visit.fill("Email address", email);
  await visit.press("Send the link");
  await visit.notice("a mail is on its way");
  const link = await linkInMail(world, email, "/recover/");
  await visit.open(link);
  await visit.fill("New password", "blue pelican ladder 47");
  await visit.press("Save the password");
  await visit.notice("Your new password is saved");
  await visit.open(link, 404);
}

async function invited(world) {
  const email = "wren.ito@harborhouse.example";
  const coordinator = await world.browser.visitAs(world.county.links.get("coordinator"));
  await coordinator.open("/p/riverbend/people");
  await coordinator.follow("Invite people");
  await coordinator.fill("Email address", email);
  await coordinator.choose("For which organization", "Harbor House");
  await coordinator.page.getByRole("radio", { name: "Member" }).check({ force: true });
  await coordinator.page.getByRole("radio", { name: "English" }).check({ force: true });
  await coordinator.press("Send the invitation");
  await coordinator.notice("The invitation is on its way");

  const visit = await world.browser.visit(WIDE);
  await visit.open(await linkInMail(world, email, "/invitations/"));
  await visit.fill("Name", "Wren Ito");
  await visit.fill("New password", "paper boats upriver 63");
  await visit.press("Accept");
  await visit.notice("Welcome. Your new role is ready.");
  await visit.open("/p/riverbend/people?q=Wren");
  await visit.reads("Wren Ito");
}

async function setPassword(visit, link, password) {
  await visit.open(link.address);
  await visit.open("/me/account");
  await visit.follow("See how you sign in");
  await visit.page.getByRole("link", { name: /^(Set a|Change the) password$/ }).click();
  await visit.fill("New password", password);
  await visit.press("Save the password");
  await visit.notice("Your new password is saved");
}

async function signOut(visit) {
  if (visit.look.width < 1000 && visit.look.scripts) await visit.button("Menu").click();
  await visit.page.getByRole("button", { name: "Sign out", exact: true }).filter({ visible: true }).first().click();
  await visit.notice("You are signed out.");
}

/** The newest link of this kind in a mail to this address. */
async function linkInMail(world, email, part) {
  const pattern = new RegExp(`http://localhost:\\d+(?:/es)?${part}[^\\s"<>]+`);
  return until(`a mail to ${email} with ${part}`, () => {
    const mail = mails(`${world.county.data}/mail`).find((one) => one.includes(email) && pattern.test(one));
    return mail?.match(pattern)[0];
  });
}
