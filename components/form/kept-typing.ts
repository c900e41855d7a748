// What is typed into a form stays on this page of the device until the server has taken it: the session may be over, the
// version new, the server away. It lives as long as the browser's tab.
const prefix = "lokmin-isian ";
const sentKey = "lokmin-terkirim";

/** A page that comes instead of an answer comes soon; later ones have nothing to do with it. */
const soon = 90_000;

export type Typed = [name: string, value: string][];

/** The store that a page may not have: blocked, full. */
function withStore<T>(work: (store: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

/**
 * Names a form on its page by who fills it and what it asks for: the same after a reload. A grid says what its cells are
 * (`data-isian`); what they are of is in the address.
 */
export function keyOf(form: HTMLFormElement, writer: string): string {
  const names = [...new Set(fieldsOf(form).map(({ name }) => name.replace(/\.\d+\./, ".")))].sort().join(" ");
  const same = [...document.forms].filter((other) => other.dataset.isian === form.dataset.isian);
  const { isian } = form.dataset;
  const address = isian === undefined ? location.pathname : location.pathname + location.search;
  return `${prefix}${writer} ${address} ${same.indexOf(form)} ${isian ?? names}`;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields that a person fills; what is hidden, a file, a password or a code for one time is none of ours. */
function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => {
    if (!(element instanceof HTMLInputElement)) return isWritten(element);
    if (element.name === "" || element.autocomplete === "one-time-code") return false;
    return !["hidden", "password", "file", "submit", "button", "reset"].includes(element.type);
  });
}

const isWritten = (element: Element): element is HTMLTextAreaElement | HTMLSelectElement =>
  (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) && element.name !== "";

const isChoice = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");

/** What is in a form now; of a grid the cells that were changed, since others write into the rest. */
export function typedIn(form: HTMLFormElement): Typed {
  const isGrid = form.dataset.isian !== undefined;
  const isTyped = (field: Field) => !(isGrid && "defaultValue" in field && field.value === field.defaultValue);
  return fieldsOf(form)
    .filter(isTyped)
    .map((field) =>
      isChoice(field) ? [`${field.name}=${field.value}`, field.checked ? "1" : ""] : [field.name, field.value],
    );
}

export function keep(key: string, typed: Typed): void {
  withStore((store) => store.setItem(key, JSON.stringify(typed)));
}

export function forget(key: string): void {
  withStore((store) => store.removeItem(key));
}

/** Who signs out by himself leaves nothing behind on the device, of this page or others of the tab. */
export function forgetTyping(): void {
  withStore((store) => {
    for (const key of Object.keys(store)) if (key.startsWith(prefix) || key === sentKey) store.removeItem(key);
  });
}

/** Sent, and not answered yet: of no use once it was taken, needed again where it was not. */
export function setAside(key: string): void {
  withStore((store) => {
    const typed = store.getItem(key);
    if (typed === null) return;
    store.setItem(sentKey, JSON.stringify([key, typed, Date.now()]));
    store.removeItem(key);
  });
}

/** The page that came instead of an answer says that what was sent last was not taken. */
export function putBack(): void {
  withStore((store) => {
    const sent = store.getItem(sentKey);
    if (sent === null) return;
    const [key, typed, at]: [string, string, number] = JSON.parse(sent);
    if (Math.abs(Date.now() - at) < soon) store.setItem(key, typed);
    store.removeItem(sentKey);
  });
}

/** Another form is shown: what was sent last was taken. */
export function forgetSent(): void {
  forget(sentKey);
}

export function read(key: string): Typed | null {
  return withStore((store) => JSON.parse(store.getItem(key) ?? "null"));
}

/**
 * Puts what was kept into the form, as if it were typed.
 * @returns whether anything of it is shown now that was not before
 */
export function restore(form: HTMLFormElement, kept: Typed): boolean {
  const left = [...kept];
  let changed = false;
  for (const field of fieldsOf(form)) {
    const name = isChoice(field) ? `${field.name}=${field.value}` : field.name;
    const index = left.findIndex(([one]) => one === name);
    const [[, value] = ["", ""]] = index < 0 ? [] : left.splice(index, 1);
    if (index < 0) continue;
    if (isChoice(field) ? field.checked === (value === "1") : field.value === value) continue;
    changed = true;
    if (isChoice(field)) field.click();
    else write(field, value);
  }
  return changed;
}

/** React hears of a value only where its own setter is passed by. */
function write(field: Field, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}
