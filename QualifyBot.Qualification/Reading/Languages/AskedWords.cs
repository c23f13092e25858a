using System.Collections.Frozen;
using QualifyBot.Qualification.Reading.Acts;
using QualifyBot.Qualification.Reading.Words;

namespace QualifyBot.Qualification.Reading.Languages;

/// <summary>The list "asked": words of a question that tell what it asks for, the words behind which a place stands, and those that name the kind of a value behind it.</summary>
internal static class AskedWords
{
    private const string PlaceLeads = "at";
    private const string Tails = "tail";

    public static (FrozenDictionary<int, ValueKind> Asked, FrozenSet<int> PlaceLeads, FrozenSet<int> Tails) Load(string folder, Vocabulary vocabulary)
    {
        var asked = new Dictionary<int, ValueKind>();
        var (leads, tails) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (name, words) in WordLists.LinesOf(folder + "/asked"))
        {
            foreach (var word in words.Split(',', StringSplitOptions.TrimEntries).Select(vocabulary.Add))
            {
                if (name is PlaceLeads or Tails)
                {
                    (name == Tails ? tails : leads).Add(word);
                }
                else
                {
                    asked[word] = asked.GetValueOrDefault(word) | Enum.Parse<ValueKind>(name, ignoreCase: true);
                }
            }
        }

        return (asked.ToFrozenDictionary(), leads.ToFrozenSet(), tails.ToFrozenSet());
    }
}
