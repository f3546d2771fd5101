// File types and encodings of N/file, and the type a file name stands for.

export const FILE_TYPES: readonly string[] = (
  'APPCACHE AUTOCAD BMPIMAGE CERTIFICATE CONFIG CSV EXCEL FLASH FREEMARKER GIFIMAGE GZIP HTMLDOC ICON JAVASCRIPT ' +
  'JPGIMAGE JSON MESSAGERFC MP3 MPEGMOVIE MSPROJECT PDF PJPGIMAGE PLAINTEXT PNGIMAGE POSTSCRIPT POWERPOINT ' +
  'QUICKTIME RTF SCSS SMS STYLESHEET SVG TAR TIFFIMAGE VISIO WEBAPPPAGE WEBAPPSCRIPT WORD XMLDOC XSD ZIP'
).split(' ');

export const ENCODINGS: ReadonlyArray<readonly [string, string]> = [
  ['UTF_8', 'UTF-8'],
  ['WINDOWS_1252', 'windows-1252'],
  ['ISO_8859_1', 'ISO-8859-1'],
  ['GB18030', 'GB18030'],
  ['SHIFT_JIS', 'SHIFT_JIS'],
  ['MAC_ROMAN', 'MacRoman'],
  ['GB2312', 'GB2312'],
  ['BIG5', 'Big5'],
];

const TEXT_TYPES: ReadonlySet<string> = new Set(
  'APPCACHE CONFIG CSV FREEMARKER HTMLDOC JAVASCRIPT JSON MESSAGERFC PLAINTEXT POSTSCRIPT RTF SCSS SMS STYLESHEET SVG WEBAPPPAGE WEBAPPSCRIPT XMLDOC XSD'.split(
    ' ',
  ),
);

const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['txt', 'PLAINTEXT'],
  ['log', 'PLAINTEXT'],
  ['js', 'JAVASCRIPT'],
  ['xml', 'XMLDOC'],
  ['html', 'HTMLDOC'],
  ['htm', 'HTMLDOC'],
  ['css', 'STYLESHEET'],
  ['svg', 'SVG'],
  ['pdf', 'PDF'],
  ['zip', 'ZIP'],
  ['gz', 'GZIP'],
  ['xls', 'EXCEL'],
  ['xlsx', 'EXCEL'],
  ['png', 'PNGIMAGE'],
  ['jpg', 'JPGIMAGE'],
  ['gif', 'GIFIMAGE'],
]);

/** Contents of other types are base64. */
export function isTextType(fileType: string): boolean {
  return TEXT_TYPES.has(fileType);
}

/** The type for a file name's extension; plain text where it says nothing. [assumed] */
export function fileTypeOf(name: string): string {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return EXTENSIONS.get(extension) ?? 'PLAINTEXT';
}
