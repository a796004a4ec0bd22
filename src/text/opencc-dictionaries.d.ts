/** Dictionaries of OpenCC: pairs "FROM TO", separated by "|". */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
