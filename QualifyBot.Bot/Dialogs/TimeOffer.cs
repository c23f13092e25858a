using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualifyBot.Bot.Outcomes.Booking;
using QualifyBot.Qualification.Answers;

namespace QualifyBot.Bot.Dialogs;

/// <summary>Times to choose from.</summary>
/// <param name="TextId">The sentence that introduces them.</param>
/// <param name="Slots">The times, earliest first.</param>
public sealed record TimeOffer(string TextId, IReadOnlyList<DemoSlot> Slots)
{
    /// <summary>Id of the question that an offer puts.</summary>
    public const string QuestionId = "book.time";

    private const int Offered = 3;

    /// <summary>A first offer out of all that is free.</summary>
    public static TimeOffer Of(IReadOnlyList<DemoSlot> free) => new("book.offer", SlotOffer.First(free, Offered));

    /// <summary>The form in which a dialog takes it as its options.</summary>
    public JsonNode? ToJson() => JsonSerializer.SerializeToNode(this, DialogsJsonContext.Default.TimeOffer);

    /// <summary>Puts the question, the times numbered and as buttons.</summary>
    public void Put(Talk talk)
    {
        ImmutableArray<string> titles = [.. Slots.Select(slot => SlotText.Describe(talk, slot))];
        var words = talk.Texts.Get(TextId, talk.IsOpen(QuestionId) ? talk.Conversation.Open!.Asked : 0, ("times", TalkReply.Numbered(titles)));
        talk.Reply.NumbersButtons = true;
        Questions.AskInWords(talk, QuestionId, words, [SlotType.Time], titles);
    }
}
