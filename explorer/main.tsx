import { render } from 'preact';
import 'virtual:palette.css';
import './styles/index.css';
import { App } from './views/app.tsx';

const root = document.getElementById('root');
if (root !== null) render(<App />, root);
