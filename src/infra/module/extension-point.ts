/** Where modules add to what a module below them does, in the order of the list of modules. */
export class ExtensionPoint<Extension> implements Iterable<Extension> {
  private readonly extensions: Extension[] = [];

  add(...extensions: readonly Extension[]): void {
    this.extensions.push(...extensions);
  }

  [Symbol.iterator](): Iterator<Extension> {
    return this.extensions[Symbol.iterator]();
  }
}
