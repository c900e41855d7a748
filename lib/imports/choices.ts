/** What the importer chose on the preview, by the key of the question. */
export type Choices = Readonly<Record<string, string>>;
