import { afterEach, expect, test, vi } from "vitest";
import { typedIn } from "@/components/form/kept-typing";

class Input {
  name = "";
  type = "text";
  value = "";
  autocomplete = "";
}

/** Nothing of it is an input of this page. */
class Other {}

afterEach(() => vi.unstubAllGlobals());

test("no password, file or code for one time stays on the device", () => {
  vi.stubGlobal("HTMLInputElement", Input);
  vi.stubGlobal("HTMLTextAreaElement", Other);
  vi.stubGlobal("HTMLSelectElement", Other);
  const input = (given: Partial<Input>) => Object.assign(new Input(), given);
  const elements = [
    input({ name: "title", value: "Camat" }),
    input({ name: "code", value: "123456", autocomplete: "one-time-code" }),
    input({ name: "password", value: "rahasia", type: "password" }),
    input({ name: "file", value: "C:\\fakepath\\ktp.jpg", type: "file" }),
  ];
  const form = formOf(elements);
  expect(typedIn(form)).toEqual([["title", "Camat"]]);
});

function formOf(elements: Input[]): HTMLFormElement {
  return Object.create({ elements, dataset: {} });
}
