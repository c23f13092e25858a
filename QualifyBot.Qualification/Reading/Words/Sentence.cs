using System.Runtime.CompilerServices;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Dates;
using QualifyBot.Qualification.Reading.Languages;
using QualifyBot.Qualification.Reading.Numbers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Tokens;

namespace QualifyBot.Qualification.Reading.Words;

/// <summary>A word or phrase of the message with its meanings; First and Count point at tokens.</summary>
internal readonly record struct Term(int First, int Count, Entry Entry);

/// <summary>
/// One message as the grammars see it: terms, and the numbers that start at them. It is reused for the next message, so
/// nothing read may point into it.
/// </summary>
internal sealed class Sentence
{
    private static readonly Term Nothing = new(0, 0, Entry.None);
    private static readonly Token Outside = new() { Kind = TokenKind.Sign, Word = Vocabulary.Unknown };

    private readonly TokenBuffer tokens = new();
    private Term[] terms = new Term[64];
    private char[] signs = new char[64];
    private int[] digits = new int[64];
    private int[] termOfToken = new int[64];
    private Quantity[] quantities = new Quantity[64];
    private bool[] taken = new bool[64];
    private bool[] spoken = new bool[64];
    private bool? asksTime;

    /// <summary>Number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>The words that may join the ends of a range.</summary>
    public RangeLinks Links { get; } = new();

    /// <summary>Points of time already read, by their first term.</summary>
    public PointMemo Points { get; } = new();

    /// <summary>What was said about money instead of an amount; kept for the next message.</summary>
    public List<FoundStatement> Budgeted { get; } = [];

    /// <summary>Dates without a time of day already read, by their first term.</summary>
    public PointMemo Dates { get; } = new();

    /// <summary>Industries, places, products and priorities, as they stand in the message.</summary>
    public FactSheet Facts { get; } = new();

    /// <summary>How many dates are being read within one another.</summary>
    public int Depth { get; set; }

    public Language Language { get; private set; } = null!;

    public ReadingContext Context { get; private set; } = null!;

    /// <summary>True where a time was asked for: a lone number may be an hour.</summary>
    public bool AsksTime => asksTime ??= Context.Requested.Contains(SlotType.Time) || (!AsksOther && Language.AsksTime(Context.Question));

    /// <summary>True where something was asked for that is no time.</summary>
    public bool AsksOther => !Context.Requested.IsEmpty && !Context.Requested.Contains(SlotType.Time) && !Context.Requested.Contains(SlotType.Timeframe);

    /// <summary>True for a question about what has been: "did I spend less than 50?" compares with a figure and sets no bound.</summary>
    public bool AsksOfPast => tokens.Count > 0 && Language.PastQuestions.Contains(tokens[0].Word);

    public TokenBuffer Tokens => tokens;

    public string Text => tokens.Text;

    /// <summary>Reads a message into this sentence.</summary>
    public void Load(string text, ReadingContext context, Language language)
    {
        (Language, Context, Count, Depth, asksTime) = (language, context, 0, 0, null);
        Tokenizer.Run(text, language.Vocabulary, tokens);
        Grow(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var entry = language.Terms.Longest(tokens, at, out var end);
            termOfToken.AsSpan(at, end - at).Fill(Count);
            AddTerm(at, end - at, entry ?? Entry.None);
            at = end;
        }

        Facts.Load(tokens, language.Facts);
        Array.Clear(taken, 0, Count);
        Array.Clear(spoken, 0, tokens.Count);
        Links.Reset();
        Points.Reset(Count);
        Dates.Reset(Count);
        NumberGrammar.Run(this, quantities);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int index, Tag tag) => unchecked((uint)index) < (uint)Count && terms[index].Entry.Has(tag);

    public bool Has(int index, Tag tag, Tag or) => unchecked((uint)index) < (uint)Count && terms[index].Entry is var entry && (entry.Has(tag) || entry.Has(or));

    public int Value(int index, Tag tag) => terms[index].Entry.Value(tag);

    /// <summary>True, and the value, where a term has a tag.</summary>
    public bool Try(int index, Tag tag, out int value)
    {
        var has = Has(index, tag);
        value = has ? Value(index, tag) : 0;
        return has;
    }

