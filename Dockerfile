# The server: compiled, with what it needs to run and nothing else. README.md describes how to run it with Neo4j. Alone, it
# serves the embedded graph: docker build --tag rolegraph . && docker run --rm --publish 127.0.0.1:4000:4000 rolegraph

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY schema schema
COPY fonts fonts
COPY pages pages
COPY explorer explorer
COPY site site
COPY docs docs
COPY README.md CHANGELOG.md CONTRIBUTING.md ./
RUN npm run build

FROM node:24-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
# Declarations and source maps are a third of what npm installs; only compilers and debuggers read them.
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev \
 && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.map' \) -delete

# Node.js without npm and yarn, which a server does not need, and whose packages scanners report.
FROM node:24-bookworm-slim AS node
RUN rm -rf /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/corepack /opt/yarn* \
 && cd /usr/local/bin && rm -f npm npx corepack yarn yarnpkg

# As one layer, without what was removed.
FROM scratch
COPY --from=node / /
LABEL org.opencontainers.image.title="Rolegraph" \
      org.opencontainers.image.description="A role knowledge graph served over GraphQL" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY cypher cypher
COPY examples examples
COPY fonts fonts
COPY pages pages
COPY seed seed
COPY --from=build /app/dist dist
COPY --from=build /app/explorer/dist explorer/dist
COPY --from=build /app/site/dist site/dist

# What the embedded graph keeps of imports; with NEO4J_URI nothing is written here. Nothing else is written at all, so the
# file system may be read-only. Whoever runs the server may write here, so that it may run as any user.
RUN mkdir /data && chown node:node /data && chmod 777 /data
VOLUME /data
# By number, so that Kubernetes can check that it is not root (runAsNonRoot).
USER 1000
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=4000 \
    ROLEGRAPH_DATA=/data
EXPOSE 4000

# Whether the process answers at all: a database that is away is no reason to replace the server, see /ready for that.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then(({ ok }) => process.exit(ok ? 0 : 1))"]

# In exec form, so that Node.js itself gets SIGTERM. The heap may take three fifths of the container's memory; otherwise, it may
# grow beyond the memory of a small container, which is killed then.
ENTRYPOINT ["node", "--max-old-space-size-percentage=60", "bin/rolegraph.js"]
CMD ["serve"]
