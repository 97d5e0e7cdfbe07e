# The relay of segment-tiktok-destinations. Mount its configuration at /etc/relay/relay.json, with "host": "0.0.0.0".
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsdown.config.ts ./
COPY src ./src
RUN npm run build && npm pack

FROM node:22-slim
ENV NODE_ENV=production PATH=/relay/node_modules/.bin:$PATH
WORKDIR /relay
COPY --from=build /build/segment-tiktok-destinations-*.tgz /tmp/
# The queued mode needs NATS's client. The folder is for the direct mode: set "deadLetterFolder" to /var/lib/relay.
RUN npm install --ignore-scripts --no-audit --no-fund \
      /tmp/segment-tiktok-destinations-*.tgz @nats-io/transport-node@3 @nats-io/jetstream@3 \
  && npm cache clean --force && rm /tmp/*.tgz \
  && install --directory --owner=node --group=node /var/lib/relay
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["segment-tiktok"]
CMD ["relay", "--config", "/etc/relay/relay.json"]
