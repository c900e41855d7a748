"use client";

/** The child of `parent` that holds `node`: a translator wraps texts in elements of its own. */
function childHolding(parent: Node, node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parentNode) if (at.parentNode === parent) return at;
  return null;
}

/**
 * A browser that translates a page moves React's texts into elements of its own; the next change of the page would fail
 * and take the page away (react issue 11538). Here the element that holds the text is taken instead.
 */
function tolerateTranslation(): void {
  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode === this) return removeChild.call(this, child) as T;
    const holder = childHolding(this, child);
    if (holder) removeChild.call(this, holder);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(this: Node, added: T, before: Node | null): T {
    const place = before && before.parentNode !== this ? childHolding(this, before) : before;
    return insertBefore.call(this, added, place) as T;
  };
}

if (typeof Node === "function") tolerateTranslation();

/** Part of the layout, so that its module is loaded before anything is drawn. */
export function TranslatedPage() {
  return null;
}
