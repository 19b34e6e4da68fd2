import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { compile, WatchedServer } from "../../resources/support/watched-server";
import { findChromium } from "../support/chromium";
import { launch } from "../support/graphiql";
import { PICTURES, type Picture } from "./pictures";

const ROOT = path.join(__dirname, "../../..");
const HEAP_MEGABYTES = 512;
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
  const server = await WatchedServer.start(HEAP_MEGABYTES, { NODE_ENV: "development" });
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
