using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace QualifyBot.Bot.Extraction;

/// <summary>A sentence that may be said in other words.</summary>
/// <param name="Text">The sentence, as the texts have it.</param>
/// <param name="Wordings">All the wordings that the texts have for it.</param>
public sealed record FreeSentence(string Text, ImmutableArray<string> Wordings);

/// <summary>Sentences as they are to be said.</summary>
/// <param name="Sentences">One for each that was given.</param>
/// <param name="Use">What they cost.</param>
public sealed record PhrasedSentences(ImmutableArray<string> Sentences, ModelUse Use);

/// <summary>
/// Puts sentences of the bot in other words, where the settings let a model do so. The model sees the sentences alone, nothing of the visitor; a phrase
/// that does not pass the check, or does not come in time, leaves the text as it is.
/// </summary>
public sealed class Phrasing
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    private readonly ConcurrentDictionary<string, PhraseWords?> lists = new(StringComparer.Ordinal);
    private readonly ModelCall? call;
    private readonly ModelMeter? meter;

    /// <summary>Says the texts alone.</summary>
    public Phrasing()
    {
    }

    internal Phrasing(ModelCall call, ModelMeter meter) => (this.call, this.meter) = (call, meter);

    /// <summary>The sentences, each in other words where that is allowed. It never fails.</summary>
    public async ValueTask<PhrasedSentences> PutAsync(ImmutableArray<FreeSentence> sentences, string language, ModelAccount account, CancellationToken cancellation)
    {
        ImmutableArray<string> texts = [.. sentences.Select(sentence => sentence.Text)];
        if (call is null || meter is null || texts.IsEmpty || lists.GetOrAdd(language, PhraseWords.Of) is not { } words)
        {
            return new PhrasedSentences(texts, default);
        }

        var reply = await call.AskAsync(ModelPrompt.ToPhrase(texts), account, cancellation);
        var phrases = Parse(reply.Text, texts.Length);
        var check = new PhraseCheck(words);
        return new PhrasedSentences([.. sentences.Select((sentence, index) => Choose(check, sentence, phrases?[index]))], reply.Use);
    }

    private string Choose(PhraseCheck check, FreeSentence sentence, string? phrase)
    {
        var verdict = phrase is null ? PhraseVerdict.Missing : check.Check(sentence, phrase);
        meter!.Phrased(verdict);
        return verdict is PhraseVerdict.Said ? phrase!.Trim() : sentence.Text;
    }

    private static string[]? Parse(string? reply, int count)
    {
        try
        {
            using var document = JsonDocument.Parse(reply ?? "null", Strict);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("sentences"u8, out var phrases)
                && phrases.ValueKind is JsonValueKind.Array
                && phrases.GetArrayLength() == count
                    ? [.. phrases.EnumerateArray().Select(phrase => phrase.GetString() ?? "")]
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, other things than strings in it, or strings with half a surrogate pair.
            return null;
        }
    }
}
