using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Tests.Generated;

/// <summary>How somebody talks.</summary>
public enum Manner
{
    Cooperative,
    Terse,
    Chatty,
    Correcting,
    Digressing,
    Hostile,
    Silent,
}

/// <summary>What somebody would say if asked, the same in the whole talk; each fact in words of their own and, where people do that, in very few.</summary>
internal sealed class Persona(Random chance)
{
    private readonly string need = Pick(chance, "Our onboarding of new hires takes too long", "We copy and paste everything by hand", "our tools don't work together, everything is out of sync",
        "we have no overview, reporting takes two days a month", "We are growing faster than we can handle", "too much manual work in Excel", "our audits are a nightmare, compliance is hard");

    private readonly int people = Pick(chance, 3, 12, 30, 45, 80, 120, 300, 480, 900, 4000);
    private readonly int thousands = Pick(chance, 2, 8, 15, 25, 40, 60, 90, 150);
    private readonly string start = Pick(chance, "next month", "in two months", "in three months", "in four months", "next year", "no rush", "by the end of the quarter", "as soon as possible");
    private readonly string authority = Pick(chance, "I decide that myself", "we decide together", "others decide", "I choose, our CFO signs", "I give advice, the board decides");
    private readonly string yesNo = Pick(chance, "yes", "Yes, it is", "no", "maybe", "yes please", "not really");
    private readonly string email = Pick(chance, "anna@acme.example", "jo.smith@widgets.example", "info@gmail.com", "k.li@northwind.example");
    private readonly bool tellsMoney = chance.Next(5) > 0;

    /// <summary>The answer to a question of the playbook, said in full.</summary>
    public string Full(Question question) => question.Slot.Type switch
    {
        SlotType.Need => need,
        SlotType.Headcount => $"we are about {people} people",
        SlotType.Money => tellsMoney ? $"around ${thousands}k a year" : "I'd rather not say",
        SlotType.Timeframe => start,
        SlotType.Authority => authority,
        SlotType.YesNo => yesNo,
        _ => TextOf(question.Slot.Id),
    };

    /// <summary>The answer in as few words as people use.</summary>
    public string Brief(Question question) => question.Slot.Type switch
    {
        SlotType.Need => "manual work",
        SlotType.Headcount => $"{people}",
        SlotType.Money => tellsMoney ? $"{thousands}k" : "skip",
        SlotType.Authority => authority.StartsWith("others", StringComparison.Ordinal) ? "others" : authority,
        _ => Full(question),
    };

    /// <summary>The address.</summary>
    public string Email => email;

    /// <summary>Another answer than the first one, said as a correction.</summary>
    public string? Corrected(Question question) => question.Slot.Type switch
    {
        SlotType.Headcount => $"sorry, I meant {people + 7} people",
        SlotType.Money when tellsMoney => $"actually make that {thousands + 5}k",
        SlotType.Timeframe => "correction: we want to start in five months",
        _ => null,
    };

    /// <summary>Several facts in one sentence, and the types that they answer.</summary>
    public (string Words, SlotType[] Tells) AllAtOnce() => tellsMoney
        ? ($"{need}, we are {people} people and have a budget of ${thousands}k a year", [SlotType.Need, SlotType.Headcount, SlotType.Money])
        : ($"{need} and we are {people} people", [SlotType.Need, SlotType.Headcount]);

    private static string TextOf(string slot) => slot switch
    {
        "goal" => "Double our leads to 200 a month",
        "plan" => "we looked at a new tool",
        "metrics" => "two days less work each month",
        "decision_criteria" => "ease of use and price",
        "decision_process" => "a trial and then a security review",
        _ => "that is hard to say in a word",
    };

    private static T Pick<T>(Random chance, params ReadOnlySpan<T> of) => of[chance.Next(of.Length)];
}
