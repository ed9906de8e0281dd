import { Graph } from 'graphology';
import Sigma from 'sigma-4';
import { contentsBy } from './drawn-by-sigma.js';

globalThis.contentsOf = (text) => contentsBy(Sigma, Graph, text);
