using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Statements;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Acts;

/// <summary>What the visitor does with the message, from the phrases in it.</summary>
internal static class ActReader
{
    private const int LongestPhraseInPassing = 2;
    private const int ReachOfAsking = 5;
    private const int MostFillers = 4;
    private const int FarthestSubject = 8;

    public static void Run(Sentence s, List<FoundStatement> statements, List<Act> acts)
    {
        foreach (var statement in statements)
        {
            foreach (var meaning in statement.Entry.Meanings)
            {
                var act = (Act)meaning.Value;
                if (meaning.Tag == Tag.Act && TurnsTheTalk(act) && !IsMeant(s, statement, act))
                {
                    s.Unspeak(statement.Start, statement.End);
                }
                else if (meaning.Tag == Tag.Act && IsMeant(s, statement, act) && !acts.Contains(act) && act is not (Act.Yes or Act.No or Act.Unsure))
                {
                    acts.Add(act);
                }
            }
        }
    }

    /// <summary>A short phrase counts where it opens a clause; one word only where it is the whole clause or opens the message.</summary>
    public static bool IsMeant(Sentence s, FoundStatement statement, Act act)
    {
        var length = statement.End - statement.Start;
        if (TurnsTheTalk(act) && IsTold(s, statement.Start))
        {
            return false;
        }

        if (length > LongestPhraseInPassing)
        {
            return !TurnsTheTalk(act) || IsAsked(s, statement.Start);
        }

        // "Sorry?" asks again; "nope, sorry" does not.
        if (act == Act.Repeat && statement.Has(Tag.Correct))
        {
            return statement.Start == 0 && s.TermAt(statement.End) >= s.Count - 1;
        }

        var opens = Opens(s, statement.Start);
        var ends = Clauses.EndAt(s.Tokens, statement.End);
        return length == LongestPhraseInPassing ? opens || ends
            : opens && (ends || (act == Act.Yes && !statement.Has(Tag.WeakAct)) || act is Act.No or Act.Thanks or Act.Goodbye or Act.Greet or Act.Unsure or Act.Cancel or Act.Repeat);
    }

    /// <summary>True where an act leads the talk elsewhere, so that a sentence about something else must not be taken for it.</summary>
    public static bool TurnsTheTalk(Act act) =>
        act is Act.Cancel or Act.Change or Act.Restart or Act.Help or Act.TalkToHuman or Act.BookMeeting or Act.ChangeLanguage or Act.DeleteMyData;

    // "Nobody can talk to our agents" asks for nothing: a request opens a clause, or stands close behind "I", "you", "please" or a joint.
    private static bool IsAsked(Sentence s, int token)
    {
        if (Opens(s, token))
        {
            return true;
        }

        for (var i = token - 1; i >= Math.Max(0, token - ReachOfAsking); i--)
        {
            if (s.Language.AskingWords.Contains(s.Tokens[i].Word))
            {
                return true;
            }

            if (Clauses.StartAt(s.Tokens, i))
            {
                return false;
            }
        }

        return false;
    }

    // "We talk to our support staff", "customers want to talk to a human": a fact, or another's wish.
    private static bool IsTold(Sentence s, int token)
    {
        var cues = s.Language.Cues;
        var before = token - 1;
        while (before >= 0 && before > token - ReachOfAsking && cues.Is(Cues.Small, s.Tokens[before].Word))
        {
            before--;
        }

        if (before >= 0 && cues.Is(Cues.Subject, s.Tokens[before].Word) && !(before > 0 && cues.Is(Cues.Modal, s.Tokens[before - 1].Word)) && !cues.Is(Cues.Modal, s.Tokens[token].Word))
        {
            return true;
        }

        for (var i = token - 1; i >= 0 && i >= token - FarthestSubject; i--)
        {
            if (cues.Is(Cues.Third, s.Tokens[i].Word))
            {
                return true;
            }

            if (Clauses.EndAt(s.Tokens, i) || cues.Is(Cues.Joint, s.Tokens[i].Word))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>True where a token opens a clause, fillers aside.</summary>
    public static bool Opens(Sentence s, int token)
    {
        for (var skipped = 0; !Clauses.StartAt(s.Tokens, token); skipped++)
        {
            var before = s.TermAt(token - 1);
            if (skipped == MostFillers || !s.Has(before, Tag.Filler))
            {
                return false;
            }

            token = s.Term(before).First;
        }

        return true;
    }
}
