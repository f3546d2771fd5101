// The words of scanning.

import { defineText } from '../text/define-text.ts';

export const SCAN_TEXT = defineText(
  {
    scan: 'Scan with the camera',
    scanMore: 'Hold the bar code into the picture. It is read by itself.',
    picture: 'What the camera sees',
    noCamera: 'The camera cannot be used',
    noCameraMore: 'Allow it for this page in the browser, or type the code.',
  },
  {
    scan: 'Mit der Kamera scannen',
    scanMore: 'Halten Sie den Strichcode ins Bild. Er wird von selbst gelesen.',
    picture: 'Was die Kamera sieht',
    noCamera: 'Die Kamera ist nicht verfügbar',
    noCameraMore: 'Erlauben Sie sie im Browser für diese Seite, oder tippen Sie den Code.',
  },
);
