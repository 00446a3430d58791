// Names, order and outcome of the tests.

/** Collects tests and runs them one after the other. */
export class Suite {
  #tests = [];
  #only;

  constructor(only) {
    this.#only = only?.toLowerCase();
  }

  /** Adds a test; its name is a sentence. The limit only guards against hanging. */
  test(name, run, limit = 300) {
    if (!this.#only || name.toLowerCase().includes(this.#only)) this.#tests.push({ name, run, limit });
  }

  /** Runs all and says whether something failed. */
  async run(world) {
    const failures = [];
    for (const { name, run, limit } of this.#tests) {
      const began = performance.now();
      let problem = null;
      let note;
      try {
        note = await within(limit, name, run);
      } catch (caught) {
        problem = caught;
      }
      // What pages said to the console counts, even when the journey came to its end.
      const complaints = await world.browser.closeAll();
      if (!problem && complaints.length > 0) problem = new Error(complaints.join("\n"));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${problem ? "FAIL" : "ok  "} ${name} (${seconds} s)${note ? `: ${note}` : ""}`);
      if (problem) {
        failures.push(name);
        console.log(indent(problem.stack ?? String(problem)));
      }
    }
    for (const name of failures) console.log(`failed: ${name}`);
    console.log(`${this.#tests.length - failures.length} passed, ${failures.length} failed`);
    return failures.length > 0 || this.#tests.length === 0;
  }
}

/** No test may hang the run. */
async function within(seconds, name, run) {
  let timer;
  const late = new Promise((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`${name}: not done after ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function indent(text) {
  return text.split("\n").map((line) => `     ${line}`).join("\n");
}

/** Fails with both values unless they are the same. */
export function same(found, expected, what) {
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  }
}

/** Fails unless it holds. */
export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** Asks again until the answer is a true value, and gives it. */
export async function until(what, ask, seconds = 30) {
  const limit = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > limit) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
