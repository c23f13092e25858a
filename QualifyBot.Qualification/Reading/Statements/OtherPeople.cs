using QualifyBot.Qualification.Reading.Tokens;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>Finds who is named beside the speaker: "our head of IT", "the steering committee", "Mrs. Keller in purchasing".</summary>
internal static class OtherPeople
{
    private const int MostUnknownWords = 2;

    /// <summary>True, and the token behind it, where somebody is named at a token.</summary>
    public static bool TryRead(Sentence s, int start, out int end)
    {
        end = start;
        if (s.Language.People.Longest(s.Tokens, start, out var behind) is { } entry && entry.Has(Tag.Other) && IsName(s, start, behind))
        {
            end = WithField(s, behind);
        }

        end = Math.Max(end, Described(s, start));
        end = end > start ? end : Called(s, start);
        return end > start;
    }

    /// <summary>True where what is named is the speaker: "I'm the owner", "as head of IT", "ich bin der Chef", "soy la dueña".</summary>
    public static bool IsSpeaker(Sentence s, int start) =>
        start > 0 && s.Tokens[start - 1].Word is >= 0 and var word && s.Language.Vocabulary.TextOf(word) is "am" or "as" or "being" or "bin" or "als" or "suis" or "soy" or "sou" or "como";

    /// <summary>True where a determiner opens the name: "my CFO", "the board".</summary>
    public static bool IsDetermined(Sentence s, int start) => s.Language.People.Longest(s.Tokens, start, out _) is { } entry && entry.Has(Tag.Determiner);

    // "it" is a department only where it is written so.
    private static bool IsName(Sentence s, int start, int end) =>
        end - start > 1 || s.Tokens.Folded(start) is not "it" || s.Tokens[start].Shouted;

    // A determiner, words that go with it, and the word that says who.
    private static int Described(Sentence s, int start)
    {
        var people = s.Language.People;
        var (at, unknown) = (start, MostUnknownWords);
        if (people.Longest(s.Tokens, at, out var behind) is { } first && first.Has(Tag.Determiner))
        {
            (at, unknown) = (behind, 0);
        }

        var (end, known) = (start, at > start);
        while (at < s.Tokens.Count && s.Tokens[at].Kind == TokenKind.Word && !(at > start && Clauses.StartAt(s.Tokens, at)))
        {
            var entry = people.Longest(s.Tokens, at, out behind);
            end = entry is not null && entry.Has(Tag.Head) && IsName(s, at, behind) && (known || entry.Has(Tag.Other) || IsOf(s, behind, out _)) ? behind : end;

            if (entry is null || !(entry.Has(Tag.Lead) || entry.Has(Tag.Head)))
            {
                if (end > start || unknown++ >= MostUnknownWords || s.Language.Deciding.Longest(s.Tokens, at, out _) is not null)
                {
                    break;
                }

                behind = at + 1;
            }

            (at, known) = (behind, true);
        }

        return end > start ? WithField(s, end) : start;
    }

    // "of IT", "of the whole group", "at headquarters".
    private static int WithField(Sentence s, int end)
    {
        if (!IsOf(s, end, out var at) || at >= s.Tokens.Count)
        {
            return end;
        }

        if (s.Language.People.Longest(s.Tokens, at, out var behind) is { } entry && entry.Has(Tag.Determiner))
        {
            at = behind;
        }

        if (at >= s.Tokens.Count || s.Tokens[at].Kind != TokenKind.Word || s.Language.Deciding.Longest(s.Tokens, at, out _) is not null)
        {
            return end;
        }

        var term = s.Language.Terms.Longest(s.Tokens, at, out behind);
        return term is null ? at + 1 : term.Has(Tag.Field) ? behind : term.Has(Tag.Number) ? end : at + 1;
    }

    private static bool IsOf(Sentence s, int token, out int behind)
    {
        behind = token + 1;
        return token < s.Tokens.Count && s.Language.Terms.Longest(s.Tokens, token, out behind) is { } entry && entry.Has(Tag.Of) && !entry.Has(Tag.In) && s.Tokens.Folded(token)[0] != '\'';
    }

    // "Mrs. Keller", "Sandra from finance".
    private static int Called(Sentence s, int start)
    {
        var entry = s.Language.Terms.Longest(s.Tokens, start, out var at);
        if (entry is null || !(entry.Has(Tag.Honorific) || (entry.Has(Tag.GivenName) && s.Tokens[start].Capital)))
        {
            return start;
        }

        if (entry.Has(Tag.Honorific))
        {
            at += at < s.Tokens.Count && s.Text[s.Tokens[at].Start] == '.' ? 1 : 0;
            if (at >= s.Tokens.Count || !s.Tokens[at].Capital)
            {
                return start;
            }

            at++;
        }

        return at < s.Tokens.Count && s.Tokens.Folded(at) is "from" or "in" or "at" && Described(s, at + 1) is var end && end > at + 1 ? end : at;
    }
}
