using System.Collections.Immutable;
using QualifyBot.Qualification.Playbooks;
using QualifyBot.Qualification.Scoring;

namespace QualifyBot.Qualification.Deciding.Outlook;

/// <summary>Adds up the least and the most points of a picture.</summary>
internal sealed class Reach
{
    private readonly Picture picture;
    private readonly ImmutableArray<int> moving;
    private readonly (int Least, int Most)[] worth;
    private readonly int[] known;
    private readonly int[] low;
    private readonly int[] high;

    /// <summary>The points of a picture of this lead on this day, of which these slots will change.</summary>
    public Reach(Picture picture, in Facts facts, ImmutableArray<int> moving)
    {
        (this.picture, this.moving) = (picture, moving);
        var rules = picture.Plan.Rules;
        worth = new (int, int)[rules.Length];
        for (var index = 0; index < worth.Length; index++)
        {
            worth[index] = Worth.Range(rules[index].Rule, facts);
        }

        var accounts = Plan.FirstCap + picture.Plan.CapAxes.Length;
        (known, low, high) = (new int[accounts], new int[accounts], new int[accounts]);
        for (var slot = 0; slot < picture.Rows.Length; slot++)
        {
            for (var account = 0; account < accounts && !moving.Contains(slot); account++)
            {
                known[account] += picture.Rows[slot].Low[account];
            }
        }
    }

    /// <summary>The range for what the picture's slots may hold now.</summary>
    public PointRange Now()
    {
        known.CopyTo(low, 0);
        known.CopyTo(high, 0);
        foreach (var slot in moving)
        {
            var row = picture.Rows[slot];
            for (var account = 0; account < low.Length; account++)
            {
                low[account] += row.Low[account];
                high[account] += row.High[account];
            }
        }

        AddRules();
        var (fit, intent) = ((Low: low[Plan.FitAccount], High: high[Plan.FitAccount]), (Low: low[Plan.IntentAccount], High: high[Plan.IntentAccount]));
        for (var cap = 0; cap < picture.Plan.CapAxes.Length; cap++)
        {
            var (account, most) = (Plan.FirstCap + cap, picture.Plan.Playbook.Caps[cap].Most);
            var (least, greatest) = (Math.Min(low[account], most), Math.Min(high[account], most));
            _ = picture.Plan.CapAxes[cap] == Axis.Fit ? fit = (fit.Low + least, fit.High + greatest) : intent = (intent.Low + least, intent.High + greatest);
        }

        return new PointRange(fit.Low, fit.High, intent.Low, intent.High);
    }

    private void AddRules()
    {
        var rules = picture.Plan.Rules;
        for (var index = 0; index < rules.Length; index++)
        {
            var (rule, term, account) = rules[index];
            var chance = term.In(picture);
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
