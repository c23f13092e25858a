using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Adds up the least and the most points of a prospect.</summary>
internal sealed class Reach
{
    private readonly Prospect prospect;
    private readonly (int Least, int Most)[] worth;
    private readonly int[] known;
    private readonly int[] low;
    private readonly int[] high;

    /// <summary>The points of a prospect whose lead and day are these.</summary>
    public Reach(Prospect prospect, in Facts facts)
    {
        this.prospect = prospect;
        var rules = prospect.Plan.Rules;
        worth = new (int, int)[rules.Length];
        for (var index = 0; index < worth.Length; index++)
        {
            worth[index] = Worth.Range(rules[index].Rule, facts);
        }

        var accounts = Plan.FirstCap + prospect.Plan.CapAxes.Length;
        (known, low, high) = (new int[accounts], new int[accounts], new int[accounts]);
        for (var slot = 0; slot < prospect.Rows.Length; slot++)
        {
            for (var account = 0; account < accounts && !prospect.Open.Contains(slot); account++)
            {
                known[account] += prospect.Rows[slot].Low[account];
            }
        }
    }

    /// <summary>The range for what the prospect's slots may hold now.</summary>
    public PointRange Now()
    {
        known.CopyTo(low, 0);
        known.CopyTo(high, 0);
        foreach (var slot in prospect.Open)
        {
            var row = prospect.Rows[slot];
            for (var account = 0; account < low.Length; account++)
            {
                low[account] += row.Low[account];
                high[account] += row.High[account];
            }
        }

        AddRules();
        var (fit, intent) = ((Low: low[Plan.FitAccount], High: high[Plan.FitAccount]), (Low: low[Plan.IntentAccount], High: high[Plan.IntentAccount]));
        for (var cap = 0; cap < prospect.Plan.CapAxes.Length; cap++)
        {
            var (account, most) = (Plan.FirstCap + cap, prospect.Plan.Playbook.Caps[cap].Most);
            var (least, greatest) = (Math.Min(low[account], most), Math.Min(high[account], most));
            _ = prospect.Plan.CapAxes[cap] == Axis.Fit ? fit = (fit.Low + least, fit.High + greatest) : intent = (intent.Low + least, intent.High + greatest);
        }

        return new PointRange(fit.Low, fit.High, intent.Low, intent.High);
    }

    private void AddRules()
    {
        var rules = prospect.Plan.Rules;
        for (var index = 0; index < rules.Length; index++)
        {
            var (rule, term, account) = rules[index];
            var chance = term.In(prospect);
            if (!chance.HasFlag(Chance.True))
            {
                continue;
            }

            var (least, most) = worth[index];
            var sure = chance == Chance.True;
            low[account] += rule.Points < 0 || sure ? least : 0;
            high[account] += rule.Points > 0 || sure ? most : 0;
        }
    }
}
