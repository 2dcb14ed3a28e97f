#!/bin/sh
# Makes, at the first start, what Klaxon and Alertmanager need of each other: a key that Klaxon seals its
# secrets with, an admin, and a key by which Alertmanager may send alerts. Later starts find them.
set -eu
umask 077
klaxon=${KEYS:-/keys}/klaxon
alertmanager=${KEYS:-/keys}/alertmanager

if [ ! -s "$klaxon/secret" ]; then
  node --print 'require("node:crypto").randomBytes(32).toString("base64")' >"$klaxon/secret"
fi
if [ ! -e "$klaxon/admin" ]; then
  node apps/server/src/main.ts create-admin --email "$ADMIN_EMAIL"
  touch "$klaxon/admin"
fi
if [ ! -s "$alertmanager/key" ]; then
  make_key() {
    node apps/server/src/main.ts create-integration --name "$1" >"$alertmanager/new"
  }
  # Its name is taken where a start was broken off, or the key's volume lost: nobody knows that key any more.
  make_key Alertmanager || make_key "Alertmanager $(date -u +%FT%TZ)"
  mv "$alertmanager/new" "$alertmanager/key"
fi

# Each reads its own, as the account that it runs under: node and nobody.
chown -R 1000:1000 "$klaxon"
chown -R 65534:65534 "$alertmanager"
