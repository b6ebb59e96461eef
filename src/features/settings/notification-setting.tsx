import { useState } from 'react';
import { Switch } from '../../ui/switch.tsx';

export interface NotificationSettingProps {
  wanted: boolean;
  onChange: (wanted: boolean) => void;
}

/** The only place that asks the browser for its permission, and only when the switch is turned on. */
export function NotificationSetting({ wanted, onChange }: NotificationSettingProps) {
  const [permission, setPermission] = useState(currentPermission);
  const turn = async (on: boolean): Promise<void> => {
    if (!on) {
      onChange(false);
      return;
    }
    const answer = permission === 'default' ? await Notification.requestPermission() : permission;
    setPermission(answer);
    onChange(answer === 'granted');
  };
  const reason = reasons[permission];
  return (
    <Switch
      label="Notify me when a run over 10 seconds ends behind another tab"
      checked={wanted && permission === 'granted'}
      onChange={(on) => void turn(on)}
      {...(reason === undefined ? {} : { disabledReason: reason })}
    />
  );
}

type Permission = NotificationPermission | 'unsupported';

function currentPermission(): Permission {
  return typeof Notification === 'function' ? Notification.permission : 'unsupported';
}

const reasons: Partial<Record<Permission, string>> = {
  denied: 'The browser refuses notifications of this page; its site settings can allow them.',
  unsupported: 'This browser has no notifications.',
};
