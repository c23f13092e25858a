using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>Reads what a seller asks and states. Nothing here is an answer: it only steers what the lead's words mean.</summary>
internal sealed class SellerReader(Topics topics, CallCues cues, Likeness? likeness, Likeness? answers, Func<ImmutableArray<SlotType>, ReadingContext> contextFor)
{
    private const int ShortQuestion = 5;
    private const int LongestTag = 10;
    private const int FewWords = 8;
    private const float Likely = 0.3f;
    private const float MostLikely = 0.65f;
    private const float Possible = 0.12f;
    private const float Clearly = 0.55f;

    private readonly ImmutableArray<(string Kind, Spoken Sentence)>.Builder told = ImmutableArray.CreateBuilder<(string Kind, Spoken Sentence)>();

    /// <summary>What the turn does.</summary>
    public SellerTurn Read(CallTurn turn)
    {
        var text = turn.Text;
        var sentences = Spoken.In(text);
        var last = sentences.FindLastIndex(sentence => Asks(sentence, text));
        var isTag = last >= 0 && cues.Is("tag", sentences[last].Of(text)) && sentences[last].WordsIn(text) <= LongestTag;
        told.Clear();
        var resonates = last > 0 && cues.Is("resonance", sentences[last].Of(text));
        var (asked, proposals) = (AskedBy(sentences, text, isTag || resonates, resonates), Proposals(sentences, text, isTag, resonates));
        return new SellerTurn
        {
            Turn = turn,
            Asked = asked,
            Proposals = proposals,
            Told = told.ToImmutable(),
            Possible = last >= 0 ? [.. topics.PossibleIn(sentences[last].Of(text), cues, likeness, Possible)] : [],
            AsksSituation = last >= 0 && likeness?.Of(sentences[last].Of(text)) is [{ Kind: Topics.Situation }, ..] && !cues.Holds("strong_need", sentences[last].Of(text)),
            IsPolar = last >= 0 && IsPolar(sentences[last], text),
            AsksForYou = last >= 0 && cues.Holds("is_you", sentences[last].Of(text)) && !sentences[last].Of(text).Contains(" or ", StringComparison.OrdinalIgnoreCase),
            AsksForOthers = last >= 0 && cues.Holds("others", sentences[last].Of(text)) && !cues.Opens("wh", sentences[last].Of(text)),
            AsksForThem = last >= 0 && cues.Holds("they_decide", sentences[last].Of(text)),
            AsksForDoubts = last >= 0 && cues.Holds("doubt", sentences[last].Of(text)) && (asked ?? []).Select(static slot => slot.Type).Concat(proposals.Select(static proposal => proposal.Type)).Any(static type => type is SlotType.Money or SlotType.Timeframe),
            AsksToConfirm = isTag || resonates,
        };
    }

    /// <summary>Whether a turn is only a sign of listening, so that the lead goes on.</summary>
    public bool IsListening(CallTurn turn) => cues.Is("back", turn.Text);

    // What was written down without signs asks by its first words alone.
    private bool Asks(Spoken sentence, string text) => sentence.Marked || cues.Opens("wh", sentence.Of(text)) || (!text.Contains('?', StringComparison.Ordinal) && cues.Opens("polar", sentence.Of(text)));

    private bool IsPolar(Spoken sentence, string text) => !cues.Opens("wh", sentence.Of(text));

    private ImmutableArray<Slot>? AskedBy(List<Spoken> sentences, string text, bool confirms, bool resonates)
    {
        var (asked, asksElse) = (ImmutableArray.CreateBuilder<Slot>(), false);
        for (var i = sentences.Count - 1; i >= 0; i--)
        {
            if (!Asks(sentences[i], text) && !(confirms && i == sentences.Count - 2))
            {
                continue;
            }

            var chats = cues.Is("smalltalk", sentences[i].Of(text)) && !cues.Holds("business", sentences[i].Of(text));
            var slots = chats ? [] : TopicsOf(sentences, i, text);
            asked.AddRange(slots.Where(slot => !asked.Contains(slot)));
            asksElse |= chats || (slots.IsEmpty && sentences[i].WordsIn(text) > ShortQuestion);
        }

        if (asked.Count == 0 && resonates)
        {
            asked.AddRange(topics.Of("need"));
        }

        return asked.Count > 0 || (asksElse && !confirms) ? asked.ToImmutable() : null;
    }

    // "There might be some money left. How much is it?": a short question asks about what stands before it.
    private ImmutableArray<Slot> TopicsOf(List<Spoken> sentences, int index, string text)
    {
        var (sentence, slots) = (sentences[index], topics.AskedIn(sentences[index].Of(text), cues));
        var isShort = slots.IsEmpty && index > 0 && sentence.WordsIn(text) <= ShortQuestion && cues.Opens("wh", sentence.Of(text));
        slots = isShort && !cues.Holds("ours", sentences[index - 1].Of(text)) ? topics.AskedIn(sentences[index - 1].Of(text), cues) : slots;
        return cues.Is("tag", sentence.Of(text)) ? slots : [.. slots.Union(topics.LikelyIn(sentence.Of(text), cues, likeness, slots.IsEmpty ? Likely : MostLikely))];
    }

