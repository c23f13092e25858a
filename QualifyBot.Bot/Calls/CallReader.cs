using System.Collections.Immutable;
using System.Globalization;
using QualifyBot.Qualification.Answers;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Reading;

namespace QualifyBot.Bot.Calls;

/// <summary>Reads a whole call, turn by turn. A pure function of the call, the playbook and the day.</summary>
public sealed class CallReader
{
    private readonly Call call;
    private readonly CallFilling filling;
    private readonly CallCues cues;
    private readonly SellerReader sellers;
    private readonly LeadReader leads;
    private readonly LeadAnswers answers;
    private ImmutableArray<Slot> open = [];
    private SellerTurn? seller;
    private string broken = "";

    private CallReader(Call call, Playbook playbook, DateOnly today)
    {
        var language = call.Language ?? CallLanguage.Of(call);
        cues = CallCues.Of(language);
        var context = new ReadingContext
        {
            Now = StartOf(call) ?? today.ToDateTime(new TimeOnly(12, 0)),
            Language = language,
            Needs = playbook.Needs,
            Technologies = playbook.Technologies,
            Competitors = playbook.Competitors,
            Currency = playbook.Currency,
            FiscalYearStart = playbook.FiscalYearStart,
        };
        this.call = call;
        filling = new CallFilling(playbook);
        sellers = new SellerReader(new Topics(playbook), cues, Likeness.OfQuestions(language), Likeness.OfAnswers(language), requested => context with { Requested = requested });
        leads = new LeadReader(cues, requested => context with { Requested = requested });
        answers = new LeadAnswers(filling, cues, Likeness.OfAnswers(language));
        Today = DateOnly.FromDateTime(context.Now);
    }

    private DateOnly Today { get; }

    /// <summary>What the call told.</summary>
    /// <param name="call">The call.</param>
    /// <param name="playbook">The rulebook.</param>
    /// <param name="today">The day of a call whose turns have no date.</param>
    public static CallResult Read(Call call, Playbook playbook, DateOnly today)
    {
        var reader = new CallReader(call, playbook, today);
        foreach (var turn in call.Turns)
        {
            if (turn.Speaker == Speaker.Agent)
            {
                reader.HearSeller(turn);
            }
            else
            {
                reader.HearLead(turn);
            }
        }

        return CallResult.Of(call, reader.filling, reader.Today);
    }

    private void HearSeller(CallTurn turn)
    {
        var said = sellers.Read(turn);
        var listens = sellers.IsListening(turn) && said.Asked is null;
        if (!listens)
        {
            broken = "";
        }

        if (listens && seller is not null)
        {
            return;
        }

        open = said.Asked ?? open;
        seller = said;
    }

    private void HearLead(CallTurn turn)
    {
        var requested = open.Concat(seller?.Possible ?? []).Concat(Proposed()).Concat(ToldIn(turn)).Select(static slot => slot.Type).Distinct();
        var said = leads.Read(turn, broken, [.. requested], seller?.Turn.Text);
        var heard = seller is { AsksForDoubts: true } ? said.Turned() : said;
        if (answers.Take(heard, open, seller))
        {
            seller = seller is null ? null : seller with { Proposals = [] };
        }

        open = [.. open.Where(slot => !answers.Filled.Contains(slot.Id))];
        broken = leads.IsUnfinished(turn.Text) ? turn.Text : "";
    }

    private IEnumerable<Slot> Proposed() =>
        seller is { Proposals: { IsEmpty: false } proposals } ? filling.Playbook.Slots.Where(slot => proposals.Any(proposal => proposal.Type == slot.Type)) : [];

    // A turn that speaks of a start says when, asked or not; one that speaks of money for it how much, and one of deciding who.
    private IEnumerable<Slot> ToldIn(CallTurn turn) => filling.Playbook.Slots.Where(slot => Told(slot.Type) is { } list && !filling.IsSettled(slot) && cues.Holds(list, turn.Text));

    private static string? Told(SlotType type) => type switch
    {
        SlotType.Timeframe => "start_word",
        SlotType.Money => "sum_said",
        SlotType.Authority => "decides_word",
        _ => null,
    };

    private static DateTime? StartOf(Call call)
    {
        foreach (var turn in call.Turns)
        {
            if (turn.Time is { Length: >= 10 } time && time[4] == '-' && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                return at.DateTime;
            }
        }

        return null;
    }
}
