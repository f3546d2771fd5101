// What the simulator does and where that is from, assumed behaviour first; read from its own code.

import { ORDER, about, byFile, firstOf } from '../honesty/behaviour-page.ts';
import { readMarkings } from '../honesty/markings.ts';
import type { Marking } from '../honesty/markings.ts';
import type { Page } from './frame.ts';
import { html } from './html.ts';

let known: readonly Marking[] | null = null;

export function behaviourPage(): Page {
  known ??= readMarkings();
  const markings = known;
  return {
    title: 'Behaviour, and where it is from',
    section: 'behaviour',
    body: html`${ORDER.map((source) => {
      const marked = markings.filter(({ sources }) => firstOf(sources) === source);
      return html`<h2 id="${source}">${source} (${marked.length})</h2>
        <p class="mute">${about(source)}</p>
        <dl class="fields">
          ${byFile(marked).map(
            ([file, texts]) =>
              html`<div>
                <dt>${file}</dt>
                ${texts.map((text) => html`<dd>${text}</dd>`)}
              </div>`,
          )}
        </dl>`;
    })}`,
  };
}
