"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { WriterContext } from "@/components/form/writer-context";
import { Icon } from "@/components/icon";
import type { Role } from "@/prisma/generated/enums";
import { NavLink } from "./nav-link";
import { placesOf } from "./navigation";
import { SearchBox } from "./search-box";
import { SignOut } from "./sign-out";
import { useAppLinks } from "./use-app-links";
import { useClosingMenus } from "./use-closing-menus";
import { useFocusAfterAction } from "./use-focus-after-action";
import { useKeptFilters } from "./use-kept-filters";

type Person = { userId: string; name: string; role: Role; organisation: string };

const side = "place-beside";
const bottom = "place-below";

/**
 * The frame of the signed-in area: side navigation on a desk, bottom bar on a phone. A client component, so that a page
 * carries it once, as HTML, and not as data for its script too.
 */
export function Shell({
  person,
  unread,
  notice,
  children,
}: {
  person: Person;
  unread: ReactNode;
  notice: ReactNode;
  children: ReactNode;
}) {
  useAppLinks();
  const path = usePathname();
  useClosingMenus(path);
  useKeptFilters(person.userId);
  useFocusAfterAction();
  const places = placesOf(person.role);
  const barPlaces = places.slice(0, 4);
  const otherPlaces = places.slice(4);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] print:block">
      <a href="#isi" className="button button-main absolute top-2 left-2 z-20 -translate-y-24 focus:translate-y-0">
        Langsung ke isi
      </a>
      <aside className="no-print hidden border-r border-line bg-surface lg:block">
        <div data-in-app className="sticky top-0 flex h-dvh flex-col gap-2 p-3">
          <p className="px-3 pt-1 text-xl font-bold text-accent">Lokmin</p>
          <SearchBox places={places} />
          <nav aria-label="Utama" className="-mx-3 flex min-h-24 flex-1 flex-col overflow-y-auto px-3 py-1">
            {places.map((place) => (
              <NavLink key={place.href} href={place.href} path={path} className={side}>
                <Icon name={place.icon} />
                {place.label}
              </NavLink>
            ))}
          </nav>
          <div className="border-t border-line pt-2 text-sm">
            <p className="truncate px-3 font-semibold">{person.name}</p>
            <p className="truncate px-3 pb-2.5 text-muted">{person.organisation}</p>
            <NavLink href="/pemberitahuan" path={path} className={side}>
              <span className="relative">
                <Icon name="bell" />
                {unread}
              </span>
              Pemberitahuan
            </NavLink>
            <div className="flex flex-wrap justify-between">
              <NavLink href="/akun" path={path} className={side}>
                <Icon name="user" />
                Akun saya
              </NavLink>
              <SignOut className={side} />
            </div>
          </div>
        </div>
      </aside>
      <header
        data-in-app
        className="no-print flex items-center justify-between gap-3 border-b border-line px-4 py-2 lg:hidden"
      >
        <p className="shrink-0 text-lg font-bold text-accent">Lokmin</p>
        <p className="truncate text-sm text-muted">{person.organisation}</p>
        <NavLink
          href="/pemberitahuan"
          path={path}
          className="ml-auto flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 text-muted no-underline aria-[current=page]:text-accent"
        >
          <span className="relative">
            <Icon name="bell" />
            {unread}
          </span>
          <span className="sr-only">Pemberitahuan</span>
        </NavLink>
      </header>
      <main
        id="isi"
        tabIndex={-1}
        className="mx-auto w-full max-w-300 px-4 pt-5 pb-36 outline-none lg:px-8 lg:pt-8 lg:pb-24"
      >
        <WriterContext value={person.userId}>{children}</WriterContext>
      </main>
      {notice}
      <nav
        data-in-app
        aria-label="Utama, bawah"
        className="place-bar no-print fixed inset-x-0 bottom-0 z-10 border-t border-line bg-surface lg:hidden"
      >
        <div className="flex">
          {barPlaces.map((place) => (
            <NavLink key={place.href} href={place.href} path={path} className={bottom}>
              <Icon name={place.icon} className="size-6" />
              {place.label}
            </NavLink>
          ))}
          <details data-menu className="group flex flex-1">
            <summary className={`${bottom} list-none [&::-webkit-details-marker]:hidden`}>
              <Icon name="more" className="size-6" />
              Lainnya
            </summary>
            <div className="absolute inset-x-0 bottom-full max-h-[75dvh] overflow-y-auto border-t border-line bg-surface p-3 shadow-lg">
              <p className="px-3 pb-2 text-sm text-muted">
                {person.name}, {person.organisation}
              </p>
              <NavLink href="/cari" path={path} className={side}>
                <Icon name="search" />
                Cari
              </NavLink>
              {barPlaces.map((place) => (
                <NavLink key={place.href} href={place.href} path={path} className={`${side} place-folded`}>
                  <Icon name={place.icon} />
                  {place.label}
                </NavLink>
              ))}
              {otherPlaces.map((place) => (
                <NavLink key={place.href} href={place.href} path={path} className={side}>
                  <Icon name={place.icon} />
                  {place.label}
                </NavLink>
              ))}
              <NavLink href="/akun" path={path} className={side}>
                <Icon name="user" />
                Akun saya
              </NavLink>
              <SignOut className={`${side} w-full`} />
            </div>
          </details>
        </div>
      </nav>
    </div>
  );
}
