declare module "libheif-js/wasm-bundle.js" {
  type Pixels = { data: Uint8ClampedArray; width: number; height: number };

  class HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    display(into: Pixels, done: (shown: Pixels | null) => void): void;
    free(): void;
  }

  class HeifDecoder {
    decode(bytes: Uint8Array): HeifImage[];
  }

  const libheif: { HeifDecoder: typeof HeifDecoder };
  export default libheif;
}