    private ImmutableArray<Candidate> Proposals(List<Spoken> sentences, string text, bool isTag, bool resonates)
    {
        var (found, isOurs) = (ImmutableArray.CreateBuilder<Candidate>(), false);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var words = sentence.Of(text);
            if (cues.Is("tag", words) || cues.Is("resonance", words) || cues.Opens("wh", words) || words.Contains(" or ", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // "A customer of ours had the same. They lost orders": who was spoken of is still meant.
            isOurs = cues.Holds("ours", words) || (isOurs && !sentence.Marked && !Addresses(words));
            if (!isOurs && (sentence.Marked || isTag || Addresses(words) || i == sentences.Count - 1))
            {
                AddFrom(sentence, text, static _ => true, found);
                AddTrouble(sentence, text, found);
                AddTold(sentence, text);
            }
            else if (resonates)
            {
                AddFrom(sentence, text, static candidate => candidate.Type == SlotType.Need, found);
            }
        }

        return found.ToImmutable();
    }

    private static bool Addresses(ReadOnlySpan<char> words) => words.Contains("you", StringComparison.OrdinalIgnoreCase);

    private void AddFrom(Spoken sentence, string text, Func<Candidate, bool> isWanted, ImmutableArray<Candidate>.Builder found)
    {
        var asked = topics.AskedIn(sentence.Of(text), cues);
        var types = asked.Select(static slot => slot.Type);
        ImmutableArray<SlotType> requested = [.. (cues.Holds("unit", sentence.Of(text)) && (asked.IsEmpty || cues.Holds("budget_word", sentence.Of(text))) ? types.Append(SlotType.Money) : types).Distinct()];
        foreach (var alone in new[] { true, false })
        {
            var mirror = Mirror.Of(text, sentence.Start, sentence.End, alone);
            var reading = RuleReader.Read(mirror.Text, contextFor(requested));
            foreach (var candidate in reading.Candidates.Where(candidate => IsPersonal(candidate.Type) == alone && isWanted(candidate)))
            {
                if (IsOfTheLead(candidate, sentence, text, asked))
                {
                    var (start, length) = mirror.SourceOf(candidate.Start, candidate.Length);
                    found.Add(candidate with { Start = start, Length = Math.Min(length, text.Length - start) });
                }
            }
        }
    }

    // "You said that reports are always late?": what is told of the lead with words of trouble is a problem, if it is confirmed.
    private void AddTrouble(Spoken sentence, string text, ImmutableArray<Candidate>.Builder found)
    {
        var words = sentence.Of(text);
        if (!found.Any(static candidate => candidate.Type == SlotType.Need) && cues.Holds("trouble", words) && !cues.Opens("polar", words) && !cues.Holds("offer", words))
        {
            found.Add(new Candidate(SlotType.Need, new AnswerValue.Need(true, null, words.ToString()), sentence.Start, sentence.End - sentence.Start, "said.trouble"));
        }
    }

    // "So nothing is going to change next year": said as the lead would say it.
    private void AddTold(Spoken sentence, string text)
    {
        if ((!cues.Opens("polar", sentence.Of(text)) || cues.Opens("fair", sentence.Of(text))) && answers?.Of(Mirror.Of(text, sentence.Start, sentence.End, alone: true).Text) is [var (kind, share), ..] && share >= Clearly)
        {
            told.Add((kind, sentence));
        }
    }

    private static bool IsPersonal(SlotType type) => type is SlotType.Authority or SlotType.Title or SlotType.Person;

    // A figure counts where the sentence speaks of the lead's budget or start, or says little else.
    private bool IsOfTheLead(Candidate candidate, Spoken sentence, string text, ImmutableArray<Slot> asked) => candidate.Type switch
    {
        SlotType.YesNo or SlotType.Number or SlotType.Duration or SlotType.Time or SlotType.Text => false,
        SlotType.Money or SlotType.Timeframe when cues.Holds("doubt", sentence.Of(text)) => true,
        SlotType.Money or SlotType.Timeframe when cues.Opens("hypothetical", sentence.Of(text)) && !cues.Holds("as_heard", sentence.Of(text)) => false,
        SlotType.Money => !cues.Holds("cost_word", sentence.Of(text)) && (IsAsked(asked, SlotType.Money) || cues.Holds("budget_word", sentence.Of(text)) || sentence.WordsIn(text) <= FewWords),
        SlotType.Timeframe => IsAsked(asked, SlotType.Timeframe) || sentence.Marked || cues.Holds("start_word", sentence.Of(text)) || sentence.WordsIn(text) <= FewWords,
        SlotType.Authority => asked.IsEmpty || IsAsked(asked, SlotType.Authority),
        SlotType.Need => !cues.Holds("offer", sentence.Of(text)) && (candidate.Value is AnswerValue.Need { Present: true } || IsAsked(asked, SlotType.Need)),
        _ => true,
    } && !(candidate.Value is AnswerValue.Money { Status: not MoneyStatus.Amount } or AnswerValue.Authority { Class: AuthorityClass.Unclear });

    private static bool IsAsked(ImmutableArray<Slot> asked, SlotType type) => asked.Any(slot => slot.Type == type);
}
