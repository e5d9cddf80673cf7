import type { Detector } from '../detector.ts';
import { prefixWallets } from './wallet-prefixes.ts';
import { tokenWallets } from './wallet-tokens.ts';

/** Every detector of wallets: addresses as CRYPTO_WALLET, private keys as SECRET. */
export const walletDetectors: readonly Detector[] = [...prefixWallets, ...tokenWallets];
