using System.Collections.Immutable;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Bot.Playbooks;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Puts questions: the playbook's, and those of the other dialogs.</summary>
public static class Questions
{
    // The third wording introduces the buttons; the two before it take turns.
    private const int ChoiceWording = 2;
    private const int Tries = 2;

    // So many asides to one question are answered and forgiven; a talk of asides alone must end, too.
    private const int MostAsides = 3;

    /// <summary>How many wordings of a playbook's question go without buttons.</summary>
    public const int FreeWordings = 2;

    /// <summary>Puts a question that was answered before, with its choices; one that no question of the playbook asks, in the words of "reopen.ask".</summary>
    public static void Reopen(Talk talk, Slot slot)
    {
        var question = talk.Playbook.Questions.FirstOrDefault(question => question.Slot.Id == slot.Id);
        var label = Summary.Label(talk, slot.Id);
        var words = question is null ? talk.Texts.Get("reopen.ask", ("label", label)) : talk.Texts.Get(TextOf(talk, question));
        ImmutableArray<string> choices = question is null ? [] : [.. question.Choices.Select(choice => ChoiceTitle(talk, question, choice))];
        talk.Ask(new OpenQuestion(question?.Id ?? "reopen.ask", slot.Id, [slot.Type], words, choices) { IsReopened = true });
    }

    /// <summary>Puts a question of the playbook in the playbook's style: a step of the style may come before it.</summary>
    public static void AskInStyle(Talk talk, Question question)
    {
        Progress.Say(talk);
        if (talk.Playbook.Discovery is { } discovery && Spin.StepBefore(question, talk.Lead.Known, talk.Playbook) is { } step and not SpinStep.Problem)
        {
            Ask(talk, PlaybookTexts.Ask(talk.Playbook, discovery, step, talk.Texts), Spin.SlotOf(step, discovery), [SlotType.Text]);
        }
        else
        {
            Ask(talk, question);
        }
    }

    /// <summary>Id of the text that asks a question of the playbook.</summary>
    public static string TextOf(Talk talk, Question question) => question == talk.Playbook.Discovery
        ? PlaybookTexts.Ask(talk.Playbook, question, SpinStep.Problem, talk.Texts)
        : PlaybookTexts.Ask(talk.Playbook, question);

    /// <summary>Puts a question of the playbook; each time in the next wording, so that the same sentence never comes twice in a row.</summary>
    public static void Ask(Talk talk, Question question)
    {
        var withChoices = Misses(talk, question.Id) >= TriesOf(talk) || (talk.WantsChoices && !question.Choices.IsEmpty);
        var choices = withChoices ? question.Choices.Select(choice => ChoiceTitle(talk, question, choice)) : [];
        var textId = TextOf(talk, question);
        var words = talk.Texts.Get(textId, withChoices ? ChoiceWording : TimesAsked(talk, question.Id) % FreeWordings);
        if (talk.IsOpen(question.Id) && words == talk.Conversation.Open!.Words)
        {
            words = talk.Texts.Get(textId, TimesAsked(talk, question.Id) % FreeWordings);
        }

        Put(talk, new OpenQuestion(question.Id, question.Slot.Id, [question.Slot.Type], words, [.. choices]));
    }

    /// <summary>Puts a question that stands in the texts under its own id.</summary>
    public static void Ask(Talk talk, string id, string? slot, ImmutableArray<SlotType> requested, params ImmutableArray<string> buttons) =>
        Put(talk, new OpenQuestion(id, slot, requested, WordsOf(talk, id), buttons));

    /// <summary>The next wording of a question that stands in the texts under its own id; the time in it is that of the booked demo.</summary>
    public static string WordsOf(Talk talk, string id) =>
        talk.Texts.Get(id, TimesAsked(talk, id), ("time", talk.Lead.Booking is { } booking ? SlotText.Describe(talk, booking.Slot) : ""), ("label", talk.Conversation.Open?.Slot is { } slot ? Summary.Label(talk, slot) : ""), ("facts", ReturnDialog.IsOpen(talk) ? ReturnDialog.FactsOf(talk) : ""));

    /// <summary>Puts a question in words of its own.</summary>
    public static void AskInWords(Talk talk, string id, string words, ImmutableArray<SlotType> requested, ImmutableArray<string> buttons) =>
        Put(talk, new OpenQuestion(id, null, requested, words, buttons));

    /// <summary>Puts the open question again, in another wording where it has one.</summary>
    public static void AskAgain(Talk talk)
    {
        if (talk.Conversation.Open is not { } open)
        {
            return;
        }

        if (talk.Playbook.FindQuestion(open.Id) is { } question)
        {
            Ask(talk, question);
            return;
        }

        var words = open.Doubts is not null ? DoubtQuestion.WordsOf(talk, open.Buttons, open.Asked) : talk.Texts.Has(open.Id) ? WordsOf(talk, open.Id) : open.Words;
        Put(talk, open with { Words = words });
    }

