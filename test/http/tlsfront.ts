import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';

export const OPENSSL = '/usr/bin/openssl';
export const hasOpenssl = existsSync(OPENSSL);

/** Paths of a certificate that vouches for itself and these names, and of its key. */
export type Certificate = { certificate: string; key: string };

/** Made anew for each test: no key lies in the project. `names` as in a certificate: `DNS:…` or `IP:…`. */
export function makeCertificate(folder: string, names: string[]): Certificate {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  execFileSync(
    OPENSSL,
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=Telewire test', '-addext', `subjectAltName=${names}`],
      ...['-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
  return { certificate, key };
}

/** A server that speaks TLS on loopback, before one that does not. */
export type TlsFront = {
  port: number;
  /** The names that it was called by. */
  names: string[];
  close(): void;
};

export async function openTlsFront(
  behind: number,
  { certificate, key }: Certificate,
): Promise<TlsFront> {
  const names: string[] = [];
  const server = createServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (socket) => {
      names.push(String(socket.servername));
      const onward = connect(behind, '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
    },
  );
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    names,
    close: () => void server.close(),
  };
}
