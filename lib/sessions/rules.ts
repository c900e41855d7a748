export const idleHours = 12;

export const longestHours = 7 * 24;

const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export function deviceName(userAgent: string): string {
  const known = userAgent.slice(0, 400);
  const named = (list: [RegExp, string][]) => list.find(([form]) => form.test(known))?.[1];
  const [browser, system] = [named(browsers), named(systems)];
  return browser && system ? `${browser} di ${system}` : (browser ?? system ?? "Perangkat tidak dikenal");
}

/** The beginning of an address, by which its user knows the network and nobody else the house: "103.28.…". */
export function shortAddress(network: string): string | null {
  const four = /(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(network);
  if (four) return `${four[1]}.${four[2]}.…`;
  const [first, second] = network.split(":");
  return first && second && /^[0-9a-f]{1,4}$/i.test(first) && /^[0-9a-f]{1,4}$/i.test(second)
    ? `${first}:${second}:…`
    : null;
}
