import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';
import { typeDefs } from './type-definitions.mjs';

/** @neo4j/graphql served by GraphQL Yoga on loopback: PORT, NEO4J_URI. Numbers are taken as they are by both sides. */
const driver = neo4j.driver(process.env['NEO4J_URI'], undefined, { disableLosslessIntegers: true });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const yoga = createYoga({ schema, logging: false, graphiql: false, landingPage: false, context: () => ({}) });
createServer(yoga).listen(Number(process.env['PORT']), '127.0.0.1');
