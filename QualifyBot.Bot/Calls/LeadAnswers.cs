using System.Collections.Immutable;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>Puts a lead's turn into slots: the lead's own words first, then what the seller said as far as the lead takes it up.</summary>
internal sealed class LeadAnswers(CallFilling filling, CallCues cues, Likeness? likeness)
{
    private const int FewWords = 8;

    private readonly HashSet<string> filled = new(StringComparer.Ordinal);
    private readonly List<(int Start, int End, SlotType Type)> used = [];

    private MeantInCalls Meant => new(filling, cues, likeness);

    /// <summary>The slots that the last turn filled.</summary>
    public IReadOnlySet<string> Filled => filled;

    /// <summary>Takes a turn in.</summary>
    /// <param name="heard">The turn.</param>
    /// <param name="open">The slots asked for.</param>
    /// <param name="seller">What the seller said before it, or null.</param>
    /// <returns>True where what the seller stated was taken up, one way or the other.</returns>
    public bool Take(LeadTurn heard, ImmutableArray<Slot> open, SellerTurn? seller)
    {
        filled.Clear();
        used.Clear();
        var (defers, shortly) = (cues.Holds("deferral", heard.Turn.Text), new ShortAnswers(filling, cues, filled));
        shortly.TakeRank(heard, open);
        var puts = defers ? heard.Reading.Candidates.Where(static candidate => candidate.Type is not (SlotType.Need or SlotType.Text)) : heard.Reading.Candidates;
        var ordered = puts.OrderBy(candidate => candidate.Type == SlotType.Money && IsCost(heard, candidate) ? 1 : 0);
        foreach (var candidate in ordered)
        {
            TakeOwn(heard, Meant.Of(heard, candidate, seller), open, seller);
        }

        if (!defers)
        {
            shortly.TakeDecider(heard, open, seller);
            new ToldByLikeness(filling, likeness, filled).Take(heard, open);
            shortly.Take(heard, open, seller);
        }

        if (seller is not null)
        {
            new Agreeing(filling, cues, filled, heard, seller).Take(open);
        }

        new Volunteered(filling, cues).Take(heard, filled);
        Withhold(heard, open);
        return heard.Reply != Reply.Other || filled.Count > 0;
    }

    private void Withhold(LeadTurn heard, ImmutableArray<Slot> open)
    {
        if (heard.Withholds is { } reason)
        {
            foreach (var slot in open.Where(slot => !filled.Contains(slot.Id) && !filling.Denied.Contains(slot.Id)))
            {
                filling.Withhold(slot, reason, heard.Turn);
            }
        }
    }

    private void TakeOwn(LeadTurn heard, Candidate candidate, ImmutableArray<Slot> open, SellerTurn? seller)
    {
        if (heard.SpanOf(candidate) is not { } span || IsUsed(span, candidate.Type) || IsRejected(heard, candidate, span, open, seller))
        {
            return;
        }

        if (seller is { AsksSituation: true } && candidate is { Type: SlotType.Need, Rule: "need.answer" } && !Meant.TellsTrouble(heard))
        {
            return;
        }

        var possible = candidate.Type == SlotType.Money && IsBareInLong(heard, span) ? [] : seller?.Possible ?? [];
        var asked = open.Concat(possible).FirstOrDefault(slot => slot.Type == candidate.Type && !filled.Contains(slot.Id));
        var sentence = heard.SentenceAt(span.Start);
        var proposed = seller is not null && heard.Reply != Reply.Unsure && seller.Proposals.Any(proposal => proposal.Type == candidate.Type);
        if (asked is not null && Answers(candidate, heard, open) && !(candidate.Type == SlotType.YesNo && seller is { Asked: null }))
        {
            Put(heard, asked, candidate, span);
        }
        else if (candidate.Type == SlotType.Priority && (open.FirstOrDefault(ShortAnswers.IsPriority) ?? (IsFree(PrioritySlot()) ? PrioritySlot() : null)) is { } priority)
        {
            Put(heard, priority, candidate with { Value = cues.Holds("low", sentence) ? new AnswerValue.YesNo(YesNoClass.No) : OfPriority(candidate.Value) }, span);
        }
        else if ((proposed || AcceptsUnasked(candidate, sentence, heard.Reply)) && SlotFor(candidate, heard, sentence, proposed) is { } slot)
        {
            Put(heard, slot, candidate, span);
        }
    }

    // "January is not realistic" denies what it names; "no, it's me" needs no reading of who else is Meant.
    private bool IsRejected(LeadTurn heard, Candidate candidate, (int Start, int Length) span, ImmutableArray<Slot> open, SellerTurn? seller) => candidate.Type switch
    {
        SlotType.Money when cues.Is("bare_unit", heard.Turn.Text.AsSpan(span.Start, span.Length)) => true,
        SlotType.Need when candidate.Rule is "need.answer" && cues.Is("back", heard.Turn.Text.AsSpan(span.Start, span.Length)) => true,
        SlotType.Need when candidate.Rule is "need.goal" && cues.Holds("negated", heard.ClauseAt(span.Start, span.Length)) => true,
        SlotType.Need when candidate.Rule is "need.none" && open is not [{ Type: SlotType.Need }, ..] && IsBareNo(heard, span) => true,
        SlotType.Need when candidate.Rule is "need.none" && IsBareNo(heard, span) && Meant.TellsTrouble(heard) => true,
        SlotType.Money or SlotType.Timeframe or SlotType.Headcount => cues.Holds("rejected", heard.ClauseAt(span.Start, span.Length))
            || (cues.Holds("past", heard.ClauseAt(span.Start, span.Length)) && heard.Reading.Candidates.Any(other => other.Type == candidate.Type && other.Start > candidate.Start)),
        SlotType.Authority => candidate.Value is AnswerValue.Authority { Class: AuthorityClass.Influencer } && ((seller is { AsksForOthers: true } && heard.Reply == Reply.No) || cues.Opens("me_alone", heard.Turn.Text)),
        _ => false,
    };

