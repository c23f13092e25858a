using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>What a kind of sentence, as the examples of leads part them, says of which slots.</summary>
internal static class Meanings
{
    // What a kind of sentence says, of which slots.
    private static readonly Dictionary<string, (string[] Ids, SlotType Type, Func<string, AnswerValue> Value)> Known = new(StringComparer.Ordinal)
    {
        ["pain"] = ([], SlotType.Need, static words => new AnswerValue.Need(true, null, words)),
        ["no_pain"] = ([], SlotType.Need, static words => new AnswerValue.Need(false, null, words)),
        ["sole"] = ([], SlotType.Authority, static _ => new AnswerValue.Authority(AuthorityClass.Sole, [])),
        ["joint"] = ([], SlotType.Authority, static _ => new AnswerValue.Authority(AuthorityClass.Joint, [])),
        ["others"] = ([], SlotType.Authority, static _ => new AnswerValue.Authority(AuthorityClass.Influencer, [])),
        ["money_yes"] = ([], SlotType.Money, static _ => new AnswerValue.Money(MoneyStatus.Vague)),
        ["money_no"] = ([], SlotType.Money, static _ => new AnswerValue.Money(MoneyStatus.None)),
        ["later"] = ([], SlotType.Timeframe, static _ => new AnswerValue.Timeframe(TimeframeClass.NoRush)),
        ["high"] = (["priorit"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.Yes)),
        ["low"] = (["priorit"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.No)),
        ["champion_yes"] = (["champion"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.Yes)),
        ["champion_no"] = (["champion"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.No)),
        ["interest_yes"] = (["interest"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.Yes)),
        ["interest_no"] = (["interest"], SlotType.YesNo, static _ => new AnswerValue.YesNo(YesNoClass.No)),
        ["metrics"] = (["metric"], SlotType.Text, static words => new AnswerValue.Text(words)),
        ["criteria"] = (["criteria"], SlotType.Text, static words => new AnswerValue.Text(words)),
        ["process"] = (["process"], SlotType.Text, static words => new AnswerValue.Text(words)),
        ["goal"] = (["goal"], SlotType.Text, static words => new AnswerValue.Text(words)),
        ["plan"] = (["plan"], SlotType.Text, static words => new AnswerValue.Text(words)),
    };

    // Where a playbook asks by yes or no for what another asks for as a sum.
    private static readonly Dictionary<string, AnswerValue> Funds = new(StringComparer.Ordinal)
    {
        ["money_yes"] = new AnswerValue.YesNo(YesNoClass.Yes),
        ["money_no"] = new AnswerValue.YesNo(YesNoClass.No),
    };

    private static readonly Dictionary<string, string> Opposites = new(StringComparer.Ordinal)
    {
        ["pain"] = "no_pain", ["no_pain"] = "pain", ["sole"] = "others", ["others"] = "sole", ["money_yes"] = "money_no", ["money_no"] = "money_yes",
        ["high"] = "low", ["low"] = "high", ["champion_yes"] = "champion_no", ["champion_no"] = "champion_yes", ["interest_yes"] = "interest_no", ["interest_no"] = "interest_yes",
    };

    /// <summary>What is said where such a sentence is denied, or null where nothing is.</summary>
    public static string? OppositeOf(string kind) => Opposites.GetValueOrDefault(kind);

    /// <summary>Whether such a sentence fills the slot.</summary>
    public static bool Tells(string kind, Slot slot) =>
        Known.TryGetValue(kind, out var meaning) && ((slot.Type == meaning.Type && (meaning.Ids.Length == 0 || Array.Exists(meaning.Ids, id => slot.Id.Contains(id, StringComparison.Ordinal))))
            || (Funds.ContainsKey(kind) && slot.Type == SlotType.YesNo && slot.Id.Contains("fund", StringComparison.Ordinal)));

    /// <summary>What such a sentence says of the slot.</summary>
    public static AnswerValue ValueOf(string kind, Slot slot, string words) =>
        slot.Type == SlotType.YesNo && Funds.TryGetValue(kind, out var money) ? money : Known[kind].Value(words);
}
