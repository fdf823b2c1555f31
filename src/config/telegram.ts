import { z } from 'zod';
import { about, list, onOrOff, rate, text } from './kinds.ts';
import { proxyOf, rootOf } from './written.ts';

/** How Telegram is reached, and at what pace. */
export const TELEGRAM = {
  botToken: about(
    text('a bot token from @BotFather, such as 123456:ABC-DEF', (it) =>
      /^\d+:[\w-]+$/.test(it) ? it : undefined,
    ),
    {
      meaning: 'The bot’s token, from @BotFather.',
      form: 'a token',
      example: '123456789:AAExample-Token',
      isSecret: true,
    },
  ),
  ownerIds: about(
    list('Telegram user ids, separated by commas', (it) =>
      /^\d{1,15}$/.test(it) ? Number(it) : undefined,
    ).prefault([]),
    {
      meaning: 'The people who run this bot. @userinfobot tells you your id.',
      form: 'user ids, separated by commas',
      example: '123456789',
    },
  ),
  updates: about(
    z.enum(['polling', 'webhook'], { error: 'must be “polling” or “webhook”' }).default('polling'),
    {
      meaning:
        'How Telegram tells what people write: `polling` asks it, and needs nothing; `webhook` lets it call us, and needs `PUBLIC_URL` and `PORT`.',
      form: '`polling` or `webhook`',
      example: 'webhook',
    },
  ),
  telegramApiRoot: about(text('an http(s) address', rootOf).prefault('https://api.telegram.org'), {
    meaning: 'A Bot API server of your own.',
    form: 'an http(s) address',
    example: 'http://127.0.0.1:8081',
  }),
  telegramProxy: about(text('an http, https or socks5 address', proxyOf).optional(), {
    meaning: 'The proxy through which Telegram is asked; a name and a password may stand in it.',
    form: 'an `http://`, `https://` or `socks5://` address',
    example: 'socks5://name:password@127.0.0.1:1080',
    isSecret: true,
  }),
  rateGlobal: about(rate.prefault('30/s'), {
    meaning: 'The pace of sending, over all chats.',
    form: 'messages per `s`, `m` or `h`',
    example: '25/s',
  }),
  rateChat: about(rate.prefault('1/s'), {
    meaning: 'The pace of sending, to one chat.',
    form: 'messages per `s`, `m` or `h`',
    example: '1/s',
  }),
  rateGroup: about(rate.prefault('20/m'), {
    meaning: 'The pace of sending, to one group.',
    form: 'messages per `s`, `m` or `h`',
    example: '20/m',
  }),
  paidBroadcast: about(onOrOff.default('off'), {
    meaning:
      'Lets Telegram take 0.1 Stars of the bot’s balance for each post above 30 a second; then `RATE_GLOBAL` may be up to 1000/s.',
    form: '`on` or `off`',
    example: 'on',
  }),
};
