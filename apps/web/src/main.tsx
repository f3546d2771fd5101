// Where the browser starts.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/shell.css';
import { STYLE_NONCE } from './ui/nonce.ts';

// The page's policy lets no text become code, which zod would try for speed.
z.config({ jitless: true });

// Components that put styles into the page (scroll locks of dialogs) name the nonce the policy allows.
if (STYLE_NONCE !== null) Object.assign(globalThis, { __webpack_nonce__: STYLE_NONCE });

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
