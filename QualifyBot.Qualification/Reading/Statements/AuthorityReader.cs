using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>Who decides on the purchase. The weaker part wins where two are named: whoever needs a signature does not decide alone.</summary>
internal static class AuthorityReader
{
    private static readonly (Tag Tag, AuthorityClass Class)[] Order =
    [
        (Tag.Joint, AuthorityClass.Joint),
        (Tag.Approval, AuthorityClass.NeedsApproval),
        (Tag.Influencer, AuthorityClass.Influencer),
        (Tag.NoPart, AuthorityClass.None),
        (Tag.Sole, AuthorityClass.Sole),
        (Tag.Unclear, AuthorityClass.Unclear),
    ];

    public static void Run(Sentence s, List<FoundStatement> statements, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Authority);
        foreach (var (tag, part) in Order)
        {
            foreach (var statement in statements)
            {
                if (statement.Has(tag) && (asked ? IsAnswer(s, statement) : IsAbout(statement, part)))
                {
                    Add(s, statements, statement, part, found);
                    return;
                }
            }
        }
    }

    // "Me" answers where it opens a clause, not in "tell me".
    private static bool IsAnswer(Sentence s, FoundStatement statement) =>
        statement.End - statement.Start > 1 || !statement.Has(Tag.Sole) || ActReader.Opens(s, statement.Start);

    // Unasked, only phrases of several words speak of deciding: "me", "we do" and "it depends" answer other questions too.
    private static bool IsAbout(FoundStatement statement, AuthorityClass part) =>
        statement.Has(Tag.Decide) || (statement.End - statement.Start > 2 && part is not (AuthorityClass.Unclear or AuthorityClass.None) && !statement.Has(Tag.Unclear));

    private static void Add(Sentence s, List<FoundStatement> statements, FoundStatement statement, AuthorityClass part, List<Candidate> found)
    {
        var start = s.Tokens[statement.Start].Start;
        var length = s.Tokens[statement.End - 1].End - start;
        found.Add(new Candidate(SlotType.Authority, new AnswerValue.Authority(part, Others(s, part)), start, length, "authority"));
    }

    private static ImmutableArray<string> Others(Sentence s, AuthorityClass part)
    {
        if (part == AuthorityClass.Sole)
        {
            return [];
        }

        var others = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < s.Tokens.Count;)
        {
            var entry = s.Language.People.Longest(s.Tokens, i, out var end);
            if (entry is not null)
            {
                var start = s.Tokens[i].Start;
                others.Add(s.Text[start..s.Tokens[end - 1].End]);
            }

            i = end;
        }

        return others.ToImmutable();
    }
}
