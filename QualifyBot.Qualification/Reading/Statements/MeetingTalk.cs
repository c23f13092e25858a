using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Statements;

/// <summary>Whether a message speaks of a meeting rather than of a purchase.</summary>
internal static class MeetingTalk
{
    /// <summary>"Can we move the demo to Thursday?" is no timeline, and neither is any time while one for a demo is sought.</summary>
    public static bool IsAbout(Sentence s, List<Act> acts)
    {
        if (s.Context.Requested.Contains(SlotType.Time) || acts.Contains(Act.BookMeeting))
        {
            return true;
        }

        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Tag.MeetingWord))
            {
                return true;
            }
        }

        return false;
    }
}
