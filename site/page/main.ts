import 'virtual:palette.css';
import './styles/index.css';
import { foldLists } from './folds.ts';
import { connectSearch } from './search-field.ts';
import { watchScrolling } from './scrolling.ts';

const field = document.querySelector<HTMLElement>('search');
if (field !== null) connectSearch(field);
watchScrolling();
foldLists();