    // "A backlog of forty customers" is no sum where money was hardly asked for.
    private bool IsBareInLong(LeadTurn heard, (int Start, int Length) span) =>
        Sums.IsBare(heard.Turn.Text.AsSpan(span.Start, span.Length), cues) && heard.SentenceAt(span.Start).Count(static sign => sign == ' ') > FewWords;

    private bool IsBareNo(LeadTurn heard, (int Start, int Length) span) => cues.Is("no", heard.Turn.Text.AsSpan(span.Start, span.Length));

    // A yes or no is the answer to what can be answered so, not to another question of the same turn.
    private static bool Answers(Candidate candidate, LeadTurn heard, ImmutableArray<Slot> open) => candidate.Type switch
    {
        SlotType.YesNo => open.Length == 1 || heard.Reply is Reply.Yes or Reply.No,
        SlotType.Need => candidate.Value is AnswerValue.Need { Present: true } || heard.Reply != Reply.Yes,
        SlotType.Text => heard.Reply is not (Reply.No or Reply.Unsure),
        _ => true,
    };

    private bool AcceptsUnasked(Candidate candidate, string sentence, Reply reply) => candidate.Type switch
    {
        SlotType.YesNo or SlotType.Number or SlotType.Duration or SlotType.Time or SlotType.Text => false,
        SlotType.Money => cues.Holds("budget_word", sentence) && !cues.Holds("cost_word", sentence) && candidate.Value is not AnswerValue.Money { Status: MoneyStatus.Vague },
        SlotType.Timeframe => cues.Holds("start_word", sentence),
        SlotType.Headcount => cues.Holds("people_word", sentence),
        SlotType.Need => candidate.Value is AnswerValue.Need { Present: true } || (cues.Holds("need_word", sentence) && reply != Reply.Yes),
        SlotType.Title or SlotType.Person => cues.Holds("self_role", sentence),
        _ => true,
    };

    private Slot? SlotFor(Candidate candidate, LeadTurn heard, string sentence, bool proposed)
    {
        var slots = filling.Playbook.Slots.Where(slot => slot.Type == candidate.Type && !filled.Contains(slot.Id)).OrderBy(IsMainNeed).ToArray();
        return Array.Find(slots, IsFree)
            ?? (proposed || candidate.Start < heard.Offset || heard.Corrects(candidate.Type) || cues.Holds("fix", sentence) || IsFuller(candidate, slots) ? slots.FirstOrDefault() : null);
    }

    // A problem is of the kind that the playbook knows only where it says so; a plain statement of one comes first to challenges, not to goals.
    private static int IsMainNeed(Slot slot) => slot.Type == SlotType.Need && (slot.Id.Contains("goal", StringComparison.Ordinal) || slot.Id.Contains("plan", StringComparison.Ordinal)) ? 1 : 0;

    private bool IsFuller(Candidate candidate, Slot[] slots) => slots.Length > 0
        && candidate.Value is AnswerValue.Need { Present: true, Category: not null }
        && filling.Lead.Find(slots[0].Id)?.Value is AnswerValue.Need { Present: true, Category: null } or AnswerValue.Need { Present: false };

    private bool IsFree(Slot? slot) => slot is not null && !filled.Contains(slot.Id) && !filling.IsSettled(slot);

    private Slot? PrioritySlot() => filling.Playbook.Slots.FirstOrDefault(ShortAnswers.IsPriority);

    private static AnswerValue.YesNo OfPriority(AnswerValue value) => new(value switch
    {
        AnswerValue.Text("top" or "high") => YesNoClass.Yes,
        AnswerValue.Text("low") => YesNoClass.No,
        _ => YesNoClass.Unsure,
    });

    // Words that leave the matter open take nothing from an answer that settled it.
    private void Put(LeadTurn heard, Slot slot, Candidate candidate, (int Start, int Length) span)
    {
        if (filling.IsSettled(slot) && (Settling.IsOpen(candidate.Value) || candidate.Value is AnswerValue.Money { Status: MoneyStatus.Vague }))
        {
            return;
        }

        used.Add((span.Start, span.Start + span.Length, candidate.Type));
        filled.Add(slot.Id);
        filling.Take(slot, candidate.Value, heard.Turn, span, candidate.Rule);
    }

    // Words feed one answer, but a figure may stand within the words of a problem or a free answer.
    private bool IsUsed((int Start, int Length) span, SlotType type) => used.Exists(other =>
        span.Start < other.End && span.Start + span.Length > other.Start && other.Type is not (SlotType.Need or SlotType.Text) && type is not (SlotType.Need or SlotType.Text));

    private bool IsCost(LeadTurn heard, Candidate candidate) =>
        heard.SpanOf(candidate) is { } span && cues.Holds("cost_word", heard.SentenceAt(span.Start)) && !cues.Holds("budget_word", heard.SentenceAt(span.Start));
}