    /// <summary>The title of a button.</summary>
    public static string ChoiceTitle(Talk talk, Question question, Choice choice) => ChoiceTitle(talk, question, choice, talk.Texts);

    /// <summary>The title of a button in a language.</summary>
    public static string ChoiceTitle(Talk talk, Question question, Choice choice, TextCatalog texts) =>
        texts.Get(PlaybookTexts.Label(talk.Playbook, question, choice));

    /// <summary>Why the open question is asked.</summary>
    public static string Why(Talk talk)
    {
        var textId = talk.Conversation.Open switch
        {
            null => "talk.why",
            { } open when talk.Playbook.FindQuestion(open.Id) is { } question => PlaybookTexts.Why(talk.Playbook, question),
            { } open => WhyOf(open.Id),
        };
        ImmutableArray<string> wordings = talk.Texts.Has(textId) ? [.. talk.Texts.Wordings(textId), .. talk.Texts.Wordings("talk.why")] : talk.Texts.Wordings("talk.why");
        var before = talk.Conversation.Open?.Whys ?? talk.Turn;
        talk.Conversation = talk.Conversation with { Open = talk.Conversation.Open is { } asked ? asked with { Whys = before + 1 } : null };
        return wordings[before % wordings.Length];
    }

    /// <summary>How many answers to the open question may be missed before the talk moves on: fewer once it had to do so twice, for then asking again helps little.</summary>
    public static int MissesUntilMovingOn(Talk talk) => TriesOf(talk) + 1;

    /// <summary>Counts an answer to the open question that was not understood.</summary>
    public static void Miss(Talk talk)
    {
        if (talk.Conversation.Open is { } open)
        {
            talk.Conversation = talk.Conversation with { Open = open with { Misses = open.Misses + 1 }, Missed = talk.Conversation.Missed + 1 };
        }
    }

    /// <summary>Counts an aside to the open question, and from the fourth in a row a miss with it.</summary>
    public static void Aside(Talk talk)
    {
        if (talk.Conversation.Open is { } open)
        {
            var asides = open.Asides + 1;
            talk.Conversation = talk.Conversation with { Open = open with { Asides = asides, Misses = open.Misses + (asides > MostAsides ? 1 : 0) } };
        }
    }

    /// <summary>Counts that nothing came in answer to the open question; anything else ends the count.</summary>
    public static void Hush(Talk talk)
    {
        if (talk.Conversation.Open is { } open)
        {
            var silent = talk.Kind is MessageKind.Silence ? 1 : 0;
            var said = talk.Digressed && (talk.Kind is MessageKind.Signs || talk.Reading.Acts.Contains(Act.SmallTalk)) ? 1 : silent;
            talk.Conversation = talk.Conversation with { Open = open with { Silences = (open.Silences + 1) * silent }, Missed = talk.Conversation.Missed + said };
        }
    }

    /// <summary>Says that the answer was not understood, in other words each time, and calmly what it was instead.</summary>
    public static void SayNotUnderstood(Talk talk) => talk.SayFreely(
        talk.Reading.Acts.Contains(Act.Insult) ? "talk.insult" : talk.Kind switch
        {
            MessageKind.Signs => "talk.signs",
            MessageKind.Code => "talk.code",
            MessageKind.Essay => "talk.essay",
            _ => "talk.not_understood",
        },
        talk.Conversation.Open is { Misses: > 0 } open ? open.Misses - 1 : 0);

    // The steps of a style are known by their texts: "spin.situation.ask", "spin.situation.why".
    private static string WhyOf(string textId) => textId.EndsWith(".ask", StringComparison.Ordinal) ? textId[..^".ask".Length] + ".why" : "talk.why";

    private static int TriesOf(Talk talk) =>
        talk.Conversation.Missed >= Patience.AlmostOver || talk.Lead.Known.Answers.Count(static answer => answer.Value is AnswerValue.Withheld(WithheldReason.NotUnderstood)) >= Tries ? 0 : Tries;

    private static int Misses(Talk talk, string id) => talk.IsOpen(id) ? talk.Conversation.Open!.Misses : 0;

    private static int TimesAsked(Talk talk, string id) => talk.IsOpen(id) ? talk.Conversation.Open!.Asked : 0;

    private static void Put(Talk talk, OpenQuestion question) =>
        talk.Ask(question with
        {
            Asked = TimesAsked(talk, question.Id) + 1,
            Misses = Misses(talk, question.Id),
            Asides = talk.IsOpen(question.Id) ? talk.Conversation.Open!.Asides : 0,
            IsReopened = question.IsReopened || (talk.IsOpen(question.Id) && talk.Conversation.Open!.IsReopened),
            Whys = talk.IsOpen(question.Id) ? talk.Conversation.Open!.Whys : 0,
            Silences = talk.IsOpen(question.Id) ? talk.Conversation.Open!.Silences : 0,
        });
}
