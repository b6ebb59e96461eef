import type { ConnectionStore } from '../../state/connection-types.ts';
import { isRelayed, type RelayStore } from '../../state/relay-consent.ts';
import { relayOffer } from '../../state/relay-offer.ts';
import type { Connection } from '../../state/types.ts';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';

export interface RelaySettingProps {
  connection: Connection;
  connections: ConnectionStore;
  relay: RelayStore;
}

/** The consent to the relay, given or taken back; absent where the relay is no question. */
export function RelaySetting({ connection, connections, relay }: RelaySettingProps) {
  const local = useStore(connections, (state) => state.local);
  const isOn = useStore(relay, (state) => isRelayed(state, connection));
  const offer = relayOffer(connection, local);
  if (offer.kind === 'not-needed' || (offer.kind === 'no-server' && !isOn)) return null;
  const restart = offer.kind === 'not-named' ? `npm start -- --endpoint ${offer.origin}` : undefined;
  return (
    <Switch
      label="Use the relay"
      checked={isOn}
      hint="For endpoints that let no web page read their answers (CORS): requests go through this page’s own server, signed as before and unchanged."
      disabledReason={
        restart === undefined || isOn
          ? undefined
          : `The relay does not serve this endpoint. Restart with: ${restart}`
      }
      onChange={(on) => relay.getState().actions.allow(connection, on)}
    />
  );
}
