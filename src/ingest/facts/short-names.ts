/** Short names that a text defines directly after a name: 天津滨海柜台交易市场（以下简称天津OTC）. */
export function readShortNames(text: string, end: number): string[] {
  const [, words = ''] =
    /^[（(](?:以下)?(?:简称|下称)[:：为]?([^（）()]{2,24})[）)]/.exec(text.slice(end)) ?? [];
  return words.split(/[或、]/).flatMap((each) => each.replace(/[“”"《》]/g, '').trim() || []);
}
