/** An error of the function's own domain: its name becomes the `errorType` of the answer. */
class OrderNotFoundError extends Error {
  name = 'OrderNotFoundError';
}

/**
 * Fails in the way that `{ "how": "..." }` names: `throw` (the default), `reject` with something that is no
 * Error, `unhandled` rejection, `exit`, or `callback` from the days before async handlers.
 */
export const handler = (event, context, callback) => {
  switch (event?.how) {
    case 'reject':
      return Promise.reject('only a string');
    case 'unhandled':
      Promise.reject(new Error('nobody waits for this promise'));
      return new Promise(() => {});
    case 'exit':
      return process.exit(event.code ?? 1);
    case 'callback':
      return callback(new OrderNotFoundError(`callback: no order ${event.order ?? 42}`));
    default:
      throw new OrderNotFoundError(`There is no order ${event?.order ?? 42}.`);
  }
};
