using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>Who decides on the purchase: by the grammar of deciding where the language has its words, else by whole phrases, the weaker part first.</summary>
internal static class AuthorityReader
{
    // "We have a purchasing department".
    private const int ShortWayIn = 4;

    private static readonly (Tag Tag, AuthorityClass Class)[] Order =
    [
        (Tag.Joint, AuthorityClass.Joint),
        (Tag.Approval, AuthorityClass.NeedsApproval),
        (Tag.Influencer, AuthorityClass.Influencer),
        (Tag.NoPart, AuthorityClass.None),
        (Tag.Sole, AuthorityClass.Sole),
        (Tag.Unclear, AuthorityClass.Unclear),
    ];

    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts, List<Candidate> found)
    {
        var asked = s.Context.Requested.Contains(SlotType.Authority);
        if (!asked && !statements.Exists(static statement => IsAuthority(statement)))
        {
            return;
        }

        var words = new List<DecisionWord>();
        DecisionWords.Run(s, words);
        var grammar = new DecisionGrammar(s, words);
        if (grammar.Read() is { } part && grammar.Span.From >= 0 && ((asked && !acts.Exists(static act => IsRequest(act))) || (grammar.IsPlain && part != AuthorityClass.Unclear)))
        {
            DropOthers(s, words, found);
            Add(s, part, grammar.Span, part == AuthorityClass.Sole ? [] : grammar.Others(), found);
        }
        else if (!FromPhrases(s, statements, asked, words, grammar, found) && asked)
        {
            FromNames(s, words, grammar, found);
        }
    }

    // "Can I speak to a person?" asks for something: only plain words of deciding count beside it.
    private static bool IsRequest(Act act) => act is Act.TalkToHuman or Act.BookMeeting or Act.AskPrice or Act.Repeat or Act.WhatCanYouDo or Act.Help;

    // "Our IT director decides": what names somebody else is neither the speaker's title nor their name.
    private static void DropOthers(Sentence s, List<DecisionWord> words, List<Candidate> found)
    {
        foreach (var word in words)
        {
            if (word.Kind == Tag.Other)
            {
                var (start, end) = (s.Tokens[word.Start].Start, s.Tokens[word.End - 1].End);
                found.RemoveAll(candidate => candidate.Type is SlotType.Title or SlotType.Person or SlotType.Company or SlotType.Headcount
                    && candidate.Start >= start && candidate.Start + candidate.Length <= end && !s.Context.Requested.Contains(candidate.Type));
            }
        }
    }

    private static bool IsAuthority(FoundStatement statement) =>
        statement.Has(Tag.Decide) || statement.Has(Tag.Joint) || statement.Has(Tag.Approval) || statement.Has(Tag.Influencer) || statement.Has(Tag.Sole);

    private static bool FromPhrases(Sentence s, List<FoundStatement> statements, bool asked, List<DecisionWord> words, DecisionGrammar grammar, List<Candidate> found)
    {
        foreach (var (tag, part) in Order)
        {
            foreach (var statement in statements)
            {
                if (statement.Has(tag) && (asked ? IsAnswer(s, statement) : IsAbout(s, statement, part)))
                {
                    if (part is AuthorityClass.Influencer or AuthorityClass.Joint or AuthorityClass.NeedsApproval)
                    {
                        DropOthers(s, words, found);
                    }

                    Add(s, part, (statement.Start, statement.End), part == AuthorityClass.Sole ? [] : grammar.Others(), found);
                    return true;
                }
            }
        }

        return false;
    }

    // "Me" answers where it opens a clause, not in "tell me".
    private static bool IsAnswer(Sentence s, FoundStatement statement) =>
        statement.End - statement.Start > 1 || !statement.Has(Tag.Sole) || ActReader.Opens(s, statement.Start);

    // Unasked, only phrases of several words speak of deciding: "me", "we do" and "it depends" answer other questions too.
    private static bool IsAbout(Sentence s, FoundStatement statement, AuthorityClass part) =>
        statement.Has(Tag.Decide) || (s.Language.Deciding.IsEmpty && statement.End - statement.Start > 2 && part is not (AuthorityClass.Unclear or AuthorityClass.None) && !statement.Has(Tag.Unclear));

    // "Our purchasing department": who is named alone is who decides.
    private static void FromNames(Sentence s, List<DecisionWord> words, DecisionGrammar grammar, List<Candidate> found)
    {
        var first = words.FindIndex(static word => word.Kind == Tag.Other);
        if (first >= 0 && (ActReader.Opens(s, words[first].Start) || words[first].Start <= ShortWayIn))
        {
            Add(s, AuthorityClass.Influencer, (words[first].Start, words[first].End), grammar.Others(), found);
        }
    }

    private static void Add(Sentence s, AuthorityClass part, (int From, int To) span, ImmutableArray<string> others, List<Candidate> found)
    {
        var start = s.Tokens[span.From].Start;
        found.Add(new Candidate(SlotType.Authority, new AnswerValue.Authority(part, others), start, s.Tokens[span.To - 1].End - start, "authority"));
    }
}
