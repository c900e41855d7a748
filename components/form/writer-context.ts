"use client";

import { createContext } from "react";

/** The user who fills the forms of this page, by id: what is kept of them is shown to nobody else. */
export const WriterContext = createContext("");
