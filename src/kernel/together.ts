/** All answers, in their order: at once where each of them is there already, else when the last one is. */
export function together<T>(answers: readonly (T | Promise<T>)[]): T[] | Promise<T[]> {
  const ready = answers.filter((answer): answer is T => !(answer instanceof Promise));
  return ready.length === answers.length ? ready : Promise.all(answers.map(async (answer) => answer));
}
