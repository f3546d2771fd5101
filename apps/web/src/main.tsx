// Where the browser starts.

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import './style/tokens.css';
import './style/base.css';
import './style/parts.css';
import './style/shell.css';

// The page's policy lets no text become code, which zod would try for speed.
z.config({ jitless: true });

// Components that put styles into the page (scroll locks of dialogs) name the nonce the policy allows.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content');
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
