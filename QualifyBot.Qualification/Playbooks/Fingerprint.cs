namespace QualifyBot.Qualification.Playbooks;

internal static class Fingerprint
{
    public static string Of(PlaybookDraft draft) => draft.Id;
}
