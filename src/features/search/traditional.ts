import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** 融資租賃 as 融资租赁; other text as it is. */
export const toSimplified = (text: string): string => (/\p{Script=Han}/u.test(text) ? convert(text) : text);
