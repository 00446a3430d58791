// A receipt is checked by a stranger, an altered one is refused, and a witness that is behind shows.
import { PHONE_BARE, WIDE } from "../lib/browser.mjs";
import { holds } from "../lib/suite.mjs";

const PUBLIC = "/public/riverbend/log";

export default function log(suite, world) {
  for (const look of [WIDE, PHONE_BARE]) {
    suite.test(
      `a stranger checks a receipt, and an altered one is refused (${look.name})`,
      () => checked(world, look),
    );
  }
  suite.test("a witness that falls behind shows, in both languages", () => behind(world));
}

async function checked(world, look) {
  const alicia = await world.browser.visitAs(world.county.links.get("agency lead"), look);
  await alicia.open("/p/riverbend/log");
  await alicia.headed("Log and proofs");
  // What was just done waits for the next seal: an event further back is in the log.
  for (let turn = 0; turn < 12; turn += 1) {
    const older = alicia.page.locator("a[rel=next]");
    if (await older.count() === 0) break;
    await alicia.open(await older.getAttribute("href"));
  }
  await alicia.page.getByRole("link", { name: /^Proof/ }).last().click();
  await alicia.headed("Proof of an event");
  await alicia.reads("In the public log");
  const number = new URL(alicia.page.url()).pathname.split("/").pop();
  const href = await alicia.page.getByRole("link", { name: "Download the proof" }).getAttribute("href");
  const answer = await alicia.page.request.get(new URL(href, alicia.page.url()).href);
  const proof = await answer.text();
  holds(proof.startsWith("c2sp.org/tlog-proof@v1\n"), "the proof is a file that strangers read");
  const code = await alicia.page.locator("a[href*='code=']").getAttribute("href");

  const stranger = await world.browser.visit(look);
  await stranger.open(PUBLIC);
  await stranger.headed("Public log");
  await stranger.page.getByLabel("Receipt number").fill(number);
  await stranger.press("Check the number");
  await stranger.reads("Yes, there is such a receipt");
  await stranger.reads("Outside witnesses that confirmed the seal");
  await stranger.page.getByLabel("Receipt number").fill(`${number}x`);
  await stranger.press("Check the number");
  await stranger.reads("There is no receipt with this number");

  await stranger.page.getByLabel("Or paste what is in it").fill(proof);
  await stranger.press("Check the file");
  await stranger.reads("Yes, it is real and unchanged");
  await refuses(stranger, proof.replace(/^index (\d+)$/m, (_, n) => `index ${Number(n) + 1}`), "No, it was changed");
  const lines = proof.split("\n");
  const extra = lines.findIndex((line) => line.startsWith("extra "));
  const bytes = Buffer.from(lines[extra].slice(6), "base64");
  bytes[40] ^= 1;
  lines[extra] = `extra ${bytes.toString("base64")}`;
  await refuses(stranger, lines.join("\n"), "No, it");
  await refuses(stranger, "hello", "This is no receipt");

  const file = { name: "decision.tlog-proof", mimeType: "text/plain", buffer: Buffer.from(proof) };
  await stranger.page.getByLabel("Or choose a receipt file").setInputFiles(file);
  await stranger.press("Check the file");
  await stranger.reads("Yes, it is real and unchanged");

  // What the square on a printed receipt says.
  await stranger.open(new URL(code).pathname + new URL(code).search);
  await stranger.reads("Yes, there is such a receipt");
}

async function refuses(visit, text, words) {
  await visit.page.getByLabel("Or paste what is in it").fill(text);
  await visit.press("Check the file");
  await visit.reads(words);
}

async function behind(world) {
  const stranger = await world.browser.visit();
  for (const [address, title, words] of [
    [PUBLIC, "Public log", "Behind"],
    [`/es${PUBLIC}`, "Registro público", "Va con retraso"],
  ]) {
    await stranger.open(address);
    await stranger.headed(title);
    const row = stranger.page.getByRole("row").filter({ hasText: "Riverbend Public Library" });
    await row.getByText(words).waitFor();
    const fine = stranger.page.getByRole("row").filter({ hasText: "State Auditor" });
    holds(await fine.getByText(words).count() === 0, "the auditor's witness is not behind");
    const found = await stranger.audit();
    holds(found.length === 0, JSON.stringify(found));
  }
}
