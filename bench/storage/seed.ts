/** Puts 49,664 runs and 10,000 presets where the console keeps them; runs in the page, on its own database. */
export const seed = `(async () => {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('invoke-console');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const ended = (tx) => new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error);
  });
  const bytes = new TextEncoder().encode(JSON.stringify({ order: 'ord_8812', items: Array(40).fill({ sku: 'A-1', n: 1 }) }));
  const newest = Date.now() - 60_000;
  const summaryOf = (age) => {
    const startedAt = newest - age * 90_000;
    const id = startedAt.toString(36).padStart(9, '0') + '-' + crypto.randomUUID();
    return { v: 1, id, sessionId: 'bench', draftId: 'bench', state: 'done', outcome: age % 9 ? 'success' : 'function-error',
      startedAt, endedAt: startedAt + 120, functionName: 'orders-' + (age % 37), qualifier: age % 3 ? 'live' : '',
      invocationType: 'RequestResponse', connectionName: 'Local', region: 'us-east-1', endpoint: null,
      requestBytes: bytes.length, responseBytes: bytes.length, roundTripMs: age % 1500, durationMs: age % 900,
      statusCode: 200, executedVersion: '$LATEST', requestId: crypto.randomUUID(), errorCode: null };
  };
  const bodyOf = (summary) => ({ v: 1, id: summary.id, attempts: [], prepared: null,
    request: { functionName: summary.functionName, qualifier: summary.qualifier, invocationType: 'RequestResponse',
      tailLog: true, stream: false, tenantId: '', durableExecutionName: '', traceId: '', retryMode: 'safe',
      clientContext: '', connectionName: 'Local', region: 'us-east-1', endpoint: null, payload: { bytes } },
    result: { ok: true, output: { statusCode: 200, headers: {} }, payload: { bytes } } });
  for (let page = 0; page < 97; page += 1) {
    const tx = db.transaction(['runSummaries', 'runPages', 'runBodies'], 'readwrite');
    const summaries = Array.from({ length: 512 }, (_none, index) => summaryOf(page * 512 + index)).reverse();
    for (const summary of summaries) tx.objectStore('runBodies').put(bodyOf(summary), summary.id);
    if (page < 2) for (const summary of summaries) tx.objectStore('runSummaries').put(summary, summary.id);
    else tx.objectStore('runPages').put({ v: 1, summaries }, summaries[0].id);
    await ended(tx);
  }
  const tx = db.transaction(['presets', 'presetBodies'], 'readwrite');
  for (let number = 0; number < 10_000; number += 1) {
    const id = crypto.randomUUID();
    const shared = { name: 'Preset ' + number, tags: ['t' + (number % 50)] };
    const request = { functionName: 'orders-' + (number % 400), qualifier: '', invocationType: 'RequestResponse' };
    tx.objectStore('presets').put({ v: 1, id, revision: 1, ...shared, ...request, payloadBytes: 12 }, id);
    tx.objectStore('presetBodies').put({ v: 1, preset: { id, ...shared, description: '', target: null, request: { ...request,
      logType: 'Tail', payload: '{"number":' + number + '}', payloadEncoding: 'utf8', clientContext: '', tenantId: null,
      durableExecutionName: null, stream: false } } }, id);
  }
  await ended(tx);
  db.close();
})()`;
