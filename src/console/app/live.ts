import { useEffect, useRef, useState } from "react";
import { somethingChanged } from "./fresh";
import { useWords } from "./words";

/**
 * What others do in the company is seen at once: whatever is on the screen asks again. One stream while the page is looked at,
 * since a browser has few connections; from where it was, when it is looked at again. True: events do not come just now, and what
 * is shown is asked for from time to time.
 */
export function useLive(company: string): boolean {
  const { language } = useWords();
  const [lost, setLost] = useState(false);
  const cursor = useRef<{ readonly company: string; readonly after: string } | null>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let away = false;
    const begin = async () => {
      // Nothing of it is wanted for the first screen.
      const { listen } = await import("./listen");
      if (away || stop || document.visibilityState !== "visible") return;
      const from = cursor.current?.company === company ? cursor.current.after : null;
      stop = listen(company, from, language, {
        event: (after, isNews) => {
          cursor.current = { company, after };
          if (isNews) somethingChanged();
        },
        connected: (connected) => setLost(!connected),
      });
    };
    const looked = () => {
      if (document.visibilityState === "visible") void begin();
      else {
        stop?.();
        stop = undefined;
      }
    };
    document.addEventListener("visibilitychange", looked);
    looked();
    return () => {
      away = true;
      document.removeEventListener("visibilitychange", looked);
      stop?.();
    };
  }, [company, language]);
  return lost;
}
