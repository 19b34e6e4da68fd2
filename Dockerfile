# syntax=docker/dockerfile:1
# docker build -t ledgergate . ; docs/deployment.md tells how to run it.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY .swcrc tsconfig.json LICENSE ./
COPY schema ./schema
COPY src ./src
RUN node src/cli/prepare.cjs --build && node src/cli/console.cjs && npm prune --omit=dev --no-audit --no-fund
# What compiles is of no use any more; without a lock the program neither installs nor compiles (src/cli/prepare.cjs).
RUN rm -rf node_modules/@swc package-lock.json .npmrc .swcrc tsconfig.json dist/*.json \
  && find src -type f ! -path 'src/cli/*.cjs' ! -path 'src/server/graphiql/client/*' -delete \
  && find src -type d -empty -delete

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
# The user node of the image has this number; Kubernetes wants a number to know that it is not root.
RUN mkdir -m 0700 /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli/ledgergate.cjs"]
CMD ["serve"]
