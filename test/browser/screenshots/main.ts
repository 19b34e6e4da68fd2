import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { compile } from "../../resources/support/watched-server";
import { findChromium } from "../support/chromium";
import { launch } from "../support/graphiql";
import { PICTURES, type Picture } from "./pictures";

const ROOT = path.join(__dirname, "../../..");
const WEBP_QUALITY = 0.75;

/** Chromium encodes it itself: a picture is a third of its PNG. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const encoded = await page.evaluate<string>(`(async () => {
    const image = new Image();
    image.src = "data:image/png;base64,${png.toString("base64")}";
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", ${WEBP_QUALITY}).split(",")[1];
  })()`);
  await page.close();
  return Buffer.from(encoded, "base64");
}

/** Signs in with the demo's one click, and waits until the screen is there. */
async function enter(page: Page, address: string, { email, at, act }: Picture): Promise<void> {
  await page.goto(address + at);
  await page.getByRole("button", { name: email }).click();
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.locator(".loading").first().waitFor({ state: "detached" });
  await act?.(page);
}

async function take(browser: Browser, address: string, picture: Picture): Promise<Buffer> {
  const { width = 1200, height = 760, dark = false, locale = "en-GB" } = picture;
  const colorScheme = dark ? "dark" : "light";
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await enter(page, address, picture);
  const png = await page.screenshot();
  await context.close();
  return asWebp(browser, png);
}

interface DemoServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** The demo in a process and a folder of its own, both gone when it is stopped. */
async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "ledgergate-pictures-"));
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, DATA_DIR: folder, LOG_LEVEL: "silent", NODE_ENV: "development" };
  const child = fork(path.join(__dirname, "demo-server.cjs"), [], { env, execArgv: [] });
  const [word] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [{ address?: string } | null];
  const address = word?.address;
  if (!address) throw new Error("The demo did not start.");
  const stop = async () => {
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { address, stop };
}

/**
 * `npm run screenshots [-- FOLDER]`: pictures of the console's main screens over a fresh demo, in Chromium (CHROMIUM_PATH), to look
 * at, and for docs/console.md, where they go if nothing is said.
 */
async function main(folder = path.join(ROOT, "docs/pictures")): Promise<void> {
  const executable = findChromium();
  if (!executable) throw new Error("No Chromium found: set CHROMIUM_PATH.");
  compile();
  execFileSync(process.execPath, [path.join(ROOT, "src/cli/console.cjs")], { stdio: "inherit" });
  mkdirSync(folder, { recursive: true });
  const server = await startDemo();
  const browser = await launch(executable);
  try {
    for (const picture of PICTURES) {
      const bytes = await take(browser, server.address, picture);
      writeFileSync(path.join(folder, `${picture.name}.webp`), bytes);
      process.stdout.write(`${picture.name}.webp ${Math.round(bytes.length / 1000)} kB\n`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

void main(process.argv[2]);
