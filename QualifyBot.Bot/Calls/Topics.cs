using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;

namespace QualifyBot.Bot.Calls;

/// <summary>What sellers ask about, and which slots of a playbook an answer to it fills.</summary>
internal sealed class Topics
{
    /// <summary>The kind of question that asks how things are, whether or not something is wrong with them.</summary>
    public const string Situation = "situation";

    // In the order in which a question that names several is taken; each with words in the ids of slots and criteria, and the type it falls back to.
    private static readonly (string Name, string[] Ids, SlotType? Type)[] Known =
    [
        ("decision_process", ["process"], SlotType.Authority),
        ("decision_criteria", ["decision_criteria", "criteria"], null),
        ("champion", ["champion"], null),
        ("authority", ["authority", "buyer", "decider", "decision_maker"], SlotType.Authority),
        ("metrics", ["metric"], null),
        ("consequences", ["consequence", "implication"], null),
        ("budget", ["budget", "money", "fund"], SlotType.Money),
        ("priority", ["priorit", "urgency"], SlotType.Priority),
        ("timeline", ["timeline", "timing", "time_frame", "start"], SlotType.Timeframe),
        ("headcount", ["headcount", "company_size", "employees", "users"], SlotType.Headcount),
        ("goals", ["goal", "objective"], SlotType.Need),
        ("plans", ["plan"], null),
        ("need", ["need", "challenge", "pain", "problem"], SlotType.Need),
        ("interest", ["interest"], null),
        ("technology", ["technology", "tool", "current"], SlotType.Technology),
        ("competitor", ["competitor"], SlotType.Competitor),
        ("title", ["title"], SlotType.Title),
        ("company", [], SlotType.Company),
        ("email", [], SlotType.Email),
        ("phone", [], SlotType.Phone),
        ("person", [], SlotType.Person),
        ("industry", [], SlotType.Industry),
        ("geography", [], SlotType.Geography),
    ];

    private readonly ImmutableArray<(string Name, ImmutableArray<Slot> Slots)> topics;

    /// <summary>The topics of a playbook.</summary>
    public Topics(Playbook playbook) => topics = [.. Known.Select(topic => (topic.Name, SlotsOf(playbook, topic.Ids, TypeOf(playbook, topic.Name, topic.Type)))).Where(static topic => !topic.Item2.IsEmpty)];

    /// <summary>The slots that a sentence of a seller asks for, most wanted first.</summary>
    public ImmutableArray<Slot> AskedIn(ReadOnlySpan<char> sentence, CallCues cues)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        foreach (var (name, filled) in topics)
        {
            // "Have you set money aside to solve that?" is about money.
            var yields = name is "need" && slots.Count > 0 && !cues.Holds("strong_need", sentence);
            if (!yields && cues.Holds(name, sentence) && !cues.Holds($"not_{name}", sentence))
            {
                slots.AddRange(filled.Where(slot => !slots.Contains(slot)));
            }
        }

        return slots.ToImmutable();
    }

    /// <summary>The slots that a question is most likely about by its likeness to known ones; none where it is about something else, or nothing stands out.</summary>
    public ImmutableArray<Slot> LikelyIn(ReadOnlySpan<char> sentence, CallCues cues, Likeness? likeness, float least)
    {
        var shares = new Dictionary<string, (ImmutableArray<Slot> Slots, float Share)>(StringComparer.Ordinal);
        foreach (var (kind, share) in likeness?.Of(sentence) ?? [])
        {
            var slots = cues.Holds($"not_{kind}", sentence) ? [] : Of(kind is Situation ? "need" : kind);
            var key = slots is [var first, ..] ? first.Id : "";
            shares[key] = (slots, shares.GetValueOrDefault(key).Share + share);
        }

        return shares.Values.OrderByDescending(static one => one.Share).FirstOrDefault(one => one.Share >= least).Slots is { IsDefault: false } likely ? likely : [];
    }

    /// <summary>The slots that a question could be about as well: an answer of their kind shows that it was.</summary>
    public IEnumerable<Slot> PossibleIn(ReadOnlySpan<char> sentence, CallCues cues, Likeness? likeness, float least)
    {
        var slots = new List<Slot>();
        foreach (var (kind, share) in likeness?.Of(sentence) ?? [])
        {
            if (share >= least && !cues.Holds($"not_{kind}", sentence))
            {
                slots.AddRange(Of(kind).Where(static slot => slot.Type is SlotType.Money or SlotType.Timeframe or SlotType.Authority));
            }
        }

        return slots;
    }

    /// <summary>The slots of a topic by its name, none where the playbook has none.</summary>
    public ImmutableArray<Slot> Of(string name) => topics.FirstOrDefault(topic => string.Equals(topic.Name, name, StringComparison.Ordinal)) is { Slots: { IsDefault: false } slots } ? slots : [];

    // Where goals or metrics have a slot of their own words, a goal is no problem.
    private static SlotType? TypeOf(Playbook playbook, string topic, SlotType? type) =>
        topic is "goals" && playbook.Slots.Any(static slot => slot.Type == SlotType.Text) ? null : type;

    // By its name first, then by its kind; a question of the playbook makes a slot the one that is meant.
    private static ImmutableArray<Slot> SlotsOf(Playbook playbook, string[] ids, SlotType? type)
    {
        var named = playbook.Slots.Where(slot => Array.Exists(ids, id => slot.Id.Contains(id, StringComparison.Ordinal))).ToArray();
        if (named.Length == 0)
        {
            named = [.. playbook.Slots.Where(slot => Array.Exists(ids, id => slot.Criterion.Contains(id, StringComparison.Ordinal)) && (type is null || slot.Type == type || !Identifies(slot.Type)))];
        }

        if (named.Length == 0 && type is { } kind)
        {
            named = [.. playbook.Slots.Where(slot => slot.Type == kind)];
        }

        return [.. named.OrderBy(slot => slot.Type == type ? 0 : 1)];
    }

    /// <summary>Whether a slot of this kind says who somebody is, and nothing of whether they will buy.</summary>
    public static bool Identifies(SlotType type) => type is SlotType.Person or SlotType.Company or SlotType.Email or SlotType.Phone or SlotType.Web or SlotType.Title;
}
