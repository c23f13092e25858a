namespace QualifyBot.Qualification.Reading.Acts;

/// <content>What the bot's words ask for.</content>
internal sealed partial class Proposal
{
    private const ValueKind NameOrPlace = ValueKind.Name | ValueKind.Place;

    /// <summary>True where the bot asks whether it has understood: an answer with another value denies it.</summary>
    public bool AsksToConfirm => said.Language.AsksToConfirm(said.Text);

    /// <summary>True where the bot's last sentence asks what, where or when: what is said next answers that.</summary>
    public bool AsksForValue
    {
        get
        {
            var last = said.Text.AsSpan().TrimEnd();
            if (!last.EndsWith("?"))
            {
                return false;
            }

            for (var i = said.Tokens.Count - 2; i >= 0 && said.Text[said.Tokens[i].Start] is not ('.' or '!' or '?'); i--)
            {
                if (said.Language.QuestionWords.Contains(said.Tokens[i].Word))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// What the bot's words ask for; a "which" of a thing that has no word of its own asks for a name. A place may be told by its bare name, and a person
    /// behind the words that lead to places ("from Ann").
    /// </summary>
    public ValueKind Asked
    {
        get
        {
            var asked = Told;
            return asked == ValueKind.None ? ValueKind.Name : (asked & NameOrPlace) != ValueKind.None ? asked | NameOrPlace : asked;
        }
    }

    /// <summary>True where the bot asks for a place, and for no other name.</summary>
    public bool AsksForPlace => (Told & NameOrPlace) == ValueKind.Place;

    private ValueKind Told
    {
        get
        {
            var told = ValueKind.None;
            for (var i = 0; i < said.Tokens.Count; i++)
            {
                told |= said.Language.Asked.GetValueOrDefault(said.Tokens[i].Word);
            }

            return told;
        }
    }
}