    /// <summary>The number starting at a term; its End is 0 where there is none.</summary>
    public Quantity Quantity(int index) => index >= 0 && index < Count ? quantities[index] : default;

    /// <summary>The term at an index; one without words outside the sentence, so that grammars may look around freely.</summary>
    public Term Term(int index) => index >= 0 && index < Count ? terms[index] : Nothing;

    /// <summary>The term that holds a token; the number of terms behind the last.</summary>
    public int TermAt(int token) => token < tokens.Count ? termOfToken[token] : Count;

    /// <summary>The first token of a term; the number of tokens behind the last.</summary>
    public int TokenAt(int index) => index < Count ? terms[index].First : tokens.Count;

    /// <summary>The first token of a term; an empty sign outside the sentence.</summary>
    public ref readonly Token Token(int index) => ref index >= 0 && index < Count ? ref tokens[terms[index].First] : ref Outside;

    /// <summary>The sign that a term is, or 0.</summary>
    public char Sign(int index) => unchecked((uint)index) < (uint)Count ? signs[index] : '\0';

    /// <summary>True where no space stands between a term and the one before it.</summary>
    public bool Glued(int index) => index >= 0 && index < Count && Token(index).Glued;

    /// <summary>The number of digits that a term is made of; 0 where it isn't.</summary>
    public int Digits(int index) => unchecked((uint)index) < (uint)Count ? digits[index] : 0;

    /// <summary>The value of a run of up to nine digits, or -1.</summary>
    public int DigitValue(int index) => Digits(index) is > 0 and <= 9 ? int.Parse(Folded(index), System.Globalization.CultureInfo.InvariantCulture) : -1;

    public ReadOnlySpan<char> Folded(int index) => index >= 0 && index < Count ? tokens.Folded(terms[index].First) : [];

    /// <summary>The first unit of a term in the message.</summary>
    public int StartOf(int index) => Token(index).Start;

    /// <summary>The first unit of a time in the message, without a word that only joins it to what stands before ("but not before").</summary>
    public int StartOfTime(int index) => Try(index, Tag.NotBefore, out var joined) && joined == 1 ? tokens[terms[index].First + 1].Start : StartOf(index);

    /// <summary>The unit behind the last term before <paramref name="end"/>.</summary>
    public int EndBefore(int end)
    {
        var last = terms[Math.Clamp(end, 1, Count) - 1];
        return tokens[last.First + last.Count - 1].End;
    }

    /// <summary>True where none of the terms feeds a slot yet.</summary>
    public bool IsFree(int start, int end) => start >= 0 && end <= Count && start < end && !taken.AsSpan(start, end - start).Contains(true);

    /// <summary>Marks terms as feeding a slot.</summary>
    public void Take(int start, int end) => taken.AsSpan(start, Math.Min(end, Count) - start).Fill(true);

    /// <summary>True where a term is the first of a clause.</summary>
    public bool StartsClause(int index) => index < Count && Clauses.StartAt(tokens, terms[index].First);

    /// <summary>True where a clause ends before a term.</summary>
    public bool EndsClause(int index) => index >= Count || Clauses.EndAt(tokens, terms[index].First);

    /// <summary>Marks tokens as part of an act or of an answer without a value.</summary>
    public void Speak(int start, int end) => spoken.AsSpan(start, end - start).Fill(true);

    /// <summary>Takes the mark back where an act was not meant.</summary>
    public void Unspeak(int start, int end) => spoken.AsSpan(start, end - start).Clear();

    /// <summary>True where a token is part of an act or of an answer without a value.</summary>
    public bool IsSpoken(int token) => spoken[token];

    private void AddTerm(int first, int count, Entry entry)
    {
        ref readonly var token = ref tokens[first];
        signs[Count] = count == 1 && token.Kind == TokenKind.Sign ? Folding.Fold(Text[token.Start]).First : '\0';
        digits[Count] = token.Kind == TokenKind.Digits ? token.FoldLength : 0;
        terms[Count++] = new Term(first, count, entry);
    }

    private void Grow(int count)
    {
        if (terms.Length < count)
        {
            var size = Math.Max(count, terms.Length * 2);
            (terms, signs, digits, termOfToken) = (new Term[size], new char[size], new int[size], new int[size]);
            (quantities, taken, spoken) = (new Quantity[size], new bool[size], new bool[size]);
        }
    }
}
