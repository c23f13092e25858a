// A BANT waterfall on the Bot Framework SDK for JavaScript, without an app id, in the manner of its samples.
// PORT; REDIS=host:port keeps state in Redis, otherwise in memory.
'use strict';
const express = require('express');
const {
  ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, ConversationState, MemoryStorage, MessageFactory,
} = require('botbuilder');
const { ComponentDialog, DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');
const { steps } = require('../bant.js');

class BantDialog extends ComponentDialog {
  constructor() {
    super('bant');
    this.addDialog(new TextPrompt('text')).addDialog(new WaterfallDialog('waterfall', steps(MessageFactory)));
    this.initialDialogId = 'waterfall';
  }

  async run(context, accessor) {
    const dialogs = new DialogSet(accessor);
    dialogs.add(this);
    const dc = await dialogs.createContext(context);
    const result = await dc.continueDialog();
    if (result.status === DialogTurnStatus.empty) await dc.beginDialog(this.id);
  }
}

function openStorage() {
  if (!process.env.REDIS) return new MemoryStorage();
  const { Redis } = require('ioredis');
  const { RedisDbStorage } = require('botbuilder-storage-redis');
  const [host, port] = process.env.REDIS.split(':');
  return new RedisDbStorage(new Redis({ host, port: Number(port) }), 0);
}

const state = new ConversationState(openStorage());
const dialogState = state.createProperty('DialogState');
const dialog = new BantDialog();

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await dialog.run(context, dialogState);
      await next();
    });
  }

  async run(context) {
    await super.run(context);
    await state.saveChanges(context, false);
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
adapter.onTurnError = async (context, error) => {
  console.error(error);
  await context.sendActivity('The bot encountered an error.');
};
const bot = new Bot();
const app = express();
app.use(express.json());
app.post('/api/messages', (req, res) => adapter.process(req, res, (context) => bot.run(context)));
app.listen(Number(process.env.PORT), '127.0.0.1');
