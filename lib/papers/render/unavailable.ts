/** The renderer is busy, took too long or died: the paper can be asked for again. */
export class RendererUnavailable extends Error {
  override readonly name = "RendererUnavailable";
}
