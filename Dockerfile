# The console as an image: docker build -t drey . (README.md, «As a container»)
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run generate && npm run build

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /src/.next/standalone ./
RUN mkdir /data && chown node:node /data
# Inside a container loopback is the container's own: listen on all addresses, and publish the port on loopback only.
ENV NODE_ENV=production DREY_HOST=0.0.0.0 DREY_PORT=3000 DREY_DATA_DIR=/data
VOLUME /data
USER node
EXPOSE 3000
# Next's server takes its address from HOSTNAME, which a container runtime sets to the container's name.
CMD ["sh", "-c", "HOSTNAME=$DREY_HOST PORT=$DREY_PORT exec node --max-semi-space-size=8 --heap-growing-percent=25 server.js"]
