# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Node.js itself is in the image already, and TDLib is only asked by tests: neither belongs into it a second time.
RUN npm ci --omit=dev --no-audit --no-fund \
    && rm -rf node_modules/node-linux-* node_modules/@prebuilt-tdlib node_modules/.bin package-lock.json .npmrc \
    && npm cache clean --force
COPY bin ./bin
COPY src ./src

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Telewire" \
      org.opencontainers.image.description="A self-hosted newswire for Telegram" \
      org.opencontainers.image.licenses="MIT"
# Two arenas for malloc: pictures pass through many threads, and each would keep memory of its own.
ENV NODE_ENV=production DATA_DIR=/data PORT=8080 MALLOC_ARENA_MAX=2
WORKDIR /app
# The program itself belongs to root: what runs as node can write to /data, and nowhere else.
# `docker compose exec telewire telewire backup /data/copy.db`
RUN install -d -o node -g node -m 700 /data \
    && ln -s /app/bin/telewire.js /usr/local/bin/telewire
COPY --from=build /app ./
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/telewire.js"]
