import fc from "fast-check";
import { BilingualRefusal } from "../../src/kernel/errors";
import { emailFrom, personKey, readEmail } from "../../src/kernel/email";

describe("the one e-mail rule", () => {
  it.each([
    [" Ada@Example.COM ", "ada@example.com"],
    ["o'brien+site.7@sub.example.co.uk", "o'brien+site.7@sub.example.co.uk"],
    ["dube\u0301@exemple.fr", "dub\u00e9@exemple.fr"],
    ["a@xn--bcher-kva.example", "a@b\u00fccher.example"],
    ["a@b\u00fccher.example", "a@b\u00fccher.example"],
    ["josé@x.com", "josé@x.com"],
  ])("reads %j as %s", (text, email) => {
    expect(readEmail(text)).toBe(email);
    expect(personKey(text)).toBe(email);
  });

  it.each([
    ...[".a@x.com", "a.@x.com", "a..b@x.com", "a@x", "a@x..com", "a@-x.com", "a@x-.com", "a@.x.com", "a b@x.com"],
    ...["a@x.com\u200b", "a\u200d@x.com", "\u202ea@x.com", "a\u00ad@x.com", "a@x\u2060.com", "a\u3164@x.com"],
    ...["a@x.com\nb@y.com", "a@1.2.3.4", "a@[1.2.3.4]", '"a"@x.com', "a(b)@x.com", "a@x_y.com", "", "@x.com", "a@"],
    ...["a\ud800@x.com", "a\ufe0f@x.com", `${"a".repeat(65)}@x.com`, `a@${"x".repeat(64)}.com`],
    ...[`a@${"x.".repeat(126)}com`, "a@xn--a.com", "a\uff20x.com"],
  ])("refuses %j", (text) => {
    expect(readEmail(text)).toBeNull();
    expect(() => emailFrom(text, ["input", "email"])).toThrow(BilingualRefusal);
  });

  it("folds the letters of ASCII and no others: nobody becomes somebody else", () => {
    // NFC itself would make a K of it.
    expect(readEmail("\u212aarl@example.com")).toBeNull();
    expect(personKey("\u212aarl@example.com")).not.toBe(personKey("karl@example.com"));
    expect(personKey("KARL@example.com")).toBe(personKey("karl@example.com"));
    expect(personKey("\u0130@example.com")).toBe("\u0130@example.com");
    // The DNS would read the Kelvin sign as a k: such a domain is refused, not taken for the other.
    expect(readEmail("a@ac\u212ae.com")).toBeNull();
    expect(personKey("a@ac\u212ae.com")).not.toBe("a@acke.com");
  });

  it("has one normal form, that only ASCII letters may differ from in case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12 }), (local) => {
        const email = readEmail(`${local}@example.com`);
        if (email === null) return;
        expect(readEmail(email)).toBe(email);
        expect(personKey(` ${email.normalize("NFD")} `)).toBe(email);
        expect(email.normalize("NFC")).toBe(email);
      }),
    );
  });
});
