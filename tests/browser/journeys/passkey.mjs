// A passkey of a virtual device: made in the account, then used to sign in.
import { PHONE, PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

export default function passkey(suite, world) {
  for (const look of [WIDE, PHONE]) {
    suite.test(`a passkey is made and signs in without a password (${look.name})`, () => made(world, look));
  }
  suite.test("without scripts the page says that passkeys need them", () => withoutScripts(world));
  suite.test("a passkey that is given up says so and leaves the page as it was", () => givenUp(world));
}

async function made(world, look) {
  const link = world.county.links.get("front-line worker");
  const visit = await world.browser.visit(look);
  const device = await authenticator(visit);
  await visit.open(link.address);
  await visit.open("/me/security");
  await visit.follow("Add a passkey");
  await visit.fill("What do you call it?", `Phone at ${look.width}`);
  await visit.press("Make the passkey");
  await visit.notice("Your passkey is ready");
  await visit.reads(`Phone at ${look.width}`);

  await visit.context.clearCookies();
  await visit.open("/sign-in");
  await visit.press("Sign in with a passkey");
  await visit.headed("My work");
  await visit.open("/me/security");
  await visit.reads("With a passkey.");
  const { credentials } = await device.client.send("WebAuthn.getCredentials", { authenticatorId: device.id });
  holds(credentials.length === 1 && credentials[0].signCount > 0, "the device signed once or more");
}

async function withoutScripts(world) {
  const visit = await world.browser.visit(PHONE_BARE);
  await visit.open("/sign-in");
  // By its element: Playwright finds no text inside <noscript>.
  const told = await visit.page.locator("main noscript").innerText();
  holds(told.includes("Passkeys need JavaScript"), `the page says: ${told}`);
  holds(!(await visit.button("Sign in with a passkey").isVisible()), "the button is not shown");
}

async function givenUp(world) {
  const visit = await world.browser.visit(WIDE);
  await authenticator(visit, false);
  await visit.open("/sign-in");
  await visit.press("Sign in with a passkey");
  await visit.reads("That did not work. Try again");
  await visit.headed("Sign in");
}

/** A device that keeps keys and, if it verifies, always finds its owner's finger. */
async function authenticator(visit, verified = true) {
  const client = await visit.context.newCDPSession(visit.page);
  await client.send("WebAuthn.enable");
  const { authenticatorId: id } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return { client, id };
}
