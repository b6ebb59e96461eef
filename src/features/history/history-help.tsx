import { Button } from '../../ui/button.tsx';

/** What the search understands, each line an example to press. */
export function HistoryHelp({ onTry }: { onTry: (query: string) => void }) {
  return (
    <div className="history-help">
      <p>
        Words are looked for in names, ids, payloads, responses and logs; all must occur. Filters narrow it
        down; a minus before one turns it round.
      </p>
      <dl>
        {examples.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <Button size="small" variant="ghost" className="mono" onClick={() => onTry(query)}>
                {query}
              </Button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const examples: readonly (readonly [query: string, meaning: string])[] = [
  ['fn:orders', 'function or qualifier; fn:a,b is either'],
  ['outcome:error', 'success, error, rejected, unknown, cancelled …'],
  ['after:yesterday', 'also before: and on:, with 2026-05-31, 14:30, 2h, 7d'],
  ['>1s', 'round trip; duration:<200ms is the function’s own'],
  ['is:favourite', 'also is:running and is:interrupted'],
  ['status:429', 'also type:, error:, version:, region:, connection:, request:'],
  ['-fn:hello "two words"', 'all but hello, with these words together'],
];
