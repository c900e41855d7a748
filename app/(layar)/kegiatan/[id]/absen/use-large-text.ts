import { useEffect, useState } from "react";

/** Narrower than this in letters' heights, only what is worked with may stay on the screen. */
const narrow = 17;

/** Whether letters are so large that a line holds few of them: at 200 % on a phone. */
export function useLargeText(): boolean {
  const [isLarge, setLarge] = useState(false);
  useEffect(() => {
    const root = document.documentElement;
    const measure = () => setLarge(root.clientWidth / Number.parseFloat(getComputedStyle(root).fontSize) < narrow);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, []);
  return isLarge;
}
