using System.Collections.Frozen;
using System.Collections.Immutable;
using QualifyBot.Bot.Extraction;
using QualifyBot.Bot.Outcomes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Outcomes.Leads;
using QualifyBot.Bot.Playbooks;
using QualifyBot.BotFramework.Schema;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Deciding;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Bot.Dialogs;

/// <summary>
/// One turn of a talk, as the dialogs see it: what is known, what came in, what will be said. It changes nothing but itself;
/// the turn commits it as a whole or not at all.
/// </summary>
public sealed class Talk
{
    // Conversation and lead are set once when the talk is opened.
    private const int InitialChanges = 2;

    private int changes;

    /// <summary>The rulebook of this talk.</summary>
    public required Playbook Playbook { get; init; }

    /// <summary>The languages that the talk may be held in.</summary>
    public required SpokenLanguages Languages { get; init; }

    /// <summary>The language of this talk ("en"); it may change with what the visitor says.</summary>
    public string Language => Languages.Find(Conversation.Language) ?? Languages.First;

    /// <summary>The sentences of this talk's language.</summary>
    public TextCatalog Texts => Languages[Language];

    /// <summary>Questions that visitors ask back, by language.</summary>
    public IReadOnlyDictionary<string, FaqBook> Faqs { get; init; } = FrozenDictionary<string, FaqBook>.Empty;

    /// <summary>Questions that visitors ask back, in this talk's language.</summary>
    public FaqBook Faq => Faqs.GetValueOrDefault(Language) ?? FaqBook.Empty;

    /// <summary>The activity that came in.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Now.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The visitor's clock; the business's where the visitor's zone is not known.</summary>
    public required WallClock Clock { get; set; }

    /// <summary>What a model said in this turn.</summary>
    public TurnMemory Memory { get; init; } = new();

    /// <summary>Where the visitor can fetch things from this host, without a trailing slash; null where the channel has no way to it.</summary>
    public required string? PublicUrl { get; init; }

    /// <summary>The conversation's state.</summary>
    public required ConversationRecord Conversation
    {
        get;
        set => (field, changes) = (value, changes + 1);
    }

    /// <summary>The lead.</summary>
    public required LeadRecord Lead
    {
        get;
        set => (field, changes) = (value, changes + 1);
    }

    /// <summary>Whether nothing was said or done to the talk, nor anything that belongs to its transcript.</summary>
    public bool IsUntouched =>
        changes <= InitialChanges && Work.Count == 0 && !Erase && Activity.Type is not (ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete);

    /// <summary>What the message is.</summary>
    public MessageKind Kind { get; set; }

    /// <summary>Questions in the message that have an answer.</summary>
    public ImmutableArray<AskedBack> Asked { get; set; } = [];

    /// <summary>What the page told of the visit with this activity; null = nothing.</summary>
    public VisitNews? Visit { get; init; }

    /// <summary>Why the word of the site about who the visitor is was not taken, for those who build the site; null = nothing is wrong.</summary>
    public string? IdentityProblem { get; init; }

    /// <summary>Ids of the signals that came in this turn.</summary>
    public ImmutableArray<string> Signalled { get; set; } = [];

    /// <summary>What was read in the message.</summary>
    public MessageReading Reading { get; set; } = MessageReading.Nothing;

    /// <summary>The language of the message, as far as its words tell.</summary>
    public LanguageGuess Guess { get; set; }

    /// <summary>True where the message is in a language, or asks for one, that the bot does not speak, and the visitor is to hear of it.</summary>
    public bool IsForeign { get; set; }

    /// <summary>What the message did to the lead.</summary>
    public Filling? Filling { get; set; }

    /// <summary>True where the message was a digression, so that the open question is put again without counting a miss.</summary>
    public bool Digressed { get; set; }

    /// <summary>True where the visitor asked what there is to choose from.</summary>
    public bool WantsChoices { get; set; }

    /// <summary>True where the visitor wants everything erased: the turn deletes instead of storing.</summary>
    public bool Erase { get; set; }

    /// <summary>True where the talk came to an outcome in this turn, or to another than before.</summary>
    public bool Concluded { get; set; }

    /// <summary>Whether the activity is about the message that came last, which the visitor edited.</summary>
    public bool IsAboutLatest { get; init; }

    /// <summary>How long the visitor was silent before this activity; zero for who is new.</summary>
    public TimeSpan Away { get; init; }

    /// <summary>True where what is known comes from an earlier conversation of the same visitor, and was not spoken of in this one.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Where the wordings of a text begin in this talk, by the text's id: chance that is the same in each turn of one conversation.</summary>
    public required Func<string, int> Vary { get; init; }

    /// <summary>True where the visitor starts over in this turn.</summary>
    public bool StartedOver { get; set; }

    /// <summary>The reply that grows during the turn.</summary>
    public TalkReply Reply { get; } = new();

    /// <summary>Effects that the outbox performs after the commit.</summary>
    public List<OutcomeWork> Work { get; } = [];

    /// <summary>How many turns were before this one; it makes wordings take turns.</summary>
    public int Turn => (int)(Conversation.LogLength / 2 % int.MaxValue);

    /// <summary>The day, on the visitor's calendar.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.At(Now));

    /// <summary>The visitor's words, never null.</summary>
    public string Words => Activity.Text ?? "";

    /// <summary>Says a text.</summary>
    public void Say(string textId, params ReadOnlySpan<(string Name, string Value)> values) => Reply.Add(Texts.Get(textId, values));

    /// <summary>Says a text in the wording whose turn it is.</summary>
    public void SayInTurn(string textId, params ReadOnlySpan<(string Name, string Value)> values) => Reply.Add(Texts.Get(textId, Turn, values));

    /// <summary>Says the wording of a courtesy that follows <paramref name="before"/> earlier ones; it may be put in other words.</summary>
    public void SayFreely(string textId, int before = 0) => Reply.AddFree(Texts.Get(textId, Vary(textId) + before), Texts.Wordings(textId));

    /// <summary>Says a text and notes it as the question that is open now.</summary>
    public void Ask(OpenQuestion question)
    {
        Conversation = Conversation with { Open = question };
        Reply.Buttons = question.Buttons;
        if (question.Buttons.IsEmpty && Playbook.FindQuestion(question.Id) is { } known)
        {
            Reply.AddFree(question.Words, [.. Texts.Wordings(Questions.TextOf(this, known)).Take(Questions.FreeWordings)]);
        }
        else
        {
            Reply.Add(question.Words);
        }
    }

    /// <summary>Whether the question of this id is the open one.</summary>
    public bool IsOpen(string questionId) => Conversation.Open?.Id == questionId;

    /// <summary>Takes in what a message did to the lead, and scores anew.</summary>
    public void Take(Filling filling)
    {
        Filling = filling;
        Conversation = Conversation with { TakenBack = [.. Conversation.TakenBack.Union(filling.Removed.Except(filling.Denied, StringComparer.Ordinal), StringComparer.Ordinal).Where(slot => filling.Lead.Find(slot) is null)] };
        Lead = Lead.Knowing(filling.Lead) with { Score = ScoreRecord.Of(Scorer.Score(filling.Lead, Playbook, Today), Today) };
    }

    /// <summary>Notes a decision on the lead.</summary>
    public void Decide(Decision decision)
    {
        Concluded = Lead.Decision?.Outcome != decision.Outcome;
        Conversation = Concluded ? Conversation with { Explained = 0 } : Conversation;
        Reply.QuestionsLeft = 0;
        Lead = Lead with { Decision = DecisionRecord.Of(decision, Playbook.Hash, Today, Now), Score = ScoreRecord.Of(decision.Score, Today) };
    }
}
