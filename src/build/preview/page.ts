/** Draws what `npm run preview` was asked for. */
import { mount } from 'svelte';
import shown from 'virtual:preview';
import Preview from './Preview.svelte';
import '$lib/ui/tokens.css';
import '$lib/ui/base.css';

const target = document.getElementById('page');
if (!target) throw new Error('index.html has no place for the page.');
mount(Preview, { target, props: { shown } });
