// The words of the component base.

import { defineText } from '../text/define-text.ts';

export const UI_TEXT = defineText(
  {
    close: 'Close',
    back: 'Back',
    search: 'Search …',
    nothingFound: 'Nothing found',
    loading: 'Loading',
    loadingMore: 'Loading more …',
    allShown: { one: '{count} row', other: '{count} rows' },
    tryAgain: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    noConnection: 'No connection to the server',
    noConnectionMore:
      'What was loaded stays on the screen. It goes on by itself when the connection is back.',
    otherSystem: 'Another system does not answer',
    noRight: 'Not for your role',
    noRightMore: 'Your account lacks the right to see this. An administrator can give it to you.',
    notThere: 'There is nothing here',
    notThereMore: 'It may have been removed, or the address is mistyped.',
    serverError: 'Something went wrong on our side',
    serverErrorMore:
      'It was written down. If it stays, tell the people who run Sendsale this reference:',
    conflict: 'Somebody else was faster',
    reload: 'Reload and compare',
    keepEditing: 'Keep my version',
    theirs: 'Now there',
    yours: 'Yours',
  },
  {
    close: 'Schließen',
    back: 'Zurück',
    search: 'Suchen …',
    nothingFound: 'Nichts gefunden',
    loading: 'Wird geladen',
    loadingMore: 'Mehr wird geladen …',
    allShown: { one: '{count} Zeile', other: '{count} Zeilen' },
    tryAgain: 'Erneut versuchen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    noConnection: 'Keine Verbindung zum Server',
    noConnectionMore:
      'Was geladen war, bleibt stehen. Es geht von selbst weiter, sobald die Verbindung zurück ist.',
    otherSystem: 'Ein anderes System antwortet nicht',
    noRight: 'Nicht für Ihre Rolle',
    noRightMore:
      'Ihrem Konto fehlt das Recht dazu. Eine Administratorin oder ein Administrator kann es geben.',
    notThere: 'Hier ist nichts',
    notThereMore: 'Es wurde vielleicht entfernt, oder die Adresse ist vertippt.',
    serverError: 'Bei uns ist etwas schiefgegangen',
    serverErrorMore:
      'Es wurde festgehalten. Wenn es bleibt, nennen Sie den Betreibern von Sendsale diese Kennung:',
    conflict: 'Jemand anderes war schneller',
    reload: 'Neu laden und vergleichen',
    keepEditing: 'Meine Fassung behalten',
    theirs: 'Jetzt dort',
    yours: 'Ihre',
  },
);
