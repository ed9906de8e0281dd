import { render } from 'preact';
import 'virtual:palette.css';
import './styles/index.css';
import { App } from './views/app.tsx';
import { language } from './words/format.ts';

document.documentElement.lang = language;
const root = document.getElementById('root');
if (root !== null) render(<App />, root);
