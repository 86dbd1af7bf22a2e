/** All words of the page, those of the parts that are fetched later among them. */
import en from '../../src/ui/text/en.json'
import enLater from '../../src/ui/text/en-later.json'
import zh from '../../src/ui/text/zh.json'
import zhLater from '../../src/ui/text/zh-later.json'

export const chinese = { ...zh, ...zhLater }
export const english = { ...en, ...enLater }
