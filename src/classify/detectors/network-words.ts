import { listOf } from '../word-list.ts';

/** Words that stand with IP addresses. */
export const networkWords: readonly string[] = listOf(`
  ip, ips, ipv, ipv4, ipv6, ip address, ip addresses, ipaddress, ipaddr, internet protocol, host, hosts, hostname, server,
  dns, address, addr, gateway, subnet, netmask, ping, connect, connected, connection, peer, remote, client, listen, listening,
  inet, inet6, nameserver, proxy, firewall, vpn, router, adresse ip, dirección ip, indirizzo ip, endereço ip, ip-adresse,
  ip-adres, adres ip, ip-адрес, ipアドレス, ip地址
`);
