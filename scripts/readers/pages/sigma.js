import { Graph } from 'graphology';
import Sigma from 'sigma';
import { contentsBy } from './drawn-by-sigma.js';

globalThis.contentsOf = (text) => contentsBy(Sigma, Graph, text);
