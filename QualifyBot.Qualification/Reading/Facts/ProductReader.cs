using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.People;
using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Facts;

/// <summary>Products that a visitor works with today, and those of competitors: known names, names of the playbook, and any name behind "we use" or "compared to".</summary>
internal static class ProductReader
{
    private const int MostProducts = 8;
    private const int WidestLink = 5;

    // Says that nothing is in use; an answer only.
    private static readonly int None = Names.IdOf("none");

    public static void Run(Sentence s, List<Candidate> found)
    {
        if (s.Facts.Count == 0 && !IsAsked(s) && s.Context.Technologies.IsEmpty && s.Context.Competitors.IsEmpty)
        {
            return;
        }

        var first = found.Count;
        PlaybookNames.Run(s, s.Context.Competitors, SlotType.Competitor, found);
        PlaybookNames.Run(s, s.Context.Technologies, SlotType.Technology, found);
        for (var i = 0; i < s.Facts.Count && found.Count - first < MostProducts; i++)
        {
            Read(s, i, found);
        }

        if (IsAsked(s) && found.Count == first)
        {
            Bare(s, found);
        }
    }

    private static bool IsAsked(Sentence s) => s.Context.Requested.Contains(SlotType.Technology) || s.Context.Requested.Contains(SlotType.Competitor);

    private static void Read(Sentence s, int index, List<Candidate> found)
    {
        var fact = s.Facts[index];
        if (fact.Has(Tag.Tool) || fact.Has(Tag.WordyTool))
        {
            Known(s, index, found);
        }
        else if (fact.Has(Tag.RivalIntro) || fact.Has(Tag.ToolIntro))
        {
            Unknown(s, fact, found);
        }
    }

    private static void Known(Sentence s, int index, List<Candidate> found)
    {
        var fact = s.Facts[index];
        if (!FactReader.IsFree(s, fact) || s.Has(s.TermAt(fact.End), Tag.Rank, Tag.RankTail))
        {
            return;
        }

        var last = found.Count > 0 && found[^1] is { Type: SlotType.Technology or SlotType.Competitor } before && Follows(s, before, fact.Start) ? before.Type : (SlotType?)null;
        var rival = last == SlotType.Competitor || FactReader.Before(s, index, Tag.RivalIntro) >= 0;
        var used = last == SlotType.Technology || FactReader.Before(s, index, Tag.ToolIntro) >= 0;
        var wordy = fact.Has(Tag.WordyTool);
        var placed = wordy && s.Tokens[fact.Start].Capital && FactReader.Before(s, index, Tag.ToolPlace) >= 0;
        var none = wordy && fact.Value(Tag.WordyTool) == None;
        if (!IsAsked(s) && (none || (!rival && !used && ((wordy && !placed) || IsCompanyOfSpeaker(s, fact)))))
        {
            return;
        }

        var type = rival ? SlotType.Competitor : used ? SlotType.Technology : AskedFirst(s);
        var name = Names.TextOf(fact.Value(wordy ? Tag.WordyTool : Tag.Tool)).Replace('_', ' ');
        Add(s, type, name, fact.Start, fact.End, "known", found);
    }

    // "HubSpot and a few spreadsheets": the next of a list.
    private static bool Follows(Sentence s, Candidate before, int start)
    {
        var (token, end) = (start, before.Start + before.Length);
        while (token > 0 && start - token <= WidestLink && s.Tokens[token - 1].Start >= end)
        {
            token--;
        }

        return start - token <= WidestLink && FactReader.Continues(s, token, start);
    }

    // "I work at Salesforce" is read as a company.
    private static bool IsCompanyOfSpeaker(Sentence s, Fact fact)
    {
        var before = s.TermAt(fact.Start) - 1;
        return s.Has(before, Tag.CompanyIntro, Tag.At);
    }

    private static SlotType AskedFirst(Sentence s)
    {
        var (tool, rival) = (s.Context.Requested.IndexOf(SlotType.Technology), s.Context.Requested.IndexOf(SlotType.Competitor));
        return rival >= 0 && (tool < 0 || rival < tool) ? SlotType.Competitor : SlotType.Technology;
    }

    // A capital name, or a quoted one, that no list holds.
    private static void Unknown(Sentence s, Fact intro, List<Candidate> found)
    {
        var start = s.TermAt(intro.End);
        start = s.Has(start, Tag.The) || s.Has(start, Tag.Article) ? start + 1 : start;
        var quoted = s.Sign(start) == '"';
        start = quoted ? start + 1 : start;
        var end = quoted ? EndOfQuote(s, start) : EndOfName(s, start);
        if (end <= start || !s.IsFree(start, end) || s.Facts.Has(s.TokenAt(start), Tag.Tool) || s.Facts.Has(s.TokenAt(start), Tag.WordyTool) || s.Facts.Has(s.TokenAt(start), Tag.NoName))
        {
            return;
        }

        if (quoted || (!s.Language.Vocabulary.IsCommon(s.Token(start).Word) && !s.Facts.Has(s.TokenAt(start), Tag.Geography) && !s.Facts.Has(s.TokenAt(start), Tag.Nation) && !s.Has(start, Tag.GivenName)))
        {
            Add(s, intro.Has(Tag.RivalIntro) ? SlotType.Competitor : SlotType.Technology, s.Text[s.StartOf(start)..s.EndBefore(end)], s.TokenAt(start), s.TokenAt(end), "introduced", found);
        }
    }

    // "Acme and Globex" are two.
    private static int EndOfName(Sentence s, int start)
    {
        var end = CompanyGrammar.End(s, start, lenient: false);
        for (var i = start; i < end; i++)
        {
            if (s.Has(i, Tag.NumberAnd, Tag.And) && s.Sign(i) == '\0')
            {
                return i;
            }
        }

        return end;
    }

    private static int EndOfQuote(Sentence s, int start)
    {
        var end = start;
        while (end < s.Count && end - start < 5 && s.Token(end).Kind != TokenKind.Sign)
        {
            end++;
        }

        return s.Sign(end) == '"' ? end : start;
    }

    // All that was answered.
    private static void Bare(Sentence s, List<Candidate> found)
    {
        var start = 0;
        while (start < s.Count - 1 && (s.Has(start, Tag.Filler) || s.Sign(start) != '\0'))
        {
            start++;
        }

        var end = start < s.Count ? CompanyGrammar.End(s, start, lenient: true) : start;
        if (end > start && s.EndsClause(end) && !s.Facts.Has(s.TokenAt(start), Tag.NoName) && !s.Has(start, Tag.NotName))
        {
            Add(s, AskedFirst(s), s.Text[s.StartOf(start)..s.EndBefore(end)], s.TokenAt(start), s.TokenAt(end), "bare", found);
        }
    }

    private static void Add(Sentence s, SlotType type, string name, int start, int end, string rule, List<Candidate> found)
    {
        s.Take(s.TermAt(start), s.TermAt(end - 1) + 1);
        FactReader.Add(s, type, name, start, end, (type == SlotType.Competitor ? "competitor." : "technology.") + rule, found);
    }
}
