import type { Metadata } from './metadata.ts';

/** What stands between a reader and a page's article. */
export type Gate = 'paywall' | 'consent';

/** A text that is all about a gate is shorter; one that ends at a gate says so in its last words. */
const GATE_CHARS = 700;
const LAST_CHARS = 300;

const CONSENT =
  /\bcookies?\b|\bconsent\b|your privacy|our (?:\d+ )?partners|datenschutz|zustimm|einwillig|consentement|vos données|consentimiento|privacidad|consenso|toestemming|согласи|隐私|隱私|プライバシー|쿠키|개인정보|الخصوصية|are you (?:a )?(?:human|robot)|you are human|unusual traffic|just a moment|access denied|captcha|(?:enable|activate|activez|aktivieren).{0,30}javascript|javascript.{0,30}(?:disabled|deaktiviert|désactivé|required)/iu;
const LOGIN =
  /\bsubscri(?:be|bers?|ption)\b|\b(?:sign|log) ?in\b|\bregister\b|abonn(?:ent|ier|é|ez|er|eren)|anmelden|einloggen|connectez|suscr[ií]|iniciar? sesión|assinante|assine|abbona|accedi\b|подпис|войдите|prenumer|subskryb|zaloguj|订阅|訂閱|登录|登入|会员|會員|購読|ログイン|会員|구독|로그인|اشترك|تسجيل الدخول/iu;
/** Where a text breaks off for those who do not pay. */
const PAY_TO_GO_ON =
  /(?:subscribe|sign in|log in|register|sign up).{0,30}(?:to|and) (?:continue|keep|read|unlock|access)|(?:to|and) (?:continue|keep) reading|(?:only|exclusive) (?:for|to) (?:our )?subscribers|already a subscriber|(?:weiterlesen|lesen) (?:sie )?(?:mit|als)\b.{0,30}(?:abo|plus|\+)|(?:nur|exklusiv) für abonnent|réservée? (?:aux|à nos) abonnés|(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes)|riservato agli abbonati|только для подписчиков|订阅.{0,10}(?:继续|全文)|登录.{0,6}(?:后|继续).{0,6}阅读|会員限定|有料会員|残り.{0,4}文字|続きを読むには|구독.{0,10}계속/iu;

/** The gate before a page's article, by what the page says of itself and by the words that are shown instead. */
export function gateBefore({ free, tier }: Metadata, text: string): Gate | null {
  if (free === 'false' || tier === 'locked') return 'paywall';
  if (PAY_TO_GO_ON.test(text.slice(-LAST_CHARS))) return 'paywall';
  if (text.length > GATE_CHARS) return null;
  if (CONSENT.test(text)) return 'consent';
  return LOGIN.test(text) ? 'paywall' : null;
}
