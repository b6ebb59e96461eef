import { headers, register, url } from './target.ts';

register('bare fetch', async (body) => {
  const response = await fetch(url, { method: 'POST', headers, body, cache: 'no-store' });
  return response.arrayBuffer();
});
