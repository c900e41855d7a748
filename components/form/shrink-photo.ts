/** The edge a photo is kept at: more would be sent for nothing. */
const longestEdge = 2000;
/** What is smaller gains little. */
const worthShrinking = 600 * 1024;

/** A photo as small as it will be kept, upright; the file itself where it is no photo, or the device cannot. */
async function shrinkPhoto(file: File): Promise<File> {
  if (file.size < worthShrinking || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    if (!pen) return file;
    // What is transparent would turn black.
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    if (!small || small.size >= file.size) return file;
    const name = `${file.name.replace(/\.[^.]{1,5}$/, "")}.jpg`;
    return new File([small], name, { type: "image/jpeg", lastModified: file.lastModified });
  } catch {
    return file;
  }
}

/** One after the other: a cheap phone has memory for one large picture. */
export async function shrinkPhotos(files: readonly File[]): Promise<File[]> {
  const small: File[] = [];
  for (const file of files) small.push(await shrinkPhoto(file));
  return small;
}

/** Lets a form that is sent meanwhile wait until the work on its files is done. */
export async function holdForm<T>(form: HTMLFormElement | null, work: () => Promise<T>): Promise<T> {
  let isSent = false;
  const wait = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    isSent = true;
  };
  form?.addEventListener("submit", wait, { capture: true });
  try {
    return await work();
  } finally {
    form?.removeEventListener("submit", wait, { capture: true });
    // Once the files are in their field.
    if (isSent) setTimeout(() => form?.requestSubmit());
  }
}
