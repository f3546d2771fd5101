// Reads bar codes from the camera: with the browser's own reader, or with ours where it has none.

export interface CodeReader {
  /** The first code in the picture. */
  readonly read: (picture: HTMLVideoElement) => Promise<string | null>;
}

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_128', 'code_39', 'qr_code'] as const;

interface Detector {
  readonly detect: (
    picture: HTMLVideoElement,
  ) => Promise<ReadonlyArray<{ readonly rawValue: string }>>;
}
type DetectorClass = new (options: { readonly formats: string[] }) => Detector;

/** Ours is fetched only where it is needed; its compiled part is a file of our own server. */
export async function codeReader(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? (await bundledDetector());
  return {
    read: async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null,
  };
}

async function ownDetector(): Promise<Detector | null> {
  // No declaration of browsers has it yet.
  const { BarcodeDetector: Own } = globalThis as unknown as {
    readonly BarcodeDetector?: DetectorClass & {
      readonly getSupportedFormats: () => Promise<readonly string[]>;
    };
  };
  if (Own === undefined) return null;
  const supported = await Own.getSupportedFormats();
  const formats = FORMATS.filter((format) => supported.includes(format));
  return formats.includes('ean_13') ? new Own({ formats }) : null;
}

async function bundledDetector(): Promise<Detector> {
  const [{ BarcodeDetector, prepareZXingModule }, { default: wasm }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return new BarcodeDetector({ formats: [...FORMATS] });
}

/** The camera at the back, running in the element. @returns a function that switches it off */
export async function startCamera(element: HTMLVideoElement): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
    audio: false,
  });
  element.srcObject = stream;
  await element.play();
  return () => {
    for (const track of stream.getTracks()) track.stop();
    element.srcObject = null;
  };
}
